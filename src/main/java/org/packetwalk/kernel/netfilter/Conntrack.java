package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.pcollections.TreePMap;

import org.packetwalk.kernel.SimTime;

/**
 * The connections of a namespace: those that are known by their tuples, and those whose first packet is still on its way.
 *
 * @param connections all, by number
 * @param tuples the numbers of the known ones by both their tuples
 * @param next the number of the next one
 */
public record Conntrack(TreePMap<Integer, Connection> connections, TreePMap<Tuple, Integer> tuples, int next) {

    /** No connection. */
    public static final Conntrack EMPTY = new Conntrack(TreePMap.empty(), TreePMap.empty(), 1);

    /** No packet is under way for longer than this, in milliseconds. */
    private static final long UNDER_WAY_MILLIS = 60_000;

    /** A connection by its number, known or not. */
    public Optional<Connection> get(int number) {
        return Optional.ofNullable(connections.get(number));
    }

    /** The known connection with a tuple in either direction, unless its time is over. */
    public Optional<Connection> find(Tuple tuple, SimTime now) {
        return Optional.ofNullable(tuples.get(tuple))
                .flatMap(this::get)
                .filter(connection -> now.isBefore(connection.expires()));
    }

    /** Whether the answers of a tuple would be taken for those of another connection ({@code nf_conntrack_tuple_taken}). */
    public boolean taken(Tuple tuple, int own, SimTime now) {
        return find(tuple.inverted(), now)
                .filter(other -> other.number() != own)
                .isPresent();
    }

    /** With a new connection, not known yet; the number is {@link #next}. */
    public Conntrack begin(Tuple original, SimTime now) {
        Conntrack swept = sweep(now);
        return new Conntrack(
                swept.connections.plus(next, Connection.begin(next, original, now)), swept.tuples, next + 1);
    }

    /** Without those that are over. */
    private Conntrack sweep(SimTime now) {
        Conntrack swept = this;
        for (Connection connection : connections.values()) {
            boolean known = connection.has(ConnectionStatus.CONFIRMED) && tuples.containsKey(connection.original());
            boolean over = known
                    ? !now.isBefore(connection.expires())
                    : connection.born().plusMillis(UNDER_WAY_MILLIS).isBefore(now);
            swept = over ? swept.without(connection.number()) : swept;
        }
        return swept;
    }

    /** With a connection changed; one already known keeps its tuples. */
    public Conntrack with(Connection connection) {
        return new Conntrack(connections.plus(connection.number(), connection), tuples, next);
    }

    /** With a connection known from now on ({@code __nf_conntrack_confirm}). */
    public Conntrack confirm(Connection connection) {
        Connection now = connection.with(ConnectionStatus.CONFIRMED);
        return new Conntrack(
                connections.plus(now.number(), now),
                tuples.plus(now.original(), now.number()).plus(now.reply(), now.number()),
                next);
    }

    /** Not known any more; packets under way still belong to it. */
    public Conntrack forget(Connection connection) {
        TreePMap<Tuple, Integer> left = tuples;
        for (Tuple tuple : List.of(connection.original(), connection.reply())) {
            Integer owner = left.get(tuple);
            left = owner != null && owner == connection.number() ? left.minus(tuple) : left;
        }
        return new Conntrack(connections, left, next);
    }

    /** Gone altogether. */
    public Conntrack without(int number) {
        return get(number)
                .map(connection -> {
                    Conntrack left = forget(connection);
                    return new Conntrack(left.connections.minus(number), left.tuples, next);
                })
                .orElse(this);
    }

    /** Without the connections that answer a question. */
    public Conntrack without(Predicate<Connection> gone) {
        Conntrack left = this;
        for (Connection connection : connections.values()) {
            left = gone.test(connection) ? left.without(connection.number()) : left;
        }
        return left;
    }

    /** The connections that are known and not over, oldest first. */
    public List<Connection> known(SimTime now) {
        List<Connection> known = new ArrayList<>();
        for (Connection connection : connections.values()) {
            if (find(connection.original(), now)
                    .filter(found -> found.number() == connection.number())
                    .isPresent()) {
                known.add(connection);
            }
        }
        return known;
    }
}
