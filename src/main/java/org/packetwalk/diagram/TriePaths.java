package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.diagram.RoutePicture.Node;
import org.packetwalk.diagram.RoutePicture.NodeState;
import org.packetwalk.diagram.RoutePicture.Return;
import org.packetwalk.diagram.RoutePicture.Trie;
import org.packetwalk.kernel.route.Candidate;
import org.packetwalk.kernel.route.CandidateFate;
import org.packetwalk.kernel.route.RouteTable;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.kernel.route.TrieSlot;
import org.packetwalk.kernel.route.TrieVisit;
import org.packetwalk.narrate.ConfigurationLine;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/** The recorded way of one search through its trie as a tree of the nodes it came to, with what hangs beside them. */
final class TriePaths {
    private static final int MOST_SLOTS = 64;

    private final Ipv4Address destination;
    private final TableWalk walk;
    private final Optional<RouteTable> table;
    private final List<Place> places = new ArrayList<>();
    private final List<Return> returns = new ArrayList<>();
    private int at = -1;
    private int slot;
    private int dead = -1;
    private int numbered;

    /** A node in the making. */
    private static final class Place {
        private final int parent;
        private final String slot;
        private final int slotNumber;
        private final TrieVisit visit;
        private boolean empty;
        private NodeState state;
        private int number;
        private boolean current;

        Place(int parent, String slot, int slotNumber, TrieVisit visit, NodeState state) {
            this.parent = parent;
            this.slot = slot;
            this.slotNumber = slotNumber;
            this.visit = visit;
            this.state = state;
        }

        boolean is(TrieVisit other) {
            return !empty && visit.node().equals(other.node()) && visit.bits() == other.bits();
        }
    }

    TriePaths(Ipv4Address destination, TableWalk walk, Optional<RouteTable> table) {
        this.destination = destination;
        this.walk = walk;
        this.table = table;
    }

    /** The first steps of the search; {@code complete} says whether its end is known, too. */
    Trie trie(String name, int steps, boolean complete, Optional<Integer> current) {
        for (int i = 0; i < Math.min(steps, walk.path().size()); i++) {
            take(walk.path().get(i), current.isPresent() && current.get() == i);
        }
        var nodes = new ArrayList<Node>();
        places.forEach(place -> nodes.add(node(place, complete)));
        beside(nodes);
        List<Return> backs = numbered < 3
                ? returns.stream()
                        .map(way -> new Return(way.from(), way.to(), 0))
                        .toList()
                : returns;
        return new Trie(name, tests(), nodes, backs, complete ? ends() : List.of());
    }

    private void take(TrieVisit visit, boolean current) {
        switch (visit.step()) {
            case DESCEND, DESCEND_ZERO -> {
                at = come(visit, NodeState.VISITED, current);
                slot = visit.slot();
            }
            case MISMATCH -> {
                dead = come(visit, NodeState.FAILED, current);
                number(dead);
            }
            case LEAF -> {
                dead = come(visit, NodeState.VISITED, current);
                number(dead);
            }
            case EMPTY_SLOT -> {
                dead = come(visit, NodeState.FAILED, current);
                places.get(dead).empty = true;
                number(dead);
            }
            case BACKTRACK, CLIMB -> {
                back(find(visit));
                at = find(visit);
                slot = visit.slot();
            }
            case NOT_FOUND -> back(0);
        }
    }

    private void number(int place) {
        places.get(place).number = ++numbered;
    }

    private void back(int to) {
        if (dead >= 0) {
            places.get(dead).state = NodeState.FAILED;
        }
        if (dead >= 0 && to >= 0 && to != dead) {
            returns.add(new Return(dead, to, ++numbered));
        }
        dead = -1;
    }

    private int come(TrieVisit visit, NodeState state, boolean current) {
        int known = find(visit);
        if (known < 0) {
            places.add(new Place(at, bits(at, slot), slot, visit, state));
            known = places.size() - 1;
        }
        places.get(known).current |= current;
        return known;
    }

    private int find(TrieVisit visit) {
        for (int i = 0; i < places.size(); i++) {
            if (places.get(i).is(visit)) {
                return i;
            }
        }
        return -1;
    }

    /** A slot number in as many bits as its node decides by. */
    private String bits(int parent, int number) {
        if (parent < 0) {
            return "";
        }
        int width = places.get(parent).visit.bits();
        String digits = Integer.toBinaryString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private Node node(Place place, boolean complete) {
        boolean leaf = place.visit.bits() == 0;
        boolean winner = complete && leaf && !place.empty && isWinner(place.visit);
        if (complete && leaf && !winner) {
            place.state = NodeState.FAILED;
        }
        NodeState state = winner ? NodeState.WINNER : place.state;
        Text name = place.empty
                ? Word.TRIE_EMPTY_SLOT.text()
                : place.parent < 0 && !leaf ? Word.TRIE_ROOT.text() : name(place.visit, leaf, winner);
        int number = numbered < 3 ? 0 : place.number;
        return new Node(place.parent, place.slot, name, note(place, winner), leaf, state, number, place.current);
    }

    private Text name(TrieVisit visit, boolean leaf, boolean winner) {
        Ipv4Prefix prefix = visit.node();
        if (leaf && !winner) {
            prefix = candidates(visit)
                    .findFirst()
                    .map(candidate -> candidate.route().prefix())
                    .orElse(prefix);
        } else if (winner) {
            prefix = chosen().orElseThrow().route().prefix();
        }
        return Text.literal(leaf && prefix.length() == 32 ? prefix.network().toString() : prefix.toString());
    }

    private Text note(Place place, boolean winner) {
        if (place.empty) {
            return Text.NONE;
        }
        if (winner) {
            Ipv4Prefix prefix = chosen().orElseThrow().route().prefix();
            return prefix.length() == 0
                    ? Text.literal(ConfigurationLine.prefix(prefix))
                    : Word.LOOKUP_FITS.text(Text.literal(Integer.toString(prefix.length())));
        }
        if (place.state == NodeState.FAILED) {
            int bit = candidates(place.visit)
                    .findFirst()
                    .map(Candidate::firstDifference)
                    .orElseGet(() -> place.visit.node().firstDifference(destination));
            return bit == 0
                    ? Word.TRIE_NOTHING_HERE.text()
                    : Word.LOOKUP_DIFFERS.text(Text.literal(Integer.toString(bit)));
        }
        return Text.NONE;
    }

    private java.util.stream.Stream<Candidate> candidates(TrieVisit leaf) {
        return walk.candidates().stream()
                .filter(candidate -> leaf.bits() == 0)
                .filter(candidate ->
                        candidate.route().prefix().network().equals(leaf.node().network()));
    }

    private boolean isWinner(TrieVisit leaf) {
        return chosen().filter(candidate ->
                        candidate.route().prefix().network().equals(leaf.node().network()))
                .isPresent();
    }

    private Optional<Candidate> chosen() {
        return walk.candidates().stream()
                .filter(candidate -> candidate.fate() == CandidateFate.CHOSEN)
                .findFirst();
    }

    /** What else hangs in the slots of the nodes the search went through: one is named, several are counted. */
    private void beside(List<Node> nodes) {
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (place.visit.bits() == 0 || place.state != NodeState.VISITED) {
                continue;
            }
            List<Integer> taken = taken(i);
            List<TrieSlot> others = table.map(trie -> trie.slots(place.visit, MOST_SLOTS)).orElse(List.of()).stream()
                    .filter(other -> !taken.contains(other.slot()))
                    .toList();
            if (!others.isEmpty()) {
                nodes.add(other(i, others));
            }
        }
    }

    private List<Integer> taken(int parent) {
        var taken = new ArrayList<Integer>();
        for (Place place : places) {
            if (place.parent == parent) {
                taken.add(place.slotNumber);
            }
        }
        return taken;
    }

    private Node other(int parent, List<TrieSlot> others) {
        boolean one = others.size() == 1;
        TrieSlot first = others.get(0);
        Ipv4Prefix prefix =
                first.prefixes().isEmpty() ? first.node() : first.prefixes().get(0);
        Text name = one
                ? Text.literal(
                        first.leaf() && prefix.length() == 32 ? prefix.network().toString() : prefix.toString())
                : Word.TRIE_OTHERS.text(Text.literal(Integer.toString(others.size())));
        String slot = one ? bits(parent, first.slot()) : "";
        return new Node(parent, slot, name, Word.TRIE_NOT_VISITED.text(), true, NodeState.NOT_VISITED, 0, false);
    }

    /** Which bits the top decides by. */
    private Text tests() {
        if (places.isEmpty() || places.get(0).visit.bits() == 0) {
            return Text.NONE;
        }
        TrieVisit top = places.get(0).visit;
        int first = 32 - top.position() - top.bits() + 1;
        int last = 32 - top.position();
        Text from = Text.literal(Integer.toString(first));
        if (first == last) {
            return Word.TRIE_TESTS_BIT.text(from);
        }
        return Word.TRIE_TESTS_BITS.text(from, Text.literal(Integer.toString(last)));
    }

    private List<Text> ends() {
        Optional<Candidate> chosen = chosen();
        if (chosen.isEmpty()) {
            Text none = Word.TRIE_NO_ANSWER.text(Text.literal(walk.table().word()));
            return List.of(returns.isEmpty() ? Word.TRIE_NOTHING.text() : Word.TRIE_BACK_AT_TOP.text(), none);
        }
        Text prefix = Text.literal(ConfigurationLine.prefix(chosen.get().route().prefix()));
        Text wins = Word.TRIE_WINS.text(prefix);
        return List.of(returns.isEmpty() ? Word.TRIE_STRAIGHT.text() : Word.TRIE_BACKED_UP.text(), wins);
    }
}
