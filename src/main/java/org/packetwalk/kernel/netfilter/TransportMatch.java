package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;
import org.packetwalk.packet.TcpFlags;

/** Matches of transport headers ({@code net/netfilter/xt_tcpudp.c}, {@code xt_multiport.c}). */
public sealed interface TransportMatch extends Match {

    /** Ports as numbers. */
    Match.PortNames NUMBERS = (port, overUdp) -> Integer.toString(port);

    /** Ports of a header, perhaps the others. */
    record Ports(PortRange range, boolean negated) {

        /** Says nothing. */
        public static final Ports ANY = new Ports(PortRange.ALL, false);

        /** Whether it says nothing. */
        public boolean isAny() {
            return range.isAll() && !negated;
        }

        private void check(Field field, int seen, List<Check> checks) {
            if (!isAny() && Selector.holds(checks)) {
                checks.add(new Check(
                        field,
                        Selector.not(negated) + range.saved(),
                        Integer.toString(seen),
                        range.contains(seen) != negated));
            }
        }

        private String save(String option) {
            return isAny() ? "" : " " + Selector.not(negated) + option + " " + range.saved();
        }

        private String list(String one, Match.PortNames names, boolean overUdp) {
            if (isAny()) {
                return "";
            }
            boolean several = range.first() != range.last();
            return " " + one + (several ? "s:" : ":") + (negated ? "!" : "") + range.named(names, overUdp);
        }
    }

    /**
     * Ports of UDP or TCP.
     *
     * @param module {@code udp}, or {@code udplite}
     */
    record Udp(String module, Ports source, Ports destination) implements TransportMatch {

        /** Whether the kernel wants the rule to be about the protocol: comparisons of ports alone read any header. */
        public boolean needsProtocol() {
            return source.isAny() && destination.isAny();
        }

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            List<Check> checks = readable(query);
            source.check(Field.SOURCE_PORT, query.packet().sourcePort(), checks);
            destination.check(Field.DESTINATION_PORT, query.packet().destinationPort(), checks);
            return new Tested(checks, this);
        }

        @Override
        public String saved() {
            return "-m " + module + source.save("--sport") + destination.save("--dport");
        }

        @Override
        public String listed() {
            return listed(NUMBERS);
        }

        @Override
        public String listed(Match.PortNames names) {
            return module + source.list("spt", names, true) + destination.list("dpt", names, true);
        }
    }

    /**
     * Ports, flags and options of TCP.
     *
     * @param mask which flags are looked at
     * @param set which of them have to be set
     * @param flagsNegated whether it must be otherwise
     * @param option the number of a TCP option that must be there, 0 if none is asked for
     * @param optionNegated whether it must not
     */
    record Tcp(
            Ports source, Ports destination, int mask, int set, boolean flagsNegated, int option, boolean optionNegated)
            implements TransportMatch {

        /** Whether the kernel wants the rule to be about TCP: comparisons of ports and flags alone read any header. */
        public boolean needsProtocol() {
            return option != 0 || source.isAny() && destination.isAny() && !looksAtFlags();
        }

        private static final String[] NAMES = {"FIN", "SYN", "RST", "PSH", "ACK", "URG"};

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            List<Check> checks = readable(query);
            PacketFacts packet = query.packet();
            source.check(Field.SOURCE_PORT, packet.sourcePort(), checks);
            destination.check(Field.DESTINATION_PORT, packet.destinationPort(), checks);
            if (looksAtFlags() && Selector.holds(checks)) {
                checks.add(new Check(
                        Field.TCP_FLAGS,
                        Selector.not(flagsNegated) + flags(mask) + " " + flags(set),
                        new TcpFlags(packet.tcpFlags() & 0x3f).toString().replace('|', ','),
                        (packet.tcpFlags() & mask) == set != flagsNegated));
            }
            if (option != 0 && Selector.holds(checks)) {
                boolean there = hasOption(query);
                checks.add(new Check(
                        Field.TCP_OPTION,
                        Selector.not(optionNegated) + option,
                        there ? Integer.toString(option) : "",
                        there != optionNegated));
            }
            return new Tested(checks, this);
        }

        private boolean looksAtFlags() {
            return mask != 0 || set != 0 || flagsNegated;
        }

        private boolean hasOption(FilterQuery query) {
            var options = query.packet().tcpOptions();
            int at = 0;
            while (at < options.size()) {
                int kind = options.u8(at);
                if (kind == option) {
                    return true;
                }
                int length = kind < 2 || at + 1 >= options.size() ? 1 : options.u8(at + 1);
                at += Math.max(1, length);
            }
            return false;
        }

        /** The names of flags joined by commas, NONE if there is none. */
        static String flags(int bits) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < NAMES.length; i++) {
                if ((bits >> i & 1) != 0) {
                    names.add(NAMES[i]);
                }
            }
            return names.isEmpty() ? "NONE" : String.join(",", names);
        }

        @Override
        public String saved() {
            return "-m tcp" + source.save("--sport") + destination.save("--dport")
                    + (option == 0 ? "" : " " + Selector.not(optionNegated) + "--tcp-option " + option)
                    + (looksAtFlags()
                            ? " " + Selector.not(flagsNegated) + "--tcp-flags " + flags(mask) + " " + flags(set)
                            : "");
        }

        @Override
        public String listed() {
            return listed(NUMBERS);
        }

        @Override
        public String listed(Match.PortNames names) {
            return "tcp" + source.list("spt", names, false) + destination.list("dpt", names, false)
                    + (option == 0 ? "" : " option=" + (optionNegated ? "!" : "") + option)
                    + (looksAtFlags()
                            ? String.format(Locale.ROOT, " flags:%s0x%02X/0x%02X", flagsNegated ? "!" : "", mask, set)
                            : "");
        }
    }

    /** Which ports a multiport match looks at. */
    enum Side {
        SOURCE("sports"),
        DESTINATION("dports"),
        EITHER("ports");

        private final String word;

        Side(String word) {
            this.word = word;
        }
    }

    /** Several ports and ranges. */
    record Multiport(Side side, List<PortRange> ranges, boolean negated) implements TransportMatch {

        /** Copies the list. */
        public Multiport {
            ranges = List.copyOf(ranges);
        }

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            List<Check> checks = readable(query);
            if (Selector.holds(checks)) {
                int from = query.packet().sourcePort();
                int to = query.packet().destinationPort();
                boolean there = ranges.stream().anyMatch(range -> switch (side) {
                    case SOURCE -> range.contains(from);
                    case DESTINATION -> range.contains(to);
                    case EITHER -> range.contains(from) || range.contains(to);
                });
                Field field = side == Side.SOURCE ? Field.SOURCE_PORT : Field.DESTINATION_PORT;
                String seen = side == Side.EITHER ? from + "," + to : Integer.toString(side == Side.SOURCE ? from : to);
                checks.add(new Check(field, Selector.not(negated) + text(), seen, there != negated));
            }
            return new Tested(checks, this);
        }

        private String text() {
            return ranges.stream().map(PortRange::saved).collect(Collectors.joining(","));
        }

        @Override
        public String saved() {
            return "-m multiport " + Selector.not(negated) + "--" + side.word + " " + text();
        }

        @Override
        public String listed() {
            return listed(NUMBERS);
        }

        @Override
        public String listed(Match.PortNames names) {
            return "multiport " + side.word + " " + (negated ? " !" : "")
                    + ranges.stream().map(range -> range.named(names, false)).collect(Collectors.joining(","));
        }
    }

    /** Only a packet whose transport header is there can be compared: no later fragment. */
    static List<Check> readable(FilterQuery query) {
        List<Check> checks = new ArrayList<>();
        if (query.packet().fragmentOffset() != 0 || !query.packet().hasTransport()) {
            checks.add(new Check(
                    Field.FRAGMENT, "0", Integer.toString(query.packet().fragmentOffset()), false));
        }
        return checks;
    }
}
