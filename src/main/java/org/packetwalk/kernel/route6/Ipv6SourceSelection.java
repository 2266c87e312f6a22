package org.packetwalk.kernel.route6;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/** Chooses the source address of a packet ({@code ipv6_dev_get_saddr}). */
public final class Ipv6SourceSelection {

    private static final Ipv6Prefix ORCHIDS = Ipv6Prefix.parse("2001:10::/28");
    private static final int NOT_REACHING = 128;

    private final AddressLabels labels;
    private final Ipv6SourceQuery query;

    private Ipv6SourceSelection(AddressLabels labels, Ipv6SourceQuery query) {
        this.labels = labels;
        this.query = query;
    }

    private record Met(int device, Ipv6InterfaceAddress address) {}

    /** The best of the addresses. */
    public static Ipv6SourceDecision decide(Ipv6Addresses addresses, AddressLabels labels, Ipv6SourceQuery query) {
        return new Ipv6SourceSelection(labels, query).choose(addresses);
    }

    private Ipv6SourceDecision choose(Ipv6Addresses addresses) {
        boolean oneDevice = query.device() != 0
                && (query.destination().isMulticast()
                        || reach(query.destination()) <= Ipv6Scope.LINK.number()
                        || query.outgoingOnly());
        List<Ipv6SourceCandidate> considered = new ArrayList<>();
        Met best = null;
        int bestAt = -1;
        for (Ipv6Device device : addresses.all()) {
            if (oneDevice && device.index() != query.device()) {
                continue;
            }
            for (Ipv6InterfaceAddress address : device.addresses()) {
                Met met = new Met(device.index(), address);
                if (address.tentative() && !address.optimistic()) {
                    considered.add(candidate(met, Ipv6SourceCandidate.Fate.TENTATIVE, SourceRule.PREFERRED));
                    continue;
                }
                SourceRule rule = best == null ? SourceRule.FIRST_MET : tellApart(met, best);
                if (best == null || better(met, best, rule)) {
                    if (best != null) {
                        considered.set(bestAt, candidate(best, Ipv6SourceCandidate.Fate.WORSE, rule));
                    }
                    best = met;
                    bestAt = considered.size();
                    considered.add(candidate(met, Ipv6SourceCandidate.Fate.CHOSEN, rule));
                } else {
                    considered.add(candidate(met, Ipv6SourceCandidate.Fate.WORSE, rule));
                    considered.set(bestAt, candidate(best, Ipv6SourceCandidate.Fate.CHOSEN, rule));
                }
            }
        }
        return new Ipv6SourceDecision(
                query,
                considered,
                best == null ? Ipv6Address.ANY : best.address().address());
    }

    private static Ipv6SourceCandidate candidate(Met met, Ipv6SourceCandidate.Fate fate, SourceRule rule) {
        return new Ipv6SourceCandidate(met.device, met.address.address(), fate, rule);
    }

    private SourceRule tellApart(Met one, Met other) {
        for (SourceRule rule : SourceRule.values()) {
            if (score(one, rule) != score(other, rule)) {
                return rule;
            }
        }
        return SourceRule.FIRST_MET;
    }

    private boolean better(Met one, Met other, SourceRule rule) {
        return score(one, rule) > score(other, rule);
    }

    /** {@code ipv6_get_saddr_eval}: the higher the better. */
    private int score(Met met, SourceRule rule) {
        Ipv6InterfaceAddress address = met.address;
        return switch (rule) {
            case SAME_ADDRESS -> flag(address.address().equals(query.destination()));
            case SCOPE -> {
                int scope = reach(address.address());
                yield scope >= reach(query.destination()) ? -scope : scope - NOT_REACHING;
            }
            case PREFERRED ->
                flag(address.address().isLoopback() || !address.deprecated(query.now()) && !optimistic(address));
            case HOME -> flag(address.home());
            case OUTGOING_DEVICE -> flag(query.device() == 0 || query.device() == met.device);
            case LABEL ->
                flag(labels.of(address.address(), met.device) == labels.of(query.destination(), query.device()));
            case TEMPORARY -> flag(address.temporary() == query.temporaryPreferred());
            case ORCHID -> flag(ORCHIDS.contains(address.address()) == ORCHIDS.contains(query.destination()));
            case LONGEST_PREFIX -> Math.min(address.address().commonBits(query.destination()), address.prefixLength());
            case NOT_OPTIMISTIC -> flag(!optimistic(address));
            case FIRST_MET -> 0;
        };
    }

    /** {@code __ipv6_addr_src_scope}: :: reaches nowhere, ::1 counts as an address of the link. */
    private static int reach(Ipv6Address address) {
        if (address.isAny()) {
            return -1;
        }
        return address.isLoopback()
                ? Ipv6Scope.LINK.number()
                : Ipv6Scope.of(address).number();
    }

    private static boolean optimistic(Ipv6InterfaceAddress address) {
        return address.optimistic() && address.tentative();
    }

    private static int flag(boolean holds) {
        return holds ? 1 : 0;
    }
}
