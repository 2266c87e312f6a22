package org.packetwalk.kernel.netfilter;

import java.util.List;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;

/** Types and codes of ICMP and ICMPv6 messages ({@code icmp_match}, {@code icmp6_match}). */
public sealed interface IcmpMatch extends Match {

    /** Every code. */
    PortRange ANY_CODE = new PortRange(0, 255);

    /** The type of the message; 255 means every type. */
    int type();

    /** The codes, {@link #ANY_CODE} if all are meant. */
    PortRange codes();

    /** Whether the others are meant. */
    boolean negated();

    /** Type and code as typed. */
    String text();

    @Override
    default Tested test(FilterQuery query, Surroundings around) {
        List<Check> checks = TransportMatch.readable(query);
        if (Selector.holds(checks)) {
            int seen = query.packet().icmpType();
            int code = query.packet().icmpCode();
            boolean same = type() == Icmp.ANY_TYPE || type() == seen && codes().contains(code);
            checks.add(
                    new Check(Field.ICMP_TYPE, Selector.not(negated()) + text(), seen + "/" + code, same != negated()));
        }
        return new Tested(checks, this);
    }

    /**
     * Of IPv4.
     *
     * @param type 255 means every type
     * @param codes {@link #ANY_CODE} means every code
     */
    record Icmp(int type, PortRange codes, boolean negated) implements IcmpMatch {

        /** Every type. */
        public static final int ANY_TYPE = 255;

        @Override
        public String text() {
            if (type == ANY_TYPE && codes.equals(ANY_CODE)) {
                return "any";
            }
            return type + (codes.equals(ANY_CODE) ? "" : "/" + codes.first());
        }

        @Override
        public String saved() {
            return "-m icmp " + Selector.not(negated) + "--icmp-type " + text();
        }

        @Override
        public String listed() {
            String code = codes.equals(ANY_CODE)
                    ? ""
                    : codes.first() == codes.last() ? " code " + codes.first() : " codes " + codes.text("-");
            return (negated ? "icmp !type " : "icmptype ") + type + code;
        }

        @Override
        public String listed(Match.PortNames names) {
            return IcmpNames.V4
                    .name(type, codes)
                    .map(name -> "icmp " + (negated ? "!" : "") + name)
                    .orElseGet(this::listed);
        }
    }

    /**
     * Of IPv6.
     *
     * @param codes {@link #ANY_CODE} means every code
     */
    record Icmpv6(int type, PortRange codes, boolean negated) implements IcmpMatch {

        @Override
        public String text() {
            return type + (codes.equals(ANY_CODE) ? "" : "/" + codes.first());
        }

        @Override
        public String saved() {
            return "-m icmp6 " + Selector.not(negated) + "--icmpv6-type " + text();
        }

        @Override
        public String listed() {
            return (negated ? "ipv6-icmp !type " : "ipv6-icmptype ")
                    + type
                    + (codes.equals(ANY_CODE) ? "" : " code " + codes.first());
        }

        @Override
        public String listed(Match.PortNames names) {
            return IcmpNames.V6
                    .name(type, codes)
                    .map(name -> "ipv6-icmp " + (negated ? "!" : "") + name)
                    .orElseGet(this::listed);
        }
    }
}
