package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;

/** Chooses address and port of a translated connection ({@code get_unique_tuple} of {@code net/netfilter/nf_nat_core.c}). */
public final class NatBinding {

    private static final int ATTEMPTS = 128;

    private final Conntrack table;
    private final Connection connection;
    private final NatRange range;
    private final NatManip manip;
    private final NatTarget.PortChoice choice;
    private final SimTime now;
    private final IntUnaryOperator random;
    private final List<NatCandidate> considered = new ArrayList<>();

    private NatBinding(
            Conntrack table,
            Connection connection,
            NatManip manip,
            NatRange range,
            NatTarget.PortChoice choice,
            SimTime now,
            IntUnaryOperator random) {
        this.table = table;
        this.connection = connection;
        this.manip = manip;
        this.range = range;
        this.choice = choice;
        this.now = now;
        this.random = random;
    }

    /**
     * Decides about one end of a connection.
     *
     * @param target the deciding target as {@code iptables-save} writes it, empty if none
     * @param random draws a number from 0 to below its argument
     */
    public static NatDecision decide(
            Conntrack table,
            Connection connection,
            NatManip manip,
            NatRange range,
            NatTarget.PortChoice choice,
            String target,
            SimTime now,
            IntUnaryOperator random) {
        NatBinding binding = new NatBinding(table, connection, manip, range, choice, now, random);
        Tuple current = connection.reply().inverted();
        Tuple outcome = binding.unique(current);
        return new NatDecision(new NatQuery(current, manip, target), binding.considered, outcome);
    }

    private boolean free(Tuple tuple) {
        boolean free = !table.taken(tuple, connection.number(), now);
        considered.add(new NatCandidate(tuple, inRange(tuple), free));
        return free;
    }

    private IpAddress address(Tuple tuple) {
        return manip == NatManip.SOURCE ? tuple.source() : tuple.destination();
    }

    private int port(Tuple tuple) {
        return manip == NatManip.SOURCE || tuple.isIcmp() ? tuple.sourcePort() : tuple.destinationPort();
    }

    private Tuple with(Tuple tuple, IpAddress address) {
        return manip == NatManip.SOURCE
                ? tuple.from(address, tuple.sourcePort())
                : tuple.to(address, tuple.destinationPort());
    }

    private Tuple with(Tuple tuple, int port) {
        return manip == NatManip.SOURCE || tuple.isIcmp()
                ? tuple.from(tuple.source(), port)
                : tuple.to(tuple.destination(), port);
    }

    private boolean inRange(Tuple tuple) {
        IpAddress address = address(tuple);
        boolean addressFits = !range.hasAddresses()
                || IpAddress.compare(range.first(), address) <= 0 && IpAddress.compare(address, range.last()) <= 0;
        return addressFits && (!range.hasPorts() || range.ports().contains(port(tuple)));
    }

    private Tuple unique(Tuple original) {
        boolean keep = choice == NatTarget.PortChoice.KEEP;
        if (manip == NatManip.SOURCE && keep) {
            if (inRange(original)) {
                if (free(original)) {
                    return original;
                }
            } else {
                Optional<Tuple> same = asBefore(original).filter(this::free);
                if (same.isPresent()) {
                    return same.get();
                }
            }
        }
        Tuple tuple = range.hasAddresses() ? with(original, chooseAddress(original)) : original;
        if (keep) {
            if (range.hasPorts()) {
                boolean one = range.ports().first() == range.ports().last();
                if (range.ports().contains(port(tuple)) && (one || free(tuple))) {
                    return tuple;
                }
            } else if (free(tuple)) {
                return tuple;
            }
        }
        return anotherPort(tuple);
    }

    /** {@code find_appropriate_src}: a source that was translated before is translated alike. */
    private Optional<Tuple> asBefore(Tuple original) {
        return table.known(now).stream()
                .filter(other -> other.original().protocol() == original.protocol()
                        && other.original().source().equals(original.source())
                        && other.original().sourcePort() == original.sourcePort()
                        && other.has(ConnectionStatus.SRC_NAT))
                .map(other -> original.from(
                        other.reply().destination(),
                        original.isIcmp()
                                ? other.reply().sourcePort()
                                : other.reply().destinationPort()))
                .filter(this::inRange)
                .findFirst();
    }

    /** {@code find_best_ips_proto}: the same client gets the same address; the kernel hashes with a key of its own. */
    private IpAddress chooseAddress(Tuple original) {
        if (range.first().equals(range.last())) {
            return range.first();
        }
        int hash = original.source().bytes().hashCode() * 31
                + original.destination().bytes().hashCode();
        if (range.first() instanceof Ipv6Address first && range.last() instanceof Ipv6Address last) {
            long count = first.high() == last.high() ? last.low() - first.low() + 1 : 0;
            return new Ipv6Address(
                    first.high(), first.low() + Long.remainderUnsigned(hash & 0x7fffffffL, count == 0 ? -1 : count));
        }
        long first = range.first().ipv4().bits() & 0xffffffffL;
        long count = (range.last().ipv4().bits() & 0xffffffffL) - first + 1;
        long chosen = first + (hash & 0x7fffffffL) % Math.max(1, count);
        return new Ipv4Address((int) chosen);
    }

    /** {@code nf_nat_l4proto_unique_tuple}. */
    private Tuple anotherPort(Tuple tuple) {
        int first;
        int size;
        if (range.hasPorts()) {
            first = Math.min(range.ports().first(), range.ports().last());
            size = Math.abs(range.ports().last() - range.ports().first()) + 1;
        } else if (tuple.isIcmp()) {
            first = 0;
            size = 65536;
        } else if (manip == NatManip.DESTINATION) {
            return tuple;
        } else if (port(tuple) < 512) {
            first = 1;
            size = 511;
        } else if (port(tuple) < 1024) {
            first = 600;
            size = 424;
        } else {
            first = 1024;
            size = 64512;
        }
        boolean drawn = choice != NatTarget.PortChoice.KEEP || manip == NatManip.SOURCE;
        int offset = drawn ? random.applyAsInt(65536) : 0;
        Tuple tried = tuple;
        for (int i = 0; i < Math.min(size, ATTEMPTS); i++) {
            tried = with(tuple, first + (offset + i) % size);
            if (free(tried)) {
                return tried;
            }
        }
        return tried;
    }
}
