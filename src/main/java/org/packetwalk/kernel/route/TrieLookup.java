package org.packetwalk.kernel.route;

import org.jspecify.annotations.Nullable;

import org.packetwalk.kernel.Field;

/** The search of one trie: {@code fib_table_lookup}. There is no other. */
final class TrieLookup {

    private static final int TOS_MASK = 0x1c;

    private final FlowKey flow;
    private final boolean ignoreLinkState;
    private final LinkdownPolicy policy;
    private final LookupWitness witness;
    private final int key;

    TrieLookup(RouteQuery query, LinkdownPolicy policy, LookupWitness witness) {
        this.flow = query.flow();
        this.ignoreLinkState = query.ignoreLinkState();
        this.policy = policy;
        this.witness = witness;
        this.key = flow.destination().bits();
    }

    /** Finds the route of the longest prefix that is acceptable. */
    TableHit search(@Nullable TrieNode root) {
        if (root == null) {
            witness.meet(TrieStep.NOT_FOUND, null);
            return TableHit.NONE;
        }
        TrieInner[] path = new TrieInner[32];
        int depth = -1;
        int deepest = -1;
        TrieNode node = root;
        TrieLeaf leaf = null;
        while (node != null) {
            if (node instanceof TrieLeaf candidate) {
                if (candidate.key == key) {
                    leaf = candidate;
                }
                break;
            }
            TrieInner inner = (TrieInner) node;
            int slot = inner.slot(key);
            if (slot >>> inner.bits != 0) {
                break;
            }
            witness.visit(TrieStep.DESCEND, inner, slot);
            path[++depth] = inner;
            if (inner.suffixLength > inner.position) {
                deepest = depth;
            }
            node = inner.children[slot];
        }
        if (node == null) {
            witness.meet(TrieStep.EMPTY_SLOT, null);
        }
        return backtrack(path, deepest, node, leaf);
    }

    private TableHit backtrack(TrieInner[] path, int deepest, @Nullable TrieNode reached, @Nullable TrieLeaf exact) {
        TableHit chosen = TableHit.NONE;
        int depth = deepest;
        int slot = depth < 0 ? 0 : path[depth].slot(key);
        TrieNode node = reached;
        TrieLeaf leaf = exact;
        while (true) {
            while (leaf == null) {
                if (node != null) {
                    if (mayHoldPrefix(node)) {
                        if (node instanceof TrieLeaf found) {
                            leaf = found;
                            continue;
                        }
                        TrieInner inner = (TrieInner) node;
                        node = inner.children[0];
                        if (!chosen.found()) {
                            witness.visit(TrieStep.DESCEND_ZERO, inner, 0);
                        }
                        continue;
                    }
                    if (!chosen.found()) {
                        mismatch(node);
                    }
                }
                while (slot == 0) {
                    if (depth <= 0) {
                        if (!chosen.found()) {
                            witness.meet(TrieStep.NOT_FOUND, null);
                        }
                        return chosen;
                    }
                    depth--;
                    slot = path[depth].slot(key);
                    if (!chosen.found()) {
                        witness.visit(TrieStep.CLIMB, path[depth], slot);
                    }
                }
                slot &= slot - 1;
                if (!chosen.found()) {
                    witness.visit(TrieStep.BACKTRACK, path[depth], slot);
                }
                node = path[depth].children[slot];
            }
            if (chosen.found()) {
                pastChosen(leaf, 0, -1);
            } else {
                witness.meet(TrieStep.LEAF, leaf);
                chosen = tryLeaf(leaf);
                if (chosen.found() && !witness.wantsLosers()) {
                    return chosen;
                }
            }
            leaf = null;
            node = null;
        }
    }

    /** Whether the bits in which the node differs from the key lie behind its shortest prefixes. */
    private boolean mayHoldPrefix(TrieNode node) {
        if (node instanceof TrieLeaf leaf) {
            return agrees(leaf.key) && leaf.suffixLength() != 0;
        }
        TrieInner inner = (TrieInner) node;
        return agrees(inner.key) && inner.suffixLength != inner.position;
    }

    /** {@code prefix_mismatch}, negated. */
    private boolean agrees(int prefix) {
        return ((key ^ prefix) & (prefix | -prefix)) == 0;
    }

    private void mismatch(TrieNode node) {
        witness.meet(TrieStep.MISMATCH, node);
        if (node instanceof TrieLeaf leaf && witness.wantsLosers()) {
            for (int i = 0; i < leaf.size(); i++) {
                witness.candidate(leaf, i);
                witness.check(Field.DESTINATION, 0, false);
                witness.fate(CandidateFate.PREFIX_MISMATCH);
            }
        }
    }

    private TableHit tryLeaf(TrieLeaf leaf) {
        int difference = key ^ leaf.key;
        int size = leaf.size();
        for (int i = 0; i < size; i++) {
            FibAlias alias = leaf.alias(i);
            witness.candidate(leaf, i);
            if (!witness.check(Field.DESTINATION, 0, alias.covers(difference))) {
                witness.fate(CandidateFate.PREFIX_MISMATCH);
                continue;
            }
            if (alias.tos() != 0 && !witness.check(Field.TOS, 0, alias.tos() == (flow.tos() & TOS_MASK))) {
                witness.fate(CandidateFate.TOS_MISMATCH);
                continue;
            }
            if (!witness.check(
                    Field.SCOPE, 0, alias.info.scope().number() >= flow.scope().number())) {
                witness.fate(CandidateFate.SCOPE);
                continue;
            }
            int nexthop = alias.rejects() ? 0 : usableNexthop(alias.info);
            if (nexthop < 0) {
                continue;
            }
            witness.fate(CandidateFate.CHOSEN);
            if (witness.wantsLosers()) {
                pastChosen(leaf, i + 1, alias.suffixLength);
            }
            return new TableHit(leaf.key, alias, nexthop);
        }
        return TableHit.NONE;
    }

    /** The first nexthop that {@code fib_lookup_good_nhc} accepts, or -1. */
    private int usableNexthop(RouteInfo info) {
        CandidateFate fate = CandidateFate.NEXTHOP_DEAD;
        int size = info.nexthops().size();
        for (int i = 0; i < size; i++) {
            NextHop nexthop = info.nexthops().get(i);
            if (!witness.check(Field.NEXTHOP_ALIVE, i, !nexthop.dead())) {
                continue;
            }
            if (nexthop.linkdown()
                    && !witness.check(
                            Field.NEXTHOP_CARRIER, i, ignoreLinkState || !policy.ignoresLinkdown(nexthop.device()))) {
                fate = CandidateFate.LINKDOWN_IGNORED;
                continue;
            }
            if (flow.outputInterface() != 0
                    && !witness.check(Field.NEXTHOP_DEVICE, i, flow.outputInterface() == nexthop.device())) {
                fate = CandidateFate.OUTPUT_INTERFACE;
                continue;
            }
            return i;
        }
        witness.fate(fate);
        return -1;
    }

    private void pastChosen(TrieLeaf leaf, int from, int chosenSuffix) {
        int difference = key ^ leaf.key;
        for (int i = from; i < leaf.size(); i++) {
            FibAlias alias = leaf.alias(i);
            if (alias.covers(difference)) {
                witness.candidate(leaf, i);
                witness.fate(
                        alias.suffixLength == chosenSuffix
                                ? CandidateFate.LOWER_PRIORITY
                                : CandidateFate.SHORTER_PREFIX);
            }
        }
    }
}
