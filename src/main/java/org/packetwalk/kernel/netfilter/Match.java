package org.packetwalk.kernel.netfilter;

import java.util.List;
import java.util.function.IntUnaryOperator;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.IpAddress;

/** One {@code -m} of a rule: a value that compares packets with what it was told. */
public sealed interface Match
        permits TransportMatch, IcmpMatch, ConnectionMatch, PacketMatch, CountingMatch, OwnerMatch {

    /** Compares a packet. A match that counts answers itself as it is afterwards. */
    Tested test(FilterQuery query, Surroundings around);

    /** As {@code iptables-save} writes it. */
    String saved();

    /** As {@code iptables -L -n} writes it. */
    String listed();

    /** The same with names instead of numbers, as {@code iptables -L} writes it. */
    default String listed(PortNames names) {
        return listed();
    }

    /** Whether connections have to be tracked for it. */
    default boolean needsTracking() {
        return false;
    }

    /** The names of ports. */
    @FunctionalInterface
    interface PortNames {

        /** The name of a port, the number as text if it has none. */
        String name(int port, boolean overUdp);
    }

    /**
     * The outcome of one comparison; it holds if all its checks do.
     *
     * @param after the match afterwards
     */
    record Tested(List<Check> checks, Match after) {

        /** Copies the list. */
        public Tested {
            checks = List.copyOf(checks);
        }

        /** Whether the packet is one of those meant. */
        public boolean holds() {
            return Selector.holds(checks);
        }
    }

    /**
     * What a match may need besides the packet.
     *
     * @param now virtual time
     * @param random draws a number from 0 to below its argument
     * @param addressTypes tells kinds of addresses
     */
    record Surroundings(SimTime now, IntUnaryOperator random, AddressTypes addressTypes) {}

    /** Tells which kind of address one is for this host. */
    @FunctionalInterface
    interface AddressTypes {

        /**
         * The kind, and whether it is one that was asked for.
         *
         * @param device the device it has to be on, empty if any
         * @param asked the kinds that are asked for, in the words of iptables
         */
        AddressKind of(IpAddress address, String device, List<String> asked);
    }

    /**
     * Which kind of address one is.
     *
     * @param seen the kind in the words of iptables; of an IPv6 address all that was found out
     * @param asked whether it is as asked for: an IPv4 address has to be of one of the kinds, while each kind that is
     *     written in an IPv6 address, and one of those that its route tells, have to be right ({@code match_type6})
     */
    record AddressKind(String seen, boolean asked) {}
}
