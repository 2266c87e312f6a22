package org.packetwalk.kernel.route6;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.route.TableId;

/** Finds a route in one table ({@code fib6_table_lookup}): by prefix, then metric, then score. */
final class Ipv6TableLookup {

    private static final int ASKED_DEVICE = 8;

    private final Ipv6RouteQuery query;
    private final Ipv6Gateways gateways;

    Ipv6TableLookup(Ipv6RouteQuery query, Ipv6Gateways gateways) {
        this.query = query;
        this.gateways = gateways;
    }

    /** {@code fib6_table_lookup}: if no router answers, one that does not is still better than none. */
    Ipv6TableWalk search(TableId id, Ipv6RouteTable table) {
        Ipv6TableWalk walk = search(id, table, query.reachableFirst());
        return walk.found().isEmpty() && query.reachableFirst() ? search(id, table, false) : walk;
    }

    private Ipv6TableWalk search(TableId id, Ipv6RouteTable table, boolean reachable) {
        List<Ipv6Candidate> candidates = new ArrayList<>();
        List<Ipv6RouteMatch> found = new ArrayList<>();
        for (List<Ipv6Route> node : table.towards(query.flow().destination())) {
            if (found.isEmpty()) {
                select(node, reachable, candidates, found);
            } else {
                for (Ipv6Route route : node) {
                    candidates.add(new Ipv6Candidate(route, route.way(), List.of(), Ipv6Candidate.Fate.SHORTER_PREFIX));
                }
            }
        }
        return new Ipv6TableWalk(id, true, candidates, found);
    }

    /** {@code rt6_select}: the best score among those of the smallest metric that has any. */
    private void select(
            List<Ipv6Route> node, boolean reachable, List<Ipv6Candidate> candidates, List<Ipv6RouteMatch> found) {
        int best = -1;
        int chosen = -1;
        for (Ipv6Route route : node) {
            if (chosen >= 0 && route.metric() > candidates.get(chosen).route().metric()) {
                candidates.add(new Ipv6Candidate(route, route.way(), List.of(), Ipv6Candidate.Fate.HIGHER_METRIC));
                continue;
            }
            for (Ipv6NextHop way : route.nexthops()) {
                Ipv6Candidate candidate = examine(route, way, reachable);
                int score = score(route, way);
                if (candidate.fate() == Ipv6Candidate.Fate.CHOSEN && score > best) {
                    if (chosen >= 0) {
                        candidates.set(chosen, lost(candidates.get(chosen)));
                    }
                    best = score;
                    chosen = candidates.size();
                } else if (candidate.fate() == Ipv6Candidate.Fate.CHOSEN) {
                    candidate = lost(candidate);
                }
                candidates.add(candidate);
            }
        }
        if (chosen >= 0) {
            Ipv6Candidate winner = candidates.get(chosen);
            found.add(new Ipv6RouteMatch(winner.route(), winner.way()));
        }
    }

    private static Ipv6Candidate lost(Ipv6Candidate candidate) {
        return new Ipv6Candidate(
                candidate.route(), candidate.way(), candidate.checks(), Ipv6Candidate.Fate.LOWER_SCORE);
    }

    /** {@code rt6_score_route}: the device asked for, then the preference of the router. */
    private int score(Ipv6Route route, Ipv6NextHop way) {
        boolean asked = query.device() == 0 || way.device() == query.device();
        return (asked ? ASKED_DEVICE : 0) + route.preference().weight();
    }

    /** {@code find_match}. */
    private Ipv6Candidate examine(Ipv6Route route, Ipv6NextHop way, boolean reachable) {
        List<Check> checks = new ArrayList<>();
        Ipv6Candidate.Fate fate = Ipv6Candidate.Fate.CHOSEN;
        if (way.linkdown() && gateways.ignoresLinkdown(way.device())) {
            checks.add(new Check(Field.NEXTHOP_CARRIER, "carrier", "linkdown", false));
            fate = Ipv6Candidate.Fate.NO_CARRIER;
        } else if (route.expired(query.now())) {
            fate = Ipv6Candidate.Fate.EXPIRED;
        } else if (query.device() != 0 && way.device() != query.device() && query.deviceOnly()) {
            checks.add(new Check(
                    Field.NEXTHOP_DEVICE, Integer.toString(query.device()), Integer.toString(way.device()), false));
            fate = Ipv6Candidate.Fate.OTHER_DEVICE;
        } else if (reachable && way.hasGateway() && gateways.failed(way)) {
            checks.add(new Check(Field.STATE, "reachable", "FAILED", false));
            fate = Ipv6Candidate.Fate.ROUTER_FAILED;
        }
        return new Ipv6Candidate(route, way, checks, fate);
    }
}
