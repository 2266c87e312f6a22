package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;
import org.packetwalk.net.IpAddress;

/**
 * The part of a rule that every rule can have: addresses, devices, protocol, fragments.
 *
 * @param source where packets come from
 * @param destination where they go
 * @param input the device they came in by
 * @param output the device they go out by
 * @param protocol the transport protocol
 * @param fragments whether later fragments are meant
 */
public record Selector(
        AddressTest source,
        AddressTest destination,
        DeviceTest input,
        DeviceTest output,
        ProtocolTest protocol,
        Fragments fragments) {

    /** Every IPv4 packet. */
    public static final Selector ANY = new Selector(
            AddressTest.ANY, AddressTest.ANY, DeviceTest.ANY, DeviceTest.ANY, ProtocolTest.ANY, Fragments.ANY);

    /** An address in a network, or not in it. */
    public record AddressTest(AddressMask mask, boolean negated) {

        /** Every address. */
        public static final AddressTest ANY = new AddressTest(AddressMask.ANY, false);

        /** Whether it says nothing. */
        public boolean isAny() {
            return mask.isAny() && !negated;
        }

        private void check(Field field, IpAddress seen, List<Check> checks) {
            if (!isAny()) {
                checks.add(
                        new Check(field, not(negated) + mask.saved(), seen.toString(), mask.contains(seen) != negated));
            }
        }

        private void save(String option, StringBuilder text) {
            if (!isAny()) {
                text.append(not(negated))
                        .append(option)
                        .append(' ')
                        .append(mask.saved())
                        .append(' ');
            }
        }
    }

    /**
     * A device of a name, or of another name.
     *
     * @param pattern the name; one that ends in {@code +} means all that begin so; empty means all
     */
    public record DeviceTest(String pattern, boolean negated) {

        /** Every device, and none. */
        public static final DeviceTest ANY = new DeviceTest("", false);

        /** Whether it says nothing. */
        public boolean isAny() {
            return pattern.isEmpty();
        }

        /** Whether a device of a name is meant; negation aside. */
        static boolean fits(String pattern, String name) {
            return pattern.endsWith("+")
                    ? name.startsWith(pattern.substring(0, pattern.length() - 1)) && !name.isEmpty()
                    : name.equals(pattern);
        }

        private void check(Field field, String seen, List<Check> checks) {
            if (!isAny()) {
                checks.add(new Check(field, not(negated) + pattern, seen, fits(pattern, seen) != negated));
            }
        }

        private void save(String option, StringBuilder text) {
            if (!isAny()) {
                text.append(not(negated))
                        .append(option)
                        .append(' ')
                        .append(pattern)
                        .append(' ');
            }
        }
    }

    /**
     * A transport protocol, or another one.
     *
     * @param number 0 means all
     */
    public record ProtocolTest(int number, boolean negated) {

        /** Every protocol. */
        public static final ProtocolTest ANY = new ProtocolTest(0, false);

        /** Whether it says nothing. */
        public boolean isAny() {
            return number == 0 && !negated;
        }
    }

    /** Which parts of fragmented packets are meant. */
    public enum Fragments {
        ANY,
        /** Only second and further fragments. */
        FURTHER,
        /** Only whole packets and first fragments. */
        HEAD
    }

    /** Compares everything that is said with a packet; ends at the first that does not hold. */
    List<Check> check(FilterQuery query) {
        List<Check> checks = new ArrayList<>();
        PacketFacts packet = query.packet();
        source.check(Field.FROM, packet.source(), checks);
        if (holds(checks)) {
            destination.check(Field.TO, packet.destination(), checks);
        }
        if (holds(checks)) {
            input.check(Field.INPUT_INTERFACE, query.inputDevice(), checks);
        }
        if (holds(checks)) {
            output.check(Field.OUTPUT_INTERFACE, query.outputDevice(), checks);
        }
        if (holds(checks) && !protocol.isAny()) {
            boolean same = protocol.number == packet.protocol();
            checks.add(new Check(
                    Field.PROTOCOL,
                    not(protocol.negated) + ProtocolNames.name(protocol.number),
                    ProtocolNames.name(packet.protocol()),
                    same != protocol.negated));
        }
        if (holds(checks) && fragments != Fragments.ANY) {
            boolean further = packet.fragmentOffset() != 0;
            checks.add(new Check(
                    Field.FRAGMENT,
                    fragments == Fragments.FURTHER ? "> 0" : "0",
                    Integer.toString(packet.fragmentOffset()),
                    further == (fragments == Fragments.FURTHER)));
        }
        return checks;
    }

    static boolean holds(List<Check> checks) {
        return checks.stream().allMatch(Check::holds);
    }

    /** As {@code iptables-save} writes it, each option followed by a space. */
    String saved() {
        StringBuilder text = new StringBuilder();
        source.save("-s", text);
        destination.save("-d", text);
        input.save("-i", text);
        output.save("-o", text);
        if (!protocol.isAny()) {
            text.append(not(protocol.negated))
                    .append("-p ")
                    .append(ProtocolNames.name(protocol.number))
                    .append(' ');
        }
        if (fragments != Fragments.ANY) {
            text.append(fragments == Fragments.FURTHER ? "-f " : "! -f ");
        }
        return text.toString();
    }

    static String not(boolean negated) {
        return negated ? "! " : "";
    }
}
