package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.sysctl.SysctlFiles;
import org.packetwalk.netlink.SysctlRequest;

/** {@code sysctl} of procps. */
final class SysctlCommand implements CommandParser {

    private static final String KNOWN = "-a, -b, -e, -n, -N, -q, -r, -w, -p FILE, KEY, KEY=VALUE";

    private static final String NOTHING = "sysctl: no variables specified\nTry `sysctl --help' for more information.\n";

    private static final String USAGE = """

            Usage:
             sysctl [options] [variable[=value] ...]

            Options:
              -a, --all            display all variables
              -A                   alias of -a
              -X                   alias of -a
                  --deprecated     include deprecated parameters to listing
                  --dry-run        Print the key and values but do not write
              -b, --binary         print value without new line
              -e, --ignore         ignore unknown variables errors
              -N, --names          print variable names without values
              -n, --values         print only values of the given variable(s)
              -p, --load[=<file>]  read values from file
              -f                   alias of -p
                  --system         read values from all system directories
              -r, --pattern <expression>
                                   select setting that match expression
              -q, --quiet          do not echo variable set
              -w, --write          enable writing a value to variable
              -o                   does nothing
              -x                   does nothing
              -d                   alias of -h

             -h, --help     display this help and exit
             -V, --version  output version information and exit

            For more details see sysctl(8).
            """;

    @Override
    public Command parse(List<String> arguments, Place place) {
        Settings settings = new Settings();
        Words words = new Words(arguments);
        while (words.hasNext()) {
            String word = words.next();
            if (word.startsWith("--")) {
                longOption(word, settings, words);
            } else if (word.equals("-p") && words.hasNext()) {
                settings.files.add(words.next());
            } else if (word.startsWith("-") && word.length() > 1) {
                for (char letter : word.substring(1).toCharArray()) {
                    option(letter, settings, words);
                }
            } else {
                settings.keys.add(word);
            }
        }
        if (settings.keys.isEmpty() && settings.files.isEmpty() && !settings.all) {
            throw new Refusal(CommandResult.failed(1, arguments.isEmpty() ? USAGE : NOTHING));
        }
        return new Command.Run(
                place.host(),
                "sysctl " + String.join(" ", arguments),
                (computer, stdin) -> new Work(computer, place.host(), settings).run());
    }

    private static void longOption(String word, Settings settings, Words words) {
        switch (word) {
            case "--all" -> option('a', settings, words);
            case "--binary" -> option('b', settings, words);
            case "--ignore" -> option('e', settings, words);
            case "--names" -> option('N', settings, words);
            case "--values" -> option('n', settings, words);
            case "--quiet" -> option('q', settings, words);
            case "--write" -> option('w', settings, words);
            case "--pattern" -> option('r', settings, words);
            default -> throw Words.notSimulated("sysctl", word, KNOWN);
        }
    }

    private static void option(char letter, Settings settings, Words words) {
        switch (letter) {
            case 'a', 'A', 'X' -> settings.all = true;
            case 'b' -> settings.binary = true;
            case 'e' -> settings.ignore = true;
            case 'n' -> settings.valueOnly = true;
            case 'N' -> settings.nameOnly = true;
            case 'q' -> settings.quiet = true;
            case 'w' -> settings.write = true;
            case 'r' -> settings.pattern = pattern(words.next());
            case 'o', 'x' -> {}
            default -> throw Words.notSimulated("sysctl", "-" + letter, KNOWN);
        }
    }

    private static Pattern pattern(String word) {
        try {
            return Pattern.compile(word);
        } catch (PatternSyntaxException e) {
            throw new Refusal(1, "sysctl: regular expression \"" + word + "\" is not one.");
        }
    }

    /** The options given. */
    private static final class Settings {

        private final List<String> keys = new ArrayList<>();
        private final List<String> files = new ArrayList<>();
        private boolean all;
        private boolean binary;
        private boolean ignore;
        private boolean valueOnly;
        private boolean nameOnly;
        private boolean quiet;
        private boolean write;
        private Pattern pattern = Pattern.compile("");
    }

    /** One run of the tool. */
    private static final class Work {

        private final Computer computer;
        private final HostId host;
        private final Settings settings;
        private final StringBuilder out = new StringBuilder();
        private final StringBuilder err = new StringBuilder();
        private int exit;

        private Work(Computer computer, HostId host, Settings settings) {
            this.computer = computer;
            this.host = host;
            this.settings = settings;
        }

        private CommandResult run() {
            if (settings.all) {
                files().paths().forEach(this::printAll);
            }
            settings.files.forEach(this::load);
            for (String key : settings.keys) {
                int equals = key.indexOf('=');
                boolean line = equals >= 0 || settings.write;
                if (line && key.strip().length() < 2) {
                    exit |= 1;
                } else if (equals >= 0) {
                    write(
                            key.substring(0, equals).strip(),
                            key.substring(equals + 1).strip());
                } else if (settings.write) {
                    err.append("sysctl: command line(0): invalid syntax, continuing...\n");
                    exit |= 1;
                } else {
                    read(key);
                }
            }
            return new CommandResult(exit, out.toString(), err.toString());
        }

        /** {@code Preload}: lines {@code key = value}, comments begin with # or ;. */
        private void load(String file) {
            Optional<String> text = FileAccess.of(computer, host).read(file);
            if (text.isEmpty()) {
                err.append("sysctl: cannot open \"").append(file).append("\": No such file or directory\n");
                exit |= 1;
                return;
            }
            int number = 0;
            for (String line : text.get().split("\n")) {
                number++;
                String setting = line.strip();
                int equals = setting.indexOf('=');
                if (setting.isEmpty() || setting.startsWith("#") || setting.startsWith(";")) {
                    continue;
                }
                if (equals < 0) {
                    err.append("sysctl: %s(%d): invalid syntax, continuing...\n".formatted(file, number));
                } else {
                    write(
                            setting.substring(0, equals).strip(),
                            setting.substring(equals + 1).strip());
                }
            }
        }

        private SysctlFiles files() {
            return FileAccess.settings(computer.machine().host(host));
        }

        private void printAll(String path) {
            if (settings.pattern.matcher(path.replace('/', '.')).find() && !files().writeOnly(path)) {
                print(path, files().read(path).orElse(""));
            }
        }

        private void read(String key) {
            String path = path(key);
            SysctlFiles files = files();
            if (files.writeOnly(path)) {
                return;
            }
            Optional<String> value = files.read(path);
            if (value.isPresent()) {
                print(path, value.get());
            } else if (files.isFolder(path)) {
                files.paths().stream()
                        .filter(file -> file.startsWith(path + "/"))
                        .forEach(this::printAll);
            } else if (!settings.ignore) {
                missing(path);
                // procps adds up the keys it cannot read, and notes those it cannot write
                exit++;
            }
        }

        private void missing(String path) {
            err.append("sysctl: cannot stat /proc/sys/").append(path).append(": No such file or directory\n");
        }

        private void write(String key, String value) {
            if (key.isEmpty()) {
                err.append("sysctl: Path is not under /proc/sys/: /proc/sys/\n");
                exit |= 1;
                return;
            }
            String path = path(key);
            SysctlFiles files = files();
            if (files.read(path).isEmpty() && !files.writeOnly(path)) {
                if (!settings.ignore) {
                    missing(path);
                    exit |= 1;
                }
                return;
            }
            if (files.readOnly(path)) {
                // procps sees the mode before it writes, and ends with 0
                err.append("sysctl: setting key \"").append(name(path)).append("\": Invalid argument\n");
                return;
            }
            ResultOrErrno<?> answer = computer.configure(host, new SysctlRequest(path, value));
            if (answer instanceof ResultOrErrno.Refused<?> refused) {
                err.append("sysctl: setting key \"")
                        .append(name(path))
                        .append("\": ")
                        .append(refused.errno().text())
                        .append('\n');
                exit |= 1;
            } else if (!settings.quiet) {
                print(path, value);
            }
        }

        private void print(String path, String value) {
            if (settings.nameOnly) {
                out.append(name(path)).append('\n');
            } else if (settings.binary) {
                out.append(value);
            } else if (settings.valueOnly) {
                out.append(value).append('\n');
            } else {
                out.append(name(path)).append(" = ").append(value).append('\n');
            }
        }

        /** The path of a key: whichever separator comes first separates, the other is part of a name. */
        private static String path(String key) {
            int dot = key.indexOf('.');
            int slash = key.indexOf('/');
            if (slash >= 0 && (dot < 0 || slash < dot)) {
                return key;
            }
            StringBuilder path = new StringBuilder();
            for (char c : key.toCharArray()) {
                path.append(c == '.' ? '/' : c == '/' ? '.' : c);
            }
            return path.toString();
        }

        private static String name(String path) {
            StringBuilder name = new StringBuilder();
            for (char c : path.toCharArray()) {
                name.append(c == '/' ? '.' : c == '.' ? '/' : c);
            }
            return name.toString();
        }
    }
}
