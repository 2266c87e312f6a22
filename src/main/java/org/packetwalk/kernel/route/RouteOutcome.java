package org.packetwalk.kernel.route;

import java.util.Optional;

import org.packetwalk.kernel.Errno;

/** What a rule, or the whole lookup, comes to. */
public sealed interface RouteOutcome {

    /**
     * To a nexthop: a unicast or multicast route.
     *
     * @param found the route
     */
    record Forward(RouteMatch found) implements RouteOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forward(this);
        }
    }

    /**
     * To this host.
     *
     * @param found the route
     */
    record DeliverLocally(RouteMatch found) implements RouteOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deliverLocally(this);
        }
    }

    /**
     * To everybody on a link.
     *
     * @param found the route
     */
    record Broadcast(RouteMatch found) implements RouteOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broadcast(this);
        }
    }

    /**
     * Nowhere: by a route (EHOSTUNREACH) or by a rule (ENETUNREACH).
     *
     * @param errno what the asker gets
     */
    record Unreachable(Errno errno) implements RouteOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unreachable(this);
        }
    }

    /** Administratively prohibited, by a route or a rule: EACCES. */
    record Prohibited() implements RouteOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prohibited(this);
        }
    }

    /** Silently nowhere, by a route or a rule: EINVAL. */
    record Blackholed() implements RouteOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.blackholed(this);
        }
    }

    /**
     * Not decided here; the next rule is asked.
     *
     * @param why the reason
     */
    record Continue(Reason why) implements RouteOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.goOn(this);
        }
    }

    /** No rule was left: ENETUNREACH. */
    record NoRoute() implements RouteOutcome {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.noRoute(this);
        }
    }

    /** Why a rule did not decide. */
    enum Reason {
        /** The rule is not for this flow. */
        RULE_DOES_NOT_MATCH,
        /** The table does not exist. */
        NO_SUCH_TABLE,
        /** The table has no route for the flow. */
        NOTHING_FOUND,
        /** The table's route is of type throw. */
        THROWN,
        /** The rule discards a result with so short a prefix. */
        SUPPRESSED_PREFIX_LENGTH,
        /** The rule discards a result to an interface of that group. */
        SUPPRESSED_INTERFACE_GROUP,
        /** The rule jumps to another. */
        JUMPED,
        /** The rule jumps to a rule that is not there. */
        TARGET_MISSING,
        /** The rule does nothing. */
        NOP
    }

    /** No rule was left. */
    RouteOutcome NO_ROUTE = new NoRoute();

    /** The outcome of finding a route. */
    static RouteOutcome found(RouteMatch match) {
        return switch (match.route().effect()) {
            case UNICAST, MULTICAST -> new Forward(match);
            case LOCAL, ANYCAST -> new DeliverLocally(match);
            case BROADCAST -> new Broadcast(match);
            case BLACKHOLE -> new Blackholed();
            case UNREACHABLE -> new Unreachable(Errno.EHOSTUNREACH);
            case PROHIBIT -> new Prohibited();
            case THROW -> new Continue(Reason.THROWN);
        };
    }

    /** Whether no other rule is asked after this. */
    default boolean ends() {
        return !(this instanceof Continue);
    }

    /** The route, if one was found that carries packets. */
    default Optional<RouteMatch> match() {
        return accept(new OutcomeMatch());
    }

    /** The error the asker gets; nothing if a route was found. */
    default Optional<Errno> error() {
        return accept(new OutcomeError());
    }

    /** Calls the method for this outcome. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method per outcome.
     *
     * @param <R> what they answer
     */
    interface Visitor<R> {
        /** To a nexthop. */
        R forward(Forward outcome);

        /** To this host. */
        R deliverLocally(DeliverLocally outcome);

        /** To everybody. */
        R broadcast(Broadcast outcome);

        /** Unreachable. */
        R unreachable(Unreachable outcome);

        /** Prohibited. */
        R prohibited(Prohibited outcome);

        /** Silently nowhere. */
        R blackholed(Blackholed outcome);

        /** Not decided. */
        R goOn(Continue outcome);

        /** No rule left. */
        R noRoute(NoRoute outcome);
    }
}
