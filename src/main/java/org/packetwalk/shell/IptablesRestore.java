package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.netfilter.Chain;
import org.packetwalk.kernel.netfilter.Counter;
import org.packetwalk.kernel.netfilter.FilterTable;
import org.packetwalk.kernel.netfilter.TableName;

/** {@code iptables-restore} and {@code ip6tables-restore}: all of a table or nothing ({@code iptables/xtables-restore.c}). */
final class IptablesRestore {

    private static final Pattern COUNTERS = Pattern.compile("\\[(\\d+):(\\d+)\\]");

    private final IptablesTool tool;
    private final boolean counters;
    private final boolean keep;
    private final boolean test;
    private final Computer computer;
    private final HostId host;
    private IptablesTables tables;
    private Optional<TableName> table = Optional.empty();
    private int line;

    /** A rule that leads to a chain which is declared after it; which is found at the end of the table. */
    private Optional<Refusal> missing = Optional.empty();

    private IptablesRestore(
            IptablesTool tool, boolean counters, boolean keep, boolean test, Computer computer, HostId host) {
        this.tool = tool;
        this.counters = counters;
        this.keep = keep;
        this.test = test;
        this.computer = computer;
        this.host = host;
        this.tables = new IptablesTables(tool, computer, host);
    }

    /** The program of a family. */
    static CommandParser of(IptablesTool family) {
        return (arguments, place) -> parse(family.with("-restore"), arguments, place);
    }

    private static Command parse(IptablesTool tool, List<String> arguments, Place place) {
        boolean counters = false;
        boolean keep = false;
        boolean test = false;
        List<String> files = new ArrayList<>();
        if (arguments.equals(List.of("-V")) || arguments.equals(List.of("--version"))) {
            return new Command.Run(
                    place.host(),
                    tool.name() + " --version",
                    (computer, stdin) -> CommandResult.printed(tool.version() + "\n"));
        }
        for (String word : arguments) {
            switch (word) {
                case "-c", "--counters" -> counters = true;
                case "-n", "--noflush" -> keep = true;
                case "-t", "--test" -> test = true;
                case "-w", "--wait" -> {}
                default -> {
                    if (word.startsWith("-")) {
                        throw tool.notSimulated(word, "-c, -n, -t, -w, FILE");
                    }
                    files.add(word);
                }
            }
        }
        boolean counted = counters;
        boolean kept = keep;
        boolean tested = test;
        return new Command.Run(place.host(), tool.name() + " " + String.join(" ", arguments), (computer, stdin) -> {
            String text = stdin;
            if (!files.isEmpty()) {
                Optional<String> file = FileAccess.of(computer, place.host()).read(files.get(0));
                if (file.isEmpty()) {
                    return CommandResult.failed(1, "Can't open " + files.get(0) + ": No such file or directory\n");
                }
                text = file.get();
            }
            return new IptablesRestore(tool, counted, kept, tested, computer, place.host()).run(text);
        });
    }

    private CommandResult run(String text) {
        for (String one : text.split("\n", -1)) {
            line++;
            try {
                CommandResult result = read(one);
                if (!result.ok()) {
                    return result;
                }
            } catch (Refusal refusal) {
                return located(refusal.result());
            }
        }
        return table.isPresent()
                ? CommandResult.failed(1, tool.name() + ": COMMIT expected at line " + line + "\n")
                : CommandResult.SILENT;
    }

    /** The complaint with the line it is about, as the tool adds it. */
    private CommandResult located(CommandResult complaint) {
        String marked = complaint.stderr().replaceFirst("\nTry `", "\nError occurred at line: " + line + "\nTry `");
        return CommandResult.failed(
                complaint.exit(),
                marked.equals(complaint.stderr()) ? tool.name() + ": line " + line + " failed\n" : marked);
    }

    private CommandResult read(String text) {
        if (text.isBlank() || text.startsWith("#")) {
            return CommandResult.SILENT;
        }
        if (text.startsWith("*") && table.isPresent()) {
            throw tool.misplaced("Bad argument `" + text + "'");
        }
        if (text.startsWith("*")) {
            String label = text.substring(1).strip();
            TableName name =
                    TableName.parse(label).orElseThrow(() -> tool.wrong("table '" + label + "' does not exist"));
            table = Optional.of(name);
            if (!keep) {
                tables.put(FilterTable.fresh(name));
            }
            return CommandResult.SILENT;
        }
        if (table.isEmpty()) {
            return failedLine();
        }
        if (text.strip().equals("COMMIT")) {
            if (missing.isPresent()) {
                throw missing.get();
            }
            table = Optional.empty();
            if (test) {
                return CommandResult.SILENT;
            }
            CommandResult answer = tables.commit(computer, host, "RULE_APPEND", "rule in chain");
            tables = new IptablesTables(tool, computer, host);
            return answer.ok() ? answer : failedLine();
        }
        if (text.startsWith(":")) {
            chain(text.substring(1).strip().split("\\s+"));
            return CommandResult.SILENT;
        }
        rule(text);
        return CommandResult.SILENT;
    }

    private CommandResult failedLine() {
        return CommandResult.failed(1, tool.name() + ": line " + line + " failed\n");
    }

    private void chain(String[] words) {
        TableName name = table.orElseThrow();
        FilterTable now = tables.table(name);
        boolean builtin = name.hook(words[0]).isPresent();
        if (!builtin) {
            tables.put(now.with(Chain.user(words[0])));
            return;
        }
        String policy = words.length > 1 ? words[1] : "";
        Matcher given = COUNTERS.matcher(words.length > 2 ? words[2] : "");
        boolean counted = given.matches();
        if (counters && !counted && !policy.equals("-")) {
            throw tool.wrong("invalid policy counters for chain '" + words[0] + "'");
        }
        if (!policy.equals("-")) {
            Counter counter = counters && counted
                    ? new Counter(Long.parseLong(given.group(1)), Long.parseLong(given.group(2)))
                    : Counter.ZERO;
            tables.policy(name, words[0], policy, counter);
        }
    }

    private void rule(String text) {
        List<String> words = new ArrayList<>(IptablesInvocation.words(text));
        Matcher given = COUNTERS.matcher(words.get(0));
        if (given.matches()) {
            words.remove(0);
            if (counters) {
                words.add("-c");
                words.add(given.group(1));
                words.add(given.group(2));
            }
        }
        if (words.contains("-t") || words.contains("--table")) {
            throw tool.wrong("The -t option cannot be used in " + tool.name() + ".\n");
        }
        words.add(0, "-t");
        words.add(1, table.orElseThrow().label());
        IptablesInvocation.parse(tool, words).apply(tables);
        if (missing.isEmpty()) {
            missing = tables.missingTarget();
        }
    }
}
