package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/** Keeps every step and every route met. */
final class RecordingWitness implements LookupWitness {

    private static final Route NO_ROUTE = TableHit.NONE.route();
    private static final TrieLeaf NO_LEAF = TrieLeaf.of(0, FibAlias.of(NO_ROUTE));

    private final FlowKey flow;
    private final List<TrieVisit> path = new ArrayList<>(16);
    private final List<Candidate> candidates = new ArrayList<>(8);
    private final List<Check> checks = new ArrayList<>(8);
    private final String destination;
    private int above = 32;
    private TrieLeaf leaf;
    private FibAlias alias;
    private Route route;

    RecordingWitness(FlowKey flow) {
        this.flow = flow;
        this.destination = flow.destination().toString();
        this.leaf = NO_LEAF;
        this.alias = leaf.alias(0);
        this.route = NO_ROUTE;
    }

    @Override
    public void visit(TrieStep step, TrieInner node, int slot) {
        int length = 32 - node.position - node.bits;
        boolean down = step == TrieStep.DESCEND || step == TrieStep.DESCEND_ZERO || step == TrieStep.MISMATCH;
        path.add(new TrieVisit(
                step,
                new Ipv4Prefix(new Ipv4Address(node.key), length),
                node.position,
                node.bits,
                slot,
                down ? Math.max(0, above - node.position - node.bits) : 0));
        above = node.position;
    }

    @Override
    public void meet(TrieStep step, @Nullable TrieNode node) {
        if (node instanceof TrieInner inner) {
            visit(step, inner, 0);
        } else if (node instanceof TrieLeaf met) {
            path.add(new TrieVisit(step, new Ipv4Prefix(new Ipv4Address(met.key), 32), 0, 0, 0, Math.max(0, above)));
        } else {
            path.add(new TrieVisit(step, Ipv4Prefix.DEFAULT, 0, 0, 0, 0));
        }
    }

    @Override
    public void candidate(TrieLeaf where, int index) {
        leaf = where;
        alias = where.alias(index);
        route = alias.route(where.key);
        checks.clear();
    }

    @Override
    public boolean check(Field field, int nexthop, boolean holds) {
        NextHop way = alias.info.nexthops().get(nexthop);
        Check check = switch (field) {
            case TOS -> new Check(field, Integer.toString(alias.tos()), Integer.toString(flow.tos()), holds);
            case SCOPE ->
                new Check(field, alias.info.scope().word(), flow.scope().word(), holds);
            case NEXTHOP_ALIVE -> new Check(field, "up", way.dead() ? "dead" : "up", holds);
            case NEXTHOP_CARRIER -> new Check(field, "carrier", way.linkdown() ? "linkdown" : "carrier", holds);
            case NEXTHOP_DEVICE ->
                new Check(field, Integer.toString(flow.outputInterface()), Integer.toString(way.device()), holds);
            case DESTINATION -> new Check(field, route.prefix().toString(), destination, holds);
            case FROM,
                    TO,
                    INPUT_INTERFACE,
                    OUTPUT_INTERFACE,
                    MARK,
                    PROTOCOL,
                    SOURCE_PORT,
                    DESTINATION_PORT,
                    USER,
                    TUNNEL_ID,
                    VRF_DEVICE,
                    PREFIX_LENGTH,
                    INTERFACE_GROUP,
                    TARGET_RULE,
                    ADDRESS,
                    SUBNET,
                    STATE,
                    SYSCTL,
                    FRAGMENT,
                    ICMP_TYPE,
                    TCP_FLAGS,
                    TCP_OPTION,
                    CONNECTION_STATE,
                    CONNECTION_MARK,
                    CONNECTION,
                    SOURCE_TYPE,
                    DESTINATION_TYPE,
                    BRIDGE_PORT,
                    RATE,
                    TURN -> new Check(field, "", "", holds);
        };
        checks.add(check);
        return holds;
    }

    @Override
    public void fate(CandidateFate fate) {
        int difference = leaf.key ^ flow.destination().bits();
        int first = alias.covers(difference) ? 0 : Integer.numberOfLeadingZeros(difference) + 1;
        candidates.add(new Candidate(route, first, List.copyOf(checks), fate));
    }

    @Override
    public boolean wantsLosers() {
        return true;
    }

    TableWalk walk(TableId table, TableLookupEvent event) {
        return new TableWalk(table, path, candidates, event);
    }
}
