package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.netfilter.IcmpMatch;
import org.packetwalk.kernel.netfilter.IcmpNames;
import org.packetwalk.kernel.netfilter.Match;
import org.packetwalk.kernel.netfilter.PortRange;
import org.packetwalk.kernel.netfilter.Selector.ProtocolTest;
import org.packetwalk.kernel.netfilter.TransportMatch;
import org.packetwalk.kernel.netfilter.TransportMatch.Ports;

/** {@code -m tcp}, {@code udp}, {@code multiport} and {@code icmp} while they are read. */
final class IptablesTransportMatches {

    private static final List<String> SOURCE = List.of("--sport", "--source-port");
    private static final List<String> PORTS = List.of("--sport", "--source-port", "--dport", "--destination-port");
    private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG");

    private IptablesTransportMatches() {}

    /** The match of a module; a multiport match looks at the protocol the rule has so far. */
    static Optional<IptablesMatch> find(String module, IptablesTool tool, IptablesRule rule) {
        IptablesNumbers numbers = new IptablesNumbers(tool);
        return switch (module) {
            case "tcp" -> Optional.of(new Tcp(tool, numbers, rule));
            case "udp", "udplite" -> Optional.of(new Udp(tool, module, numbers, rule));
            case "multiport" -> Optional.of(new Multiport(tool, numbers, rule));
            case "icmp" -> tool.six() ? Optional.empty() : Optional.of(new Icmp(tool));
            case "icmp6", "ipv6-icmp" -> tool.six() ? Optional.of(new Icmp(tool)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The ports of TCP and UDP. */
    private static final class PortPair {

        private final IptablesNumbers numbers;
        private Ports source = Ports.ANY;
        private Ports destination = Ports.ANY;
        private boolean all;

        PortPair(IptablesNumbers numbers) {
            this.numbers = numbers;
        }

        void read(String option, boolean negated, OptionWords words) {
            Ports ports = ports(numbers.range(words.argument(option), ":"), negated);
            all |= negated && ports.isAny();
            if (SOURCE.contains(option)) {
                source = ports;
            } else {
                destination = ports;
            }
        }

        /** {@code add_nft_port}: other ports than those from the first on are the ones above them. */
        private static Ports ports(PortRange range, boolean negated) {
            if (!negated || range.first() != 0 || range.last() == 0) {
                return new Ports(range, negated);
            }
            return range.isAll() ? Ports.ANY : new Ports(new PortRange(range.last() + 1, PortRange.ALL.last()), false);
        }

        boolean isAny() {
            return source.isAny() && destination.isAny();
        }

        /** Whether "no port" was asked for, which the tool takes for every port. */
        boolean saysNothing() {
            return all && isAny();
        }
    }

    /** UDP. */
    private static final class Udp implements IptablesMatch {

        private final IptablesTool tool;
        private final String module;
        private final IptablesRule rule;
        private final PortPair ports;

        Udp(IptablesTool tool, String module, IptablesNumbers numbers, IptablesRule rule) {
            this.tool = tool;
            this.module = module;
            this.rule = rule;
            this.ports = new PortPair(numbers);
        }

        @Override
        public String module() {
            return module;
        }

        @Override
        public List<String> options() {
            return PORTS;
        }

        @Override
        public void read(String option, boolean negated, OptionWords words) {
            ports.read(option, negated, words);
        }

        @Override
        public boolean saysNothing() {
            return ports.saysNothing();
        }

        @Override
        public Match build() {
            int number = module.equals("udp") ? 17 : 136;
            if (!ports.isAny() && rule.protocol().number() != number) {
                throw tool.wrong("UDP match requires '-p udp'");
            }
            return new TransportMatch.Udp(module, ports.source, ports.destination);
        }
    }

    /** TCP. */
    private static final class Tcp implements IptablesMatch {

        private static final int SYN_MASK = 0x17;
        private static final int SYN = 0x02;

        private final IptablesTool tool;
        private final IptablesNumbers numbers;
        private final IptablesRule rule;
        private final PortPair ports;
        private int looked;
        private int set;
        private boolean flagsNegated;
        private boolean flagsGiven;
        private int option;
        private boolean optionNegated;

        Tcp(IptablesTool tool, IptablesNumbers numbers, IptablesRule rule) {
            this.tool = tool;
            this.rule = rule;
            this.numbers = numbers;
            this.ports = new PortPair(numbers);
        }

        @Override
        public String module() {
            return "tcp";
        }

        @Override
        public List<String> options() {
            return List.of(
                    "--sport",
                    "--source-port",
                    "--dport",
                    "--destination-port",
                    "--syn",
                    "--tcp-flags",
                    "--tcp-option");
        }

        @Override
        public void read(String name, boolean negated, OptionWords words) {
            switch (name) {
                case "--syn" -> flags(SYN_MASK, SYN, negated);
                case "--tcp-flags" -> {
                    String mask = words.argument(name);
                    if (!words.hasArgument()) {
                        throw tool.wrong("--tcp-flags requires two args.");
                    }
                    flags(bits(mask), bits(words.next()), negated);
                }
                case "--tcp-option" -> {
                    option = numbers.number(words.argument(name), 1, 255, "tcp", "--tcp-option");
                    optionNegated = negated;
                }
                default -> ports.read(name, negated, words);
            }
        }

        private void flags(int mask, int wanted, boolean negated) {
            if (flagsGiven) {
                throw tool.wrong("Only one of `--syn' or `--tcp-flags'  allowed");
            }
            flagsGiven = true;
            looked = mask;
            set = wanted;
            flagsNegated = negated;
        }

        private int bits(String text) {
            int bits = 0;
            for (String name : text.split(",")) {
                int place = FLAGS.indexOf(name.toUpperCase(java.util.Locale.ROOT));
                if (place >= 0) {
                    bits |= 1 << place;
                } else if (name.equalsIgnoreCase("ALL")) {
                    bits |= 0x3f;
                } else if (!name.equalsIgnoreCase("NONE")) {
                    throw tool.wrong("Unknown TCP flag `" + name + "'");
                }
            }
            return bits;
        }

        @Override
        public boolean saysNothing() {
            return ports.saysNothing() && looked == 0 && set == 0 && !flagsNegated && option == 0;
        }

        @Override
        public Match build() {
            if (!ports.isAny() && rule.protocol().number() != 6) {
                throw tool.wrong("TCP match requires '-p tcp'");
            }
            return new TransportMatch.Tcp(
                    ports.source, ports.destination, looked, set, flagsNegated, option, optionNegated);
        }
    }

    /** Several ports. */
    private static final class Multiport implements IptablesMatch {

        private static final List<Integer> WITH_PORTS = List.of(6, 17, 33, 132, 136);

        private final IptablesTool tool;
        private final IptablesNumbers numbers;
        private final IptablesRule rule;
        private TransportMatch.Side side = TransportMatch.Side.EITHER;
        private List<PortRange> ranges = List.of();
        private boolean not;

        Multiport(IptablesTool tool, IptablesNumbers numbers, IptablesRule rule) {
            this.tool = tool;
            this.numbers = numbers;
            this.rule = rule;
        }

        @Override
        public String module() {
            return "multiport";
        }

        @Override
        public List<String> options() {
            return List.of("--sports", "--source-ports", "--dports", "--destination-ports", "--ports");
        }

        @Override
        public void read(String option, boolean negated, OptionWords words) {
            side = switch (option) {
                case "--sports", "--source-ports" -> TransportMatch.Side.SOURCE;
                case "--ports" -> TransportMatch.Side.EITHER;
                default -> TransportMatch.Side.DESTINATION;
            };
            ProtocolTest protocol = rule.protocol();
            if (protocol.negated() || protocol.number() != 0 && !WITH_PORTS.contains(protocol.number())) {
                throw tool.wrong("multiport only works with TCP, UDP, UDPLITE, SCTP and DCCP");
            }
            if (protocol.number() == 0) {
                throw tool.wrong("multiport needs `-p tcp', `-p udp', `-p udplite', `-p sctp' or `-p dccp'");
            }
            ranges = numbers.list(words.argument(option));
            not = negated;
        }

        @Override
        public Match build() {
            if (ranges.isEmpty()) {
                throw tool.wrong("multiport expection an option");
            }
            return new TransportMatch.Multiport(side, ranges, not);
        }
    }

    /** ICMP or ICMPv6. */
    private static final class Icmp implements IptablesMatch {

        private final IptablesTool tool;
        private Optional<IcmpMatch> match = Optional.empty();

        Icmp(IptablesTool tool) {
            this.tool = tool;
        }

        @Override
        public String module() {
            return tool.six() ? "icmp6" : "icmp";
        }

        @Override
        public List<String> options() {
            return List.of(tool.six() ? "--icmpv6-type" : "--icmp-type");
        }

        @Override
        public void read(String option, boolean negated, OptionWords words) {
            String text = words.argument(option);
            boolean code = text.matches("\\d+/.*") && Integer.parseInt(text.substring(0, text.indexOf('/'))) < 256;
            match = Optional.of((tool.six() ? IcmpNames.V6 : IcmpNames.V4)
                    .parse(text, negated)
                    .orElseThrow(() -> tool.wrong("Unknown "
                            + (tool.six() ? "ICMPv6" : "ICMP")
                            + (tool.six() && code ? " code `" : " type `")
                            + text
                            + "'")));
        }

        @Override
        public Match build() {
            return match.orElseGet(() -> {
                if (tool.six()) {
                    throw tool.wrong("icmp6: option \"--icmpv6-type\" must be specified\n");
                }
                return new IcmpMatch.Icmp(IcmpMatch.Icmp.ANY_TYPE, IcmpMatch.ANY_CODE, false);
            });
        }
    }
}
