package org.packetwalk.diagram;

import java.util.List;

import org.packetwalk.net.Ipv4Address;

/**
 * What the route lookup view shows of one question to the routing tables, as far as it was answered at a step. All of it was
 * recorded by the search itself; rows the search did not come to are told apart from those it did.
 *
 * @param host whose tables are asked, empty if no table has been asked yet
 * @param purpose why they are asked
 * @param shared whether local and main were one trie
 * @param question what is asked for
 * @param rungs the rules in the order they are asked, each with its table
 * @param tries the way of each search through its trie
 * @param ways the nexthops among which one was chosen, none if there was no choice
 * @param sources the addresses among which the source was chosen, none if nobody had to choose
 * @param answer what came of it
 */
public record RoutePicture(
        String host,
        Text purpose,
        boolean shared,
        Question question,
        List<Rung> rungs,
        List<Trie> tries,
        List<Choice> ways,
        List<Choice> sources,
        Answer answer) {
    /** No table has been asked yet. */
    public static final RoutePicture NONE = new RoutePicture(
            "",
            Text.NONE,
            false,
            new Question(Ipv4Address.ANY, List.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Answer(List.of(), Text.NONE, Text.NONE));

    public RoutePicture {
        rungs = List.copyOf(rungs);
        tries = List.copyOf(tries);
        ways = List.copyOf(ways);
        sources = List.copyOf(sources);
    }

    /** Whether a table has been asked. */
    public boolean isPresent() {
        return !rungs.isEmpty();
    }

    /** The destination, and what else the question names, each as {@code ip route get} takes it. */
    public record Question(Ipv4Address destination, List<String> more) {
        public Question {
            more = List.copyOf(more);
        }
    }

    /**
     * A rule with the table it leads to, or the trie that local and main share.
     *
     * @param title its name
     * @param line what it does, as {@code ip rule} writes it
     * @param selectors what it compared
     * @param state how far it has come
     * @param verdict what it came to, in a word
     * @param rows the routes of its table
     * @param more how many routes of the table are left out
     * @param current whether the step is about the rule itself
     */
    public record Rung(
            Text title,
            String line,
            List<Selector> selectors,
            RungState state,
            Text verdict,
            List<Row> rows,
            int more,
            boolean current) {
        public Rung {
            selectors = List.copyOf(selectors);
            rows = List.copyOf(rows);
        }
    }

    /** How far a rule has come. */
    public enum RungState {
        /** Not asked, as the one before has answered, or was jumped over. */
        NOT_ASKED,
        /** Its turn comes in a later step. */
        AHEAD,
        /** It is being asked. */
        ASKED,
        /** It did not decide. */
        WENT_ON,
        /** It decided. */
        DECIDED,
        /** It refused. */
        REFUSED
    }

    /** A comparison of a rule or a choice: what it wants, and what was seen. */
    public record Selector(String wanted, String seen, boolean holds) {}

    /**
     * A route of a table against the destination.
     *
     * @param table its table, empty where all rows are of one
     * @param prefix as {@code ip route} writes it
     * @param network the bits of the prefix
     * @param length how many of them count
     * @param type its type, empty for unicast
     * @param way where it leads and what tells it from others: via, dev, metric, tos
     * @param firstDifference the first bit that differs, 1 to 32, or 0
     * @param state what became of it
     * @param status the same in words
     * @param current whether the step is about it
     */
    public record Row(
            String table,
            String prefix,
            Ipv4Address network,
            int length,
            String type,
            String way,
            int firstDifference,
            RowState state,
            Text status,
            boolean current) {}

    /** What became of a route. */
    public enum RowState {
        /** Its turn comes in a later step. */
        AHEAD,
        /** A bit differs. */
        DIFFERS,
        /** It fits, but something else speaks against it, or another was taken. */
        PASSED_OVER,
        /** It fits and is taken. */
        WINNER
    }

    /**
     * The way of a search through a trie.
     *
     * @param table whose trie
     * @param tests which bits the top decides by
     * @param nodes the nodes come to, and what hangs beside them, parents before their children
     * @param returns the ways back up
     * @param ends what came of it, one or two sentences
     */
    public record Trie(String table, Text tests, List<Node> nodes, List<Return> returns, List<Text> ends) {
        public Trie {
            nodes = List.copyOf(nodes);
            returns = List.copyOf(returns);
            ends = List.copyOf(ends);
        }
    }

    /**
     * A node of a trie.
     *
     * @param parent the place of its parent in the list, -1 for the top
     * @param slot the bits of the slot it hangs in, empty for the top
     * @param name its prefix
     * @param note what came of it
     * @param number in which order it was come to among those that are numbered, 0 if it has no number
     */
    public record Node(
            int parent,
            String slot,
            Text name,
            Text note,
            boolean leaf,
            NodeState state,
            int number,
            boolean current) {}

    /** What became of a node of a trie. */
    public enum NodeState {
        /** The search went through it. */
        VISITED,
        /** The search came to it in vain. */
        FAILED,
        WINNER,
        /** The search did not come here. */
        NOT_VISITED
    }

    /** A way back up from a node to another; its number is 0 if it has none. */
    public record Return(int from, int to, int number) {}

    /**
     * Something among which one was chosen: a nexthop or an address.
     *
     * @param name what it is
     * @param checks what was compared
     * @param share for a nexthop, up to which part of all hashes it takes, 0 to 1; -1 if that does not apply
     * @param hash for a nexthop, the part of all hashes at which the flow's own lies; -1 if that does not apply
     */
    public record Choice(String name, List<Selector> checks, boolean chosen, double share, double hash) {
        public Choice {
            checks = List.copyOf(checks);
        }
    }

    /** What came of the question: facts, and a remark in two parts. */
    public record Answer(List<Fact> facts, Text remark, Text remarkMore) {
        public Answer {
            facts = List.copyOf(facts);
        }
    }

    /** A fact with its name; the value is empty while it is not known. */
    public record Fact(Text name, Text value) {}
}
