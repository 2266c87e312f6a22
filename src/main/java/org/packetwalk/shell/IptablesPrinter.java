package org.packetwalk.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.kernel.netfilter.AddressMask;
import org.packetwalk.kernel.netfilter.Chain;
import org.packetwalk.kernel.netfilter.Counter;
import org.packetwalk.kernel.netfilter.FilterTable;
import org.packetwalk.kernel.netfilter.Match;
import org.packetwalk.kernel.netfilter.ProtocolNames;
import org.packetwalk.kernel.netfilter.Rule;
import org.packetwalk.kernel.netfilter.Selector;
import org.packetwalk.kernel.netfilter.Selector.AddressTest;
import org.packetwalk.kernel.netfilter.Selector.DeviceTest;
import org.packetwalk.net.ServiceNames;

/** {@code iptables -L} and {@code -S} ({@code nft_ipv4_print_rule}). */
final class IptablesPrinter {

    /**
     * How a list is printed.
     *
     * @param verbose with counters and devices
     * @param numeric numbers instead of names
     * @param exact counters in full
     * @param lineNumbers rules with their places
     */
    record Options(boolean verbose, boolean numeric, boolean exact, boolean lineNumbers) {}

    private final Options options;
    private final StringBuilder out = new StringBuilder();

    IptablesPrinter(Options options) {
        this.options = options;
    }

    /** All chains or one, all its rules or one of a place from 1. */
    String list(FilterTable table, Optional<String> name, int place) {
        boolean first = true;
        for (Chain chain : table.chains()) {
            if (name.isPresent() && !name.get().equals(chain.name())) {
                continue;
            }
            if (!first) {
                out.append('\n');
            }
            first = false;
            if (place == 0) {
                head(table, chain);
            }
            for (int i = 0; i < chain.rules().size(); i++) {
                if (place == 0 || place == i + 1) {
                    rule(chain.rules().get(i), i + 1);
                }
            }
        }
        return out.toString();
    }

    private void head(FilterTable table, Chain chain) {
        out.append("Chain ").append(chain.name());
        if (chain.builtin()) {
            out.append(" (policy ").append(chain.policyWord());
            if (options.verbose) {
                out.append(' ')
                        .append(number(chain.policy().packets(), false))
                        .append("packets, ")
                        .append(number(chain.policy().bytes(), false))
                        .append("bytes");
            }
            out.append(")\n");
        } else {
            out.append(" (").append(table.references(chain.name())).append(" references)\n");
        }
        if (options.lineNumbers) {
            out.append("num  ");
        }
        if (options.verbose) {
            out.append(options.exact ? "    pkts      bytes " : " pkts bytes ");
        }
        out.append("target     prot opt ");
        if (options.verbose) {
            out.append("in     out     ");
        }
        out.append("source               destination         \n");
    }

    private void rule(Rule rule, int place) {
        Selector selector = rule.selector();
        if (options.lineNumbers) {
            out.append(String.format(Locale.ROOT, "%-4d ", place));
        }
        if (options.verbose) {
            Counter counter = rule.counter();
            out.append(number(counter.packets(), true)).append(number(counter.bytes(), true));
        }
        out.append(String.format(Locale.ROOT, "%-9s ", rule.target().name()));
        out.append(selector.protocol().negated() ? '!' : ' ');
        int protocol = selector.protocol().number();
        out.append(String.format(
                Locale.ROOT, "%-4s ", options.numeric ? Integer.toString(protocol) : ProtocolNames.name(protocol)));
        out.append(
                switch (selector.fragments()) {
                    case ANY -> "--";
                    case FURTHER -> "-f";
                    case HEAD -> "!f";
                });
        out.append(' ');
        if (options.verbose) {
            out.append(String.format(Locale.ROOT, " %-6s ", device(selector.input())));
            out.append(String.format(Locale.ROOT, "%-6s ", device(selector.output())));
        }
        address(selector.source());
        address(selector.destination());
        boolean jumps = rule.target().listed().startsWith("[");
        if (jumps) {
            out.append(rule.target().listed());
        }
        for (Match match : rule.matches()) {
            out.append(' ').append(options.numeric ? match.listed() : match.listed(IptablesPrinter::service));
        }
        String does = options.numeric ? rule.target().listed() : rule.target().listedByName();
        if (!jumps && !does.isEmpty()) {
            out.append(' ').append(does);
        }
        out.append('\n');
    }

    private static String service(int port, boolean overUdp) {
        return ServiceNames.name(port, overUdp).orElseGet(() -> Integer.toString(port));
    }

    private String device(DeviceTest test) {
        if (test.isAny()) {
            return options.numeric ? "*" : "any";
        }
        return (test.negated() ? "!" : "") + test.pattern();
    }

    private void address(AddressTest test) {
        out.append(test.negated() ? '!' : ' ').append(String.format(Locale.ROOT, "%-19s ", text(test.mask())));
    }

    private String text(AddressMask mask) {
        if (options.numeric) {
            return mask.listed();
        }
        return mask.isAny() ? "anywhere" : mask.listed().equals("127.0.0.1") ? "localhost" : mask.listed();
    }

    /** {@code xtables_print_num}. */
    private String number(long value, boolean inTable) {
        if (options.exact) {
            return inTable ? String.format(Locale.ROOT, "%8d ", value) : value + " ";
        }
        long shown = value;
        String unit = "";
        for (String next : List.of("K", "M", "G", "T")) {
            if (shown <= (unit.isEmpty() ? 99_999 : 9_999)) {
                break;
            }
            shown = (shown + 500) / 1000;
            unit = next;
        }
        if (!inTable) {
            return shown + unit + " ";
        }
        return unit.isEmpty()
                ? String.format(Locale.ROOT, "%5d ", shown)
                : String.format(Locale.ROOT, "%4d%s ", shown, unit);
    }

    /** {@code -S}: the commands that make the chains. */
    static String commands(FilterTable table, Optional<String> name, int place, boolean counters) {
        StringBuilder text = new StringBuilder();
        List<Chain> chains = table.chains().stream()
                .filter(chain -> name.isEmpty() || name.get().equals(chain.name()))
                .toList();
        if (place == 0) {
            for (Chain chain : chains) {
                text.append(chain.builtin() ? "-P " : "-N ").append(chain.name());
                if (chain.builtin()) {
                    text.append(' ').append(chain.policyWord()).append(counters ? counted(chain.policy()) : "");
                }
                text.append('\n');
            }
        }
        for (Chain chain : chains) {
            for (int i = 0; i < chain.rules().size(); i++) {
                if (place == 0 || place == i + 1) {
                    text.append(command(chain, chain.rules().get(i), counters)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String command(Chain chain, Rule rule, boolean counters) {
        String line = rule.line(chain.name());
        if (!counters) {
            return line;
        }
        String target = rule.target().saved();
        String before = line.substring(0, line.length() - target.length()).stripTrailing();
        return (before + counted(rule.counter()) + " " + target).stripTrailing();
    }

    private static String counted(Counter counter) {
        return " -c " + counter.packets() + " " + counter.bytes();
    }

    /** The lines of {@code iptables-save} about a table. */
    static String saved(FilterTable table, boolean counters) {
        StringBuilder text = new StringBuilder("*").append(table.name().label()).append('\n');
        for (Chain chain : table.chains()) {
            text.append(':')
                    .append(chain.name())
                    .append(' ')
                    .append(chain.policyWord())
                    .append(' ')
                    .append(bracketed(chain.policy()))
                    .append('\n');
        }
        for (Chain chain : table.chains()) {
            for (Rule rule : chain.rules()) {
                text.append(counters ? bracketed(rule.counter()) + " " : "")
                        .append(rule.line(chain.name()))
                        .append('\n');
            }
        }
        return text.append("COMMIT\n").toString();
    }

    private static String bracketed(Counter counter) {
        return "[" + counter.packets() + ":" + counter.bytes() + "]";
    }
}
