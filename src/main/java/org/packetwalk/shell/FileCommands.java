package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cat}, {@code tee}, {@code mkdir}, {@code rm} on the files of {@link FileAccess}. */
final class FileCommands {

    private FileCommands() {}

    /** The names behind the options, of which only some are known. */
    private static List<String> names(String command, List<String> arguments, String options) {
        List<String> names = new ArrayList<>();
        for (String word : arguments) {
            if (word.startsWith("-") && word.length() > 1) {
                for (char letter : word.substring(1).toCharArray()) {
                    if (options.indexOf(letter) < 0) {
                        throw Words.notSimulated(
                                command,
                                word,
                                options.isEmpty() ? "FILE…" : "-" + String.join(", -", options.split("")) + ", FILE…");
                    }
                }
            } else {
                names.add(word);
            }
        }
        return names;
    }

    private static boolean has(List<String> arguments, char option) {
        return arguments.stream()
                .anyMatch(word -> word.startsWith("-") && word.length() > 1 && word.indexOf(option) > 0);
    }

    static Command cat(List<String> arguments, Place place) {
        List<String> names = names("cat", arguments, "");
        return new Command.Run(place.host(), "cat " + String.join(" ", arguments), (computer, stdin) -> {
            if (names.isEmpty()) {
                return CommandResult.printed(stdin);
            }
            FileAccess files = FileAccess.of(computer, place.host());
            StringBuilder out = new StringBuilder();
            StringBuilder err = new StringBuilder();
            for (String name : names) {
                Optional<String> text = name.equals("-") ? Optional.of(stdin) : files.read(name);
                if (text.isPresent()) {
                    out.append(text.get());
                } else if (!name.equals(Redirection.NOWHERE)) {
                    err.append("cat: ").append(name);
                    err.append(files.isFolder(name) ? ": Is a directory\n" : ": No such file or directory\n");
                }
            }
            return new CommandResult(err.isEmpty() ? 0 : 1, out.toString(), err.toString());
        });
    }

    /** {@code ls}: the names in a folder, one a line, as it prints them into a pipe. */
    static Command ls(List<String> arguments, Place place) {
        List<String> names = names("ls", arguments, "1");
        return new Command.Run(place.host(), "ls " + String.join(" ", arguments), (computer, stdin) -> {
            FileAccess files = FileAccess.of(computer, place.host());
            StringBuilder out = new StringBuilder();
            StringBuilder err = new StringBuilder();
            for (String name : names.isEmpty() ? List.of("/") : names) {
                Optional<List<String>> inside = files.list(name);
                if (inside.isPresent()) {
                    inside.get().forEach(entry -> out.append(entry).append('\n'));
                } else if (files.read(name).isPresent()) {
                    out.append(name).append('\n');
                } else {
                    err.append("ls: cannot access '" + name + "': No such file or directory\n");
                }
            }
            return new CommandResult(err.isEmpty() ? 0 : 2, out.toString(), err.toString());
        });
    }

    static Command tee(List<String> arguments, Place place) {
        List<String> names = names("tee", arguments, "a");
        boolean append = has(arguments, 'a');
        return new Command.Run(place.host(), "tee " + String.join(" ", arguments), (computer, stdin) -> {
            FileAccess files = FileAccess.of(computer, place.host());
            StringBuilder err = new StringBuilder();
            for (String name : names) {
                Optional<String> fault = files.creationFault(name);
                if (fault.isPresent()) {
                    err.append("tee: ").append(name);
                    err.append(fault.get().startsWith("Is") ? ": Is a directory\n" : ": No such file or directory\n");
                } else if (!files.write(name, stdin, append)) {
                    err.append("tee: ").append(name).append(": Invalid argument\n");
                }
            }
            return new CommandResult(err.isEmpty() ? 0 : 1, stdin, err.toString());
        });
    }

    static Command mkdir(List<String> arguments, Place place) {
        List<String> names = names("mkdir", arguments, "p");
        boolean parents = has(arguments, 'p');
        if (names.isEmpty()) {
            throw new Refusal(1, "mkdir: missing operand\nTry 'mkdir --help' for more information.");
        }
        return new Command.Run(place.host(), "mkdir " + String.join(" ", arguments), (computer, stdin) -> {
            FileAccess files = FileAccess.of(computer, place.host());
            StringBuilder err = new StringBuilder();
            for (String name : names) {
                String folder = name.endsWith("/") && name.length() > 1 ? name.substring(0, name.length() - 1) : name;
                int slash = folder.lastIndexOf('/');
                boolean hasParent = slash <= 0 || files.isFolder(folder.substring(0, slash));
                if (files.isFolder(folder)) {
                    err.append(parents ? "" : "mkdir: cannot create directory '" + name + "': File exists\n");
                } else if (!parents && !hasParent) {
                    err.append("mkdir: cannot create directory '" + name + "': No such file or directory\n");
                } else {
                    computer.write(folder + "/", "");
                }
            }
            return new CommandResult(err.isEmpty() ? 0 : 1, "", err.toString());
        });
    }

    static Command rm(List<String> arguments, Place place) {
        List<String> names = names("rm", arguments, "rRf");
        boolean recursive = has(arguments, 'r') || has(arguments, 'R');
        boolean force = has(arguments, 'f');
        return new Command.Run(place.host(), "rm " + String.join(" ", arguments), (computer, stdin) -> {
            FileAccess files = FileAccess.of(computer, place.host());
            StringBuilder err = new StringBuilder();
            for (String name : names) {
                boolean folder = files.isFolder(name);
                if (folder && !recursive) {
                    err.append("rm: cannot remove '" + name + "': Is a directory\n");
                } else if (folder || computer.files().containsKey(name)) {
                    computer.remove(name);
                } else if (!force) {
                    err.append("rm: cannot remove '" + name + "': No such file or directory\n");
                }
            }
            return new CommandResult(err.isEmpty() ? 0 : 1, "", err.toString());
        });
    }
}
