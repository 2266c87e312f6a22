package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.packetwalk.kernel.netfilter.Chain;
import org.packetwalk.kernel.netfilter.FilterTable;
import org.packetwalk.kernel.netfilter.Match;
import org.packetwalk.kernel.netfilter.ProtocolNames;
import org.packetwalk.kernel.netfilter.Rule;
import org.packetwalk.kernel.netfilter.Selector;

/** What {@code iptables -v} tells about a change ({@code FMT_PRINT_RULE}). */
final class IptablesVerbosity {

    private IptablesVerbosity() {}

    /** The lines about a command. */
    static String told(char command, Optional<String> chain, int place, List<Rule> rules, FilterTable before) {
        return switch (command) {
            case 'A', 'I', 'R', 'C' -> lines(rules);
            case 'D' -> place > 0 ? "" : lines(rules);
            case 'F' -> chains("Flushing", chain, before, one -> true);
            case 'X' -> chains("Deleting", chain, before, one -> !one.builtin());
            case 'Z' -> chains("Zeroing", chain, before, Chain::made);
            // listing with zeroing makes the chains
            case 'L', 'S' -> chains("Zeroing", chain, before, one -> true);
            default -> "";
        };
    }

    private static String chains(String verb, Optional<String> one, FilterTable table, Predicate<Chain> concerned) {
        StringBuilder text = new StringBuilder();
        for (Chain chain : table.chains()) {
            boolean meant = one.map(chain.name()::equals).orElse(true);
            if (meant && concerned.test(chain)) {
                text.append(verb).append(" chain `").append(chain.name()).append("'\n");
            }
        }
        return text.toString();
    }

    private static String lines(List<Rule> rules) {
        StringBuilder text = new StringBuilder();
        rules.forEach(rule -> text.append(line(rule)).append('\n'));
        return text.toString();
    }

    private static String line(Rule rule) {
        Selector selector = rule.selector();
        StringBuilder text = new StringBuilder(rule.target().name()).append("  ");
        text.append(selector.protocol().negated() ? "!" : "")
                .append(ProtocolNames.name(selector.protocol().number()))
                .append(" opt ")
                .append(
                        switch (selector.fragments()) {
                            case ANY -> "--";
                            case FURTHER -> "-f";
                            case HEAD -> "!f";
                        });
        text.append(" in ").append(device(selector.input())).append(" out ").append(device(selector.output()));
        text.append(' ')
                .append(address(selector.source(), " "))
                .append("  ->")
                .append(address(selector.destination(), " "))
                .append("  ");
        boolean jumps = rule.target().listed().startsWith("[");
        if (jumps) {
            text.append(rule.target().listed());
        }
        for (Match match : rule.matches()) {
            text.append(' ').append(match.listed());
        }
        if (!jumps && !rule.target().listed().isEmpty()) {
            text.append(' ').append(rule.target().listed());
        }
        return text.toString();
    }

    private static String device(Selector.DeviceTest test) {
        return test.isAny() ? "*" : (test.negated() ? "!" : "") + test.pattern();
    }

    private static String address(Selector.AddressTest test, String otherwise) {
        return (test.negated() ? "!" : otherwise) + test.mask().listed();
    }
}
