package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv4Address;

/** Chooses a real server for a new connection ({@code ip_vs_schedule}). One object makes one choice. */
public final class IpvsSchedule {

    /** The buckets of source hashing ({@code IP_VS_SH_TAB_SIZE}). */
    private static final int BUCKETS = 256;

    /** {@code GOLDEN_RATIO_32}. */
    private static final int GOLDEN_RATIO = 0x61C88647;

    /** An established connection counts as much as this many others. */
    private static final long ACTIVE = 256;

    /**
     * What was chosen.
     *
     * @param service the service as it chooses next
     * @param considered what the scheduler looked at
     * @param chosen the server, if one takes connections
     */
    public record Choice(IpvsService service, List<IpvsCandidate> considered, Optional<IpvsDestination> chosen) {}

    private final IpvsTable table;
    private final IpvsService service;
    private final SimTime now;
    private final List<IpvsCandidate> considered = new ArrayList<>();

    private IpvsSchedule(IpvsTable table, IpvsService service, SimTime now) {
        this.table = table;
        this.service = service;
        this.now = now;
    }

    /** Chooses for a client. */
    public static Choice choose(IpvsTable table, IpvsService service, Ipv4Address client, SimTime now) {
        IpvsSchedule schedule = new IpvsSchedule(table, service, now);
        return switch (service.scheduler()) {
            case RR -> schedule.inTurn();
            case WRR -> schedule.inTurnByWeight();
            case LC -> schedule.least(false);
            case WLC -> schedule.least(true);
            case SH -> schedule.bySource(client);
        };
    }

    private Choice chosen(int place, int weight) {
        IpvsDestination server = service.destinations().get(place);
        look(server, IpvsCandidate.Fate.CHOSEN);
        return new Choice(service.chose(place, weight), considered, Optional.of(server));
    }

    private Choice nobody() {
        return new Choice(service, considered, Optional.empty());
    }

    private void look(IpvsDestination server, IpvsCandidate.Fate fate) {
        considered.add(new IpvsCandidate(
                server, table.count(service, server, true, now), table.count(service, server, false, now), fate));
    }

    /** {@code ip_vs_rr_schedule}: from the one after the last on, once round. */
    private Choice inTurn() {
        int count = service.destinations().size();
        for (int i = 1; i <= count; i++) {
            int place = Math.floorMod(service.last() + i, count);
            IpvsDestination server = service.destinations().get(place);
            if (server.weight() > 0) {
                return chosen(place, 0);
            }
            look(server, IpvsCandidate.Fate.WEIGHT_ZERO);
        }
        return nobody();
    }

    /** {@code ip_vs_wrr_schedule}: whoever weighs as much as the round is at, which goes down from pass to pass. */
    private Choice inTurnByWeight() {
        IpvsRound round = IpvsRound.of(service.destinations());
        if (round.most() == 0) {
            service.destinations().forEach(server -> look(server, IpvsCandidate.Fate.WEIGHT_ZERO));
            return nobody();
        }
        int weight = service.currentWeight() == 0 ? round.most() : service.currentWeight();
        int from = service.last() + 1;
        while (true) {
            for (int place = from; place < service.destinations().size(); place++) {
                IpvsDestination server = service.destinations().get(place);
                if (server.weight() >= weight) {
                    return chosen(place, weight);
                }
                look(server, server.weight() == 0 ? IpvsCandidate.Fate.WEIGHT_ZERO : IpvsCandidate.Fate.NOT_YET);
            }
            weight -= round.step();
            weight = weight <= 0 ? round.most() : weight;
            from = 0;
        }
    }

    /** {@code ip_vs_lc_schedule}, {@code ip_vs_wlc_schedule}: the first of those with the least to do. */
    private Choice least(boolean byWeight) {
        int best = -1;
        for (int place = 0; place < service.destinations().size(); place++) {
            IpvsDestination server = service.destinations().get(place);
            if (server.weight() > 0
                    && (best < 0 || less(server, service.destinations().get(best), byWeight))) {
                best = place;
            }
        }
        for (int place = 0; place < service.destinations().size(); place++) {
            IpvsDestination server = service.destinations().get(place);
            if (place != best) {
                look(server, server.weight() == 0 ? IpvsCandidate.Fate.WEIGHT_ZERO : IpvsCandidate.Fate.BUSIER);
            }
        }
        return best < 0 ? nobody() : chosen(best, 0);
    }

    private boolean less(IpvsDestination server, IpvsDestination best, boolean byWeight) {
        return byWeight ? load(best) * server.weight() > load(server) * best.weight() : load(server) < load(best);
    }

    private long load(IpvsDestination server) {
        return table.count(service, server, true, now) * ACTIVE + table.count(service, server, false, now);
    }

    /** {@code ip_vs_sh_schedule}: servers share the buckets by their weights; one that takes nothing takes no other's place. */
    private Choice bySource(Ipv4Address client) {
        if (service.destinations().isEmpty()) {
            return nobody();
        }
        int bucket = client.bits() * GOLDEN_RATIO >>> 24;
        int place = 0;
        int filled = 0;
        for (int i = 0; i < bucket % BUCKETS; i++) {
            filled++;
            if (filled >= service.destinations().get(place).weight()) {
                place = (place + 1) % service.destinations().size();
                filled = 0;
            }
        }
        for (IpvsDestination server : service.destinations()) {
            if (!server.equals(service.destinations().get(place))) {
                look(server, IpvsCandidate.Fate.OTHER_BUCKET);
            }
        }
        if (service.destinations().get(place).weight() == 0) {
            look(service.destinations().get(place), IpvsCandidate.Fate.WEIGHT_ZERO);
            return nobody();
        }
        return chosen(place, 0);
    }
}
