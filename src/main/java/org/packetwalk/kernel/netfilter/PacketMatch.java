package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.netfilter.Selector.DeviceTest;
import org.packetwalk.net.IpAddress;

/** Matches of what the kernel knows of a packet besides its headers. */
public sealed interface PacketMatch extends Match {

    /** A mark as it is written: the mask only if it is not full. */
    static String mark(int value, int mask) {
        return "0x" + Integer.toHexString(value) + (mask == -1 ? "" : "/0x" + Integer.toHexString(mask));
    }

    /** The mark of the buffer ({@code xt_mark.c}). */
    record Mark(int value, int mask, boolean negated) implements PacketMatch {

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            return new Tested(
                    List.of(new Check(
                            Field.MARK,
                            Selector.not(negated) + mark(value, mask),
                            "0x" + Integer.toHexString(query.mark()),
                            (query.mark() & mask) == value != negated)),
                    this);
        }

        @Override
        public String saved() {
            return "-m mark " + Selector.not(negated) + "--mark " + mark(value, mask);
        }

        @Override
        public String listed() {
            return "mark match " + Selector.not(negated) + mark(value, mask);
        }
    }

    /** Kinds of address, perhaps the others. */
    record Kinds(List<String> words, boolean negated) {

        /** Says nothing. */
        public static final Kinds ANY = new Kinds(List.of(), false);

        /** Copies the list. */
        public Kinds {
            words = List.copyOf(words);
        }

        private String text() {
            return String.join(",", words);
        }
    }

    /** On which device an address has to be. */
    enum Limit {
        NONE("", ""),
        IN(" --limit-iface-in", " limit-in"),
        OUT(" --limit-iface-out", " limit-out");

        private final String option;
        private final String word;

        Limit(String option, String word) {
            this.option = option;
            this.word = word;
        }
    }

    /** What kind of address source and destination are for this host ({@code xt_addrtype.c}). */
    record AddressType(Kinds source, Kinds destination, Limit limit) implements PacketMatch {

        private static final List<String> OF_IPV4_ONLY =
                List.of("BROADCAST", "BLACKHOLE", "PROHIBIT", "THROW", "NAT", "XRESOLVE");

        /** Whether it asks for a kind that no IPv6 address is of. */
        public boolean isOfIpv4Only() {
            return Stream.concat(source.words.stream(), destination.words.stream())
                    .anyMatch(OF_IPV4_ONLY::contains);
        }

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            String device = switch (limit) {
                case NONE -> "";
                case IN -> query.inputDevice();
                case OUT -> query.outputDevice();
            };
            List<Check> checks = new ArrayList<>();
            check(Field.SOURCE_TYPE, source, query.packet().source(), device, around, checks);
            if (Selector.holds(checks)) {
                check(Field.DESTINATION_TYPE, destination, query.packet().destination(), device, around, checks);
            }
            return new Tested(checks, this);
        }

        private static void check(
                Field field, Kinds kinds, IpAddress address, String device, Surroundings around, List<Check> checks) {
            if (!kinds.words.isEmpty()) {
                AddressKind kind = around.addressTypes().of(address, device, kinds.words);
                checks.add(new Check(
                        field, Selector.not(kinds.negated) + kinds.text(), kind.seen(), kind.asked() != kinds.negated));
            }
        }

        @Override
        public String saved() {
            return "-m addrtype" + save("--src-type", source) + save("--dst-type", destination) + limit.option;
        }

        private static String save(String option, Kinds kinds) {
            return kinds.words.isEmpty() ? "" : " " + Selector.not(kinds.negated) + option + " " + kinds.text();
        }

        @Override
        public String listed() {
            return "ADDRTYPE match" + list("src-type", source) + list("dst-type", destination) + limit.word;
        }

        private static String list(String option, Kinds kinds) {
            return kinds.words.isEmpty() ? "" : " " + option + " " + (kinds.negated ? "!" : "") + kinds.text();
        }
    }

    /** What may be asked of the ports of a bridge, in the order in which it is printed. */
    enum PortQuestion {
        IS_IN("--physdev-is-in", true),
        IN("--physdev-in", false),
        IS_OUT("--physdev-is-out", true),
        OUT("--physdev-out", false),
        IS_BRIDGED("--physdev-is-bridged", true);

        private final String option;
        private final boolean flag;

        PortQuestion(String option, boolean flag) {
            this.option = option;
            this.flag = flag;
        }

        /** The option as typed. */
        public String option() {
            return option;
        }

        /** Whether it has no argument. */
        public boolean flag() {
            return flag;
        }
    }

    /**
     * One option of {@code -m physdev}.
     *
     * @param device a name or a pattern, empty for those that have none
     */
    record PortTest(PortQuestion question, String device, boolean negated) {

        private String saved() {
            return Selector.not(negated) + question.option + (question.flag ? "" : " " + device);
        }

        private Check check(FilterQuery query) {
            String in = query.bridgeInput();
            String out = query.bridgeOutput();
            boolean holds = switch (question) {
                case IS_IN -> !in.isEmpty();
                case IN -> DeviceTest.fits(device, in);
                case IS_OUT -> !out.isEmpty();
                case OUT -> DeviceTest.fits(device, out);
                case IS_BRIDGED -> !in.isEmpty() && !out.isEmpty();
            };
            String seen = switch (question) {
                case IS_IN, IN -> in;
                case IS_OUT, OUT -> out;
                case IS_BRIDGED -> in + " " + out;
            };
            return new Check(Field.BRIDGE_PORT, saved(), seen.strip(), holds != negated);
        }
    }

    /** The bridge ports of a bridged packet ({@code xt_physdev.c}). */
    record PhysDev(List<PortTest> tests) implements PacketMatch {

        /** Copies the list. */
        public PhysDev {
            tests = List.copyOf(tests);
        }

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            return new Tested(tests.stream().map(test -> test.check(query)).toList(), this);
        }

        @Override
        public String saved() {
            StringBuilder text = new StringBuilder("-m physdev");
            tests.forEach(test -> text.append(' ').append(test.saved()));
            return text.toString();
        }

        @Override
        public String listed() {
            StringBuilder text = new StringBuilder("PHYSDEV match");
            tests.forEach(test -> text.append(' ').append(test.saved()));
            return text.toString();
        }
    }

    /** A remark; it fits every packet. */
    record Comment(String text) implements PacketMatch {

        @Override
        public Tested test(FilterQuery query, Surroundings around) {
            return new Tested(List.of(), this);
        }

        @Override
        public String saved() {
            return "-m comment --comment " + RuleText.quoted(text);
        }

        @Override
        public String listed() {
            return "/* " + text + " */";
        }
    }
}
