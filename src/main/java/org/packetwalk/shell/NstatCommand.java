package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.packetwalk.kernel.HostId;

/**
 * {@code nstat -a}: the counters of {@code /proc/net/snmp}, {@code snmp6} and {@code netstat} by their whole names
 * ({@code misc/nstat.c}). What the tool remembers from call to call in a file of the user is not kept.
 */
final class NstatCommand implements CommandParser {

    private static final String KNOWN = "-a (or -r), -s, -z, -n, -j, -p, -V and their long names, then patterns";

    /** Numbers that count nothing ({@code useless_number}). */
    private static final List<String> USELESS = List.of(
            "IpForwarding", "IpDefaultTTL", "TcpRtoAlgorithm", "TcpRtoMin", "TcpRtoMax", "TcpMaxConn", "TcpCurrEstab");

    private static final String USAGE = """
            Usage: nstat [OPTION] [ PATTERN [ PATTERN ] ]
               -h, --help          this message
               -a, --ignore        ignore history
               -d, --scan=SECS     sample every statistics every SECS
               -j, --json          format output in JSON
               -n, --nooutput      do history only
               -p, --pretty        pretty print
               -r, --reset         reset history
               -s, --noupdate      don't update history
               -t, --interval=SECS report average over the last SECS
               -V, --version       output version information
               -z, --zeros         show entries with zero activity
            """;

    @Override
    public Command parse(List<String> arguments, Place place) {
        StringBuilder letters = new StringBuilder();
        List<Pattern> patterns = new ArrayList<>();
        for (String word : arguments) {
            if (!letter(word).isEmpty()) {
                letters.append(letter(word));
            } else if (word.startsWith("--") || word.startsWith("-") && word.matches("-.*[dt].*")) {
                throw Words.notSimulated("nstat", word, KNOWN);
            } else if (word.startsWith("-")) {
                letters.append(letters(word));
            } else {
                patterns.add(pattern(word));
            }
        }
        String asked = letters.toString();
        if (asked.contains("h")) {
            throw new Refusal(CommandResult.failed(255, USAGE));
        }
        if (asked.contains("V")) {
            return run(place, arguments, (computer, stdin) -> CommandResult.printed("nstat utility, iproute2-6.1.0\n"));
        }
        if (!asked.contains("a") && !asked.contains("r")) {
            throw Words.notSimulated("nstat", "without -a", KNOWN);
        }
        return run(
                place,
                arguments,
                (computer, stdin) -> CommandResult.printed(
                        asked.contains("n") ? "" : show(counters(computer, place.host(), asked, patterns), asked)));
    }

    /** The letter of a long option, empty if it is none. */
    private static String letter(String word) {
        return switch (word) {
            case "--ignore" -> "a";
            case "--reset" -> "r";
            case "--noupdate" -> "s";
            case "--zeros" -> "z";
            case "--nooutput" -> "n";
            case "--json" -> "j";
            case "--pretty" -> "p";
            case "--version" -> "V";
            case "--help" -> "h";
            default -> "";
        };
    }

    private static Command run(Place place, List<String> arguments, Action action) {
        return new Command.Run(place.host(), "nstat " + String.join(" ", arguments), action);
    }

    private static String letters(String word) {
        for (char letter : word.substring(1).toCharArray()) {
            if ("arsznjpVh".indexOf(letter) < 0) {
                throw new Refusal(CommandResult.failed(255, "nstat: invalid option -- '" + letter + "'\n" + USAGE));
            }
        }
        return word.substring(1);
    }

    /** {@code fnmatch} without regard to case. */
    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (char letter : glob.toCharArray()) {
            switch (letter) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[', ']' -> regex.append(letter);
                default -> regex.append(Pattern.quote(String.valueOf(letter)));
            }
        }
        try {
            return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException fault) {
            return Pattern.compile(Pattern.quote(glob));
        }
    }

    private static Map<String, Object> counters(Computer computer, HostId host, String asked, List<Pattern> patterns) {
        ProcFiles proc =
                new ProcFiles(computer.machine().host(host), computer.machine().now());
        Map<String, Long> all = new LinkedHashMap<>();
        tables(all, proc.read("/proc/net/snmp").orElseThrow());
        for (String line : proc.read("/proc/net/snmp6").orElse("").split("\n")) {
            String[] words = line.trim().split("\\s+");
            if (words.length == 2) {
                all.put(words[0], Long.parseLong(words[1]));
            }
        }
        tables(all, proc.read("/proc/net/netstat").orElseThrow());
        Map<String, Object> shown = new LinkedHashMap<>();
        all.forEach((name, value) -> {
            boolean wanted = patterns.isEmpty()
                    || patterns.stream().anyMatch(one -> one.matcher(name).matches());
            if (wanted && !USELESS.contains(name) && (value != 0 || asked.contains("z"))) {
                shown.put(name, value);
            }
        });
        return shown;
    }

    /** A line of names and one of values for each group. */
    private static void tables(Map<String, Long> all, String text) {
        String[] lines = text.split("\n");
        for (int i = 0; i + 1 < lines.length; i += 2) {
            String[] names = lines[i].split(" ");
            String[] values = lines[i + 1].split(" ");
            String group = names[0].replace(":", "");
            for (int j = 1; j < names.length; j++) {
                all.put(group + names[j], Long.parseLong(values[j]));
            }
        }
    }

    private static String show(Map<String, Object> counters, String asked) {
        if (asked.contains("j")) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("kernel", counters);
            return (asked.contains("p") ? Json.pretty(document) : Json.compact(document)) + "\n";
        }
        StringBuilder out = new StringBuilder("#kernel\n");
        counters.forEach(
                (name, value) -> out.append(String.format(Locale.ROOT, "%-32s%-16s%6.1f\n", name, value, 0.0)));
        return out.toString();
    }
}
