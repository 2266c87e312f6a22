package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.netfilter.Counter;
import org.packetwalk.kernel.netfilter.FilterTable;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.Rule;
import org.packetwalk.kernel.netfilter.TableName;
import org.packetwalk.kernel.netfilter.VerdictTarget;

/** One call of iptables, read and ready to run: one command on one table. */
final class IptablesInvocation {

    private static final List<String> LONG = List.of(
            "--append",
            "--delete",
            "--check",
            "--insert",
            "--replace",
            "--list",
            "--list-rules",
            "--flush",
            "--zero",
            "--new-chain",
            "--delete-chain",
            "--policy",
            "--rename-chain",
            "--protocol",
            "--proto",
            "--source",
            "--src",
            "--destination",
            "--dst",
            "--in-interface",
            "--out-interface",
            "--fragments",
            "--match",
            "--jump",
            "--goto",
            "--set-counters",
            "--table",
            "--verbose",
            "--numeric",
            "--exact",
            "--line-numbers",
            "--wait",
            "--ipv4",
            "--ipv6");

    private static final String WITH_ARGUMENT = "ADCIRNPEpsdiomjgtc";
    private static final int LONGEST_CHAIN = 28;

    private final IptablesTool tool;
    private final IptablesRule rule;
    private String named = TableName.FILTER.label();
    private TableName table = TableName.FILTER;
    private char command;
    private Optional<String> chain = Optional.empty();
    private String word = "";
    private int place;
    private boolean verbose;
    private boolean numeric;
    private boolean exact;
    private boolean lineNumbers;
    private boolean zeroes;
    private List<Rule> rules = List.of();

    private IptablesInvocation(IptablesTool tool) {
        this.tool = tool;
        this.rule = new IptablesRule(tool);
    }

    /** Reads the words of a call. */
    static IptablesInvocation parse(IptablesTool tool, List<String> arguments) {
        IptablesInvocation invocation = new IptablesInvocation(tool);
        invocation.read(new OptionWords(arguments, tool));
        return invocation;
    }

    TableName table() {
        return table;
    }

    private void read(OptionWords words) {
        boolean negated = false;
        while (words.hasNext()) {
            String next = words.next();
            if (next.equals("!")) {
                negated = true;
                continue;
            }
            option(next, negated, words);
            negated = false;
        }
        if (command == 0) {
            throw tool.wrong("no command specified");
        }
        table = table(named);
        boolean ruled = "ADCIR".indexOf(command) >= 0 && !(command == 'D' && place > 0);
        if (ruled) {
            rules = rule.build();
        }
        if (command == 'R' && rules.size() > 1) {
            throw tool.wrong("Replacement rule does not specify a unique address");
        }
        legal();
        check();
        if (ruled) {
            notToFilter(rules.get(0).target() instanceof VerdictTarget.Drop);
        }
        notToFilter(command == 'P' && word.equals("DROP"));
    }

    private void notToFilter(boolean drops) {
        if (table() == TableName.NAT && drops) {
            throw tool.wrong("\nThe \"nat\" table is not intended for filtering, the use of DROP is therefore "
                    + "inhibited.\n\n");
        }
    }

    private void option(String given, boolean negated, OptionWords words) {
        if (given.length() > 2 && given.startsWith("-") && !given.startsWith("--")) {
            words.unfold(given, letter -> WITH_ARGUMENT.indexOf(letter) >= 0);
            return;
        }
        if (!given.startsWith("-") || given.equals("-")) {
            throw new Refusal(
                    2,
                    "Bad argument `" + given + "'\nTry `" + tool.name() + " -h' or '" + tool.name()
                            + " --help' for more information.");
        }
        String own = given.startsWith("--") ? shortened(given) : given;
        switch (own) {
            case "-A", "-D", "-C", "-I", "-R" -> command(own, words.argument(own), words);
            case "-L", "-S", "-F", "-X" -> {
                take(own.charAt(1));
                chain = words.optionalArgument();
                place = own.equals("-L") || own.equals("-S") ? number(words) : 0;
            }
            case "-Z" -> zero(words);
            case "-N" -> {
                take('N');
                chain = Optional.of(fresh(words.argument(own)));
            }
            case "-P", "-E" -> {
                take(own.charAt(1));
                chain = Optional.of(words.argument(own));
                word = words.optionalArgument()
                        .orElseThrow(() -> tool.wrong(own
                                + (own.equals("-P")
                                        ? " requires a chain and a policy"
                                        : " requires old-chain-name and new-chain-name")));
                if (own.equals("-E")) {
                    fresh(word);
                }
            }
            case "-t" -> named = words.argument("-t");
            case "-v" -> verbose = true;
            case "-n" -> numeric = true;
            case "-x" -> exact = true;
            case "--line-numbers" -> lineNumbers = true;
            case "-4", "-6" -> {
                if (own.equals("-4") == tool.six()) {
                    throw new Refusal(
                            2, "Try `" + tool.name() + " -h' or '" + tool.name() + " --help' for more information.");
                }
            }
            case "-w", "-W" -> {
                if (words.hasNext()) {
                    words.optionalArgument()
                            .filter(text -> !text.matches("\\d+"))
                            .ifPresent(text -> {
                                throw tool.wrong("wait seconds not numeric");
                            });
                }
            }
            default -> {
                if (!rule.read(own, negated, words)) {
                    throw tool.wrong("unknown option \"" + given + "\"");
                }
            }
        }
    }

    /** The short form of a long option, the word itself if it is none of the general ones. */
    private static String shortened(String given) {
        Optional<String> complete = OptionWords.complete(given, LONG);
        if (complete.isEmpty()) {
            return given;
        }
        return switch (complete.get()) {
            case "--append" -> "-A";
            case "--delete" -> "-D";
            case "--check" -> "-C";
            case "--insert" -> "-I";
            case "--replace" -> "-R";
            case "--list" -> "-L";
            case "--list-rules" -> "-S";
            case "--flush" -> "-F";
            case "--zero" -> "-Z";
            case "--new-chain" -> "-N";
            case "--delete-chain" -> "-X";
            case "--policy" -> "-P";
            case "--rename-chain" -> "-E";
            case "--table" -> "-t";
            case "--verbose" -> "-v";
            case "--numeric" -> "-n";
            case "--exact" -> "-x";
            case "--wait" -> "-w";
            case "--ipv4" -> "-4";
            case "--ipv6" -> "-6";
            default -> complete.get();
        };
    }

    private void command(String option, String name, OptionWords words) {
        take(option.charAt(1));
        chain = Optional.of(named(name));
        place = switch (command) {
            case 'I' -> {
                int given = number(words);
                yield given == 0 ? 1 : given;
            }
            case 'D' -> number(words);
            case 'R' -> {
                int given = number(words);
                if (given == 0) {
                    throw tool.wrong("-R requires a rule number");
                }
                yield given;
            }
            default -> 0;
        };
    }

    private int number(OptionWords words) {
        Optional<String> text = words.optionalArgument();
        if (text.isPresent() && !text.get().matches("[1-9]\\d{0,8}")) {
            throw tool.wrong("Invalid rule number `" + text.get() + "'");
        }
        return text.map(Integer::parseInt).orElse(0);
    }

    private void zero(OptionWords words) {
        if (command == 'L' || command == 'S') {
            zeroes = true;
            return;
        }
        take('Z');
        chain = words.optionalArgument();
        place = number(words);
    }

    private void take(char letter) {
        if (command == 'Z' && letter == 'L') {
            zeroes = true;
        } else if (command != 0) {
            throw tool.wrong("Cannot use -" + letter + " with -" + command);
        }
        command = letter;
    }

    /** {@code parse_chain}: the name of a new chain. */
    private String fresh(String name) {
        if (name.startsWith("-") || name.startsWith("!")) {
            throw tool.wrong("chain name not allowed to start with `" + name.charAt(0) + "'");
        }
        named(name);
        if (IptablesTables.isTarget(name)) {
            throw tool.wrong("chain name may not clash with target name");
        }
        return name;
    }

    private String named(String name) {
        if (name.length() > LONGEST_CHAIN) {
            throw tool.wrong("chain name `" + name + "' too long (must be under 29 chars)");
        }
        return name;
    }

    private TableName table(String label) {
        return TableName.parse(label)
                .orElseThrow(() -> new Refusal(
                        3,
                        tool.version() + ": table '" + label
                                + "' does not exist\nPerhaps " + tool.name()
                                + " or your kernel needs to be upgraded."));
    }

    /** {@code generic_opt_check}: not every option goes with every command. */
    private void legal() {
        String given = rule.given() + (numeric ? "n" : "") + (exact ? "x" : "") + (lineNumbers ? "0" : "");
        String allowed = switch (command) {
            case 'L' -> "nx0";
            case 'A', 'I', 'R', 'C' -> "sdpjiocf";
            case 'D' -> place > 0 ? "" : "sdpjiocf";
            case 'P' -> "c";
            default -> "";
        };
        for (char letter : "nsdpjxio0cf".toCharArray()) {
            if (given.indexOf(letter) >= 0 && allowed.indexOf(letter) < 0) {
                throw tool.wrong("Illegal option `-" + letter + "' with this command");
            }
        }
    }

    /** Devices are known only at some hooks. */
    private void check() {
        String name = chain.orElse("");
        boolean noOutput = name.equals(Hook.PREROUTING.name()) || name.equals(Hook.INPUT.name());
        boolean noInput = name.equals(Hook.POSTROUTING.name()) || name.equals(Hook.OUTPUT.name());
        if ("ADCIR".indexOf(command) >= 0 && noOutput && rule.given().contains("o")) {
            throw tool.wrong("Can't use -o with " + name + "\n");
        }
        if ("ADCIR".indexOf(command) >= 0 && noInput && rule.given().contains("i")) {
            throw tool.wrong("Can't use -i with " + name + "\n");
        }
    }

    // -- running ---------------------------------------------------------------------------

    /** Runs it alone. */
    CommandResult run(Computer computer, HostId host) {
        IptablesTables tables = new IptablesTables(tool, computer, host);
        FilterTable before = tables.table(table());
        rules.forEach(one -> tables.target(table(), one));
        String printed = apply(tables);
        if (zeroes) {
            try {
                tables.zero(table(), chain, true);
            } catch (Refusal refusal) {
                CommandResult answer = refusal.result();
                String told = verbose ? IptablesVerbosity.told('L', chain, 0, rules, before) : "";
                return new CommandResult(answer.exit(), printed + told, answer.stderr());
            }
        }
        tables.checkTargets();
        CommandResult answer = tables.commit(
                computer,
                host,
                command == 'A' ? "RULE_APPEND" : command == 'I' ? "RULE_INSERT" : "RULE_REPLACE",
                "rule in chain " + chain.orElse(""));
        String told = verbose && (zeroes || command != 'L' && command != 'S')
                ? IptablesVerbosity.told(command, chain, place, rules, before)
                : "";
        return answer.ok()
                ? CommandResult.printed(printed + told)
                : new CommandResult(answer.exit(), told, answer.stderr());
    }

    /** Applies it to tables that are committed later; answers what it prints. */
    String apply(IptablesTables tables) {
        String name = chain.orElse("");
        switch (command) {
            case 'A' -> tables.append(table(), name, rules);
            case 'I' -> rules.forEach(one -> tables.insert(table(), name, List.of(one), place));
            case 'R' -> tables.replace(table(), name, rules.get(0), place);
            case 'C' -> {
                for (Rule one : rules) {
                    tables.target(table(), one);
                    tables.place(table(), name, one);
                }
            }
            case 'D' -> delete(tables, name);
            case 'F' -> tables.flush(table(), chain, verbose);
            case 'Z' -> zero(tables, name);
            case 'N' -> tables.create(table(), name);
            case 'X' -> tables.delete(table(), chain);
            case 'P' -> tables.policy(table(), name, word, Counter.ZERO);
            case 'E' -> tables.rename(table(), name, word);
            default -> {
                return list(tables);
            }
        }
        return "";
    }

    private void zero(IptablesTables tables, String name) {
        if (place > 0) {
            tables.zero(table(), name, place);
        } else {
            tables.zero(table(), chain, false);
        }
    }

    private void delete(IptablesTables tables, String name) {
        if (place > 0) {
            tables.delete(table(), name, place);
        } else {
            rules.forEach(one -> tables.delete(table(), name, one));
        }
    }

    private String list(IptablesTables tables) {
        if (chain.isPresent() && tables.table(table()).find(chain.get()).isEmpty()) {
            throw new Refusal(
                    1,
                    tool.version() + ": chain `" + chain.get() + "' in table `" + table().label()
                            + "' is incompatible, use 'nft' tool.");
        }
        return command == 'L'
                ? new IptablesPrinter(new IptablesPrinter.Options(verbose, numeric, exact, lineNumbers))
                        .list(tables.table(table()), chain, place)
                : IptablesPrinter.commands(tables.table(table()), chain, place, verbose);
    }

    /** The words of a line of a saved rule set as iptables would be given them. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        boolean escaped = false;
        for (char c : line.toCharArray()) {
            if (escaped) {
                word.append(c);
                escaped = false;
            } else if (c == '\\' && quoted) {
                escaped = true;
            } else if (c == '"') {
                quoted = !quoted;
                begun = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (begun || word.length() > 0) {
                    words.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(c);
            }
        }
        if (begun || word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }
}
