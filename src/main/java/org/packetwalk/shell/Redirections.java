package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.HostId;

/** Where the input of one command comes from and its output goes to. */
record Redirections(List<Redirection> list) {

    /** The complaint of the shell if a file cannot be opened. */
    Optional<CommandResult> check(Computer computer, HostId host) {
        for (Redirection redirection : list) {
            Optional<String> why = switch (redirection.kind()) {
                case READ ->
                    FileAccess.of(computer, host).read(redirection.target()).isPresent()
                                    || redirection.target().equals(Redirection.NOWHERE)
                            ? Optional.empty()
                            : Optional.of("cannot open " + redirection.target() + ": No such file");
                case WRITE, APPEND ->
                    FileAccess.of(computer, host)
                            .creationFault(redirection.target())
                            .map(fault -> "cannot create " + redirection.target() + ": " + fault);
                case DUPLICATE -> Optional.empty();
            };
            if (why.isPresent()) {
                return Optional.of(CommandResult.failed(2, "sh: 1: " + why.get() + "\n"));
            }
        }
        return Optional.empty();
    }

    /** The text of {@code < FILE}, if there is such a redirection. */
    Optional<String> input(Computer computer, HostId host) {
        return list.stream()
                .filter(redirection -> redirection.kind() == Redirection.Kind.READ)
                .map(redirection ->
                        FileAccess.of(computer, host).read(redirection.target()).orElse(""))
                .reduce((first, last) -> last);
    }

    /** Whether the standard output goes to {@code /dev/null}. */
    boolean silent() {
        return list.stream()
                .anyMatch(redirection -> redirection.descriptor() == 1
                        && redirection.kind() != Redirection.Kind.DUPLICATE
                        && redirection.target().equals(Redirection.NOWHERE));
    }

    /** Sends the output where it shall go; answers what is left for the next command or the screen. */
    CommandResult apply(Computer computer, HostId host, CommandResult result) {
        CommandResult left = result;
        // 2>&1 behind > FILE means the file, in front of it the screen; this shell reads it in the usual order.
        for (Redirection redirection : list) {
            if (redirection.kind() == Redirection.Kind.READ) {
                continue;
            }
            if (redirection.kind() == Redirection.Kind.DUPLICATE) {
                left = merged(left, redirection, computer, host);
                continue;
            }
            boolean out = redirection.descriptor() == 1;
            int exit = FileAccess.of(computer, host)
                            .write(
                                    redirection.target(),
                                    out ? left.stdout() : left.stderr(),
                                    redirection.kind() == Redirection.Kind.APPEND)
                    ? left.exit()
                    : 1;
            left = out ? new CommandResult(exit, "", left.stderr()) : new CommandResult(exit, left.stdout(), "");
        }
        return left;
    }

    private CommandResult merged(CommandResult result, Redirection redirection, Computer computer, HostId host) {
        boolean errorToOut =
                redirection.descriptor() == 2 && redirection.target().equals("1");
        if (!errorToOut) {
            return redirection.descriptor() == 1 && redirection.target().equals("2")
                    ? new CommandResult(result.exit(), "", result.stdout() + result.stderr())
                    : result;
        }
        Optional<Redirection> file = list.subList(0, list.indexOf(redirection)).stream()
                .filter(earlier -> earlier.descriptor() == 1 && earlier.kind() != Redirection.Kind.DUPLICATE)
                .findFirst();
        if (file.isPresent()) {
            FileAccess.of(computer, host).write(file.get().target(), result.stderr(), true);
            return new CommandResult(result.exit(), result.stdout(), "");
        }
        return new CommandResult(result.exit(), result.stdout() + result.stderr(), "");
    }
}
