package org.packetwalk.trace;

import org.packetwalk.kernel.netfilter.ChainDecision;
import org.packetwalk.kernel.netfilter.ConnectionFacts;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.IpvsDecision;
import org.packetwalk.kernel.netfilter.NatDecision;
import org.packetwalk.kernel.netfilter.NatManip;
import org.packetwalk.kernel.netfilter.TrackingDecision;
import org.packetwalk.kernel.netfilter.Tuple;

/** A netfilter hook is passed. */
public sealed interface FilterEvent extends TraceEvent {

    @Override
    default <R> R accept(TraceEvent.Visitor<R> visitor) {
        return visitor.filter(this);
    }

    /** Calls the method of the event's kind. */
    <R> R accept(Visitor<R> visitor);

    /** The hook it happens at. */
    Hook hook();

    @Override
    default Stage stage() {
        return switch (hook()) {
            case PREROUTING -> Stage.PREROUTING;
            case INPUT -> Stage.INPUT;
            case FORWARD -> Stage.FORWARD;
            case OUTPUT -> Stage.OUTPUT;
            case POSTROUTING -> Stage.POSTROUTING;
        };
    }

    /**
     * All chains of a hook were asked and the packet goes on.
     *
     * @param rules how many rules were tested
     */
    record HookPassed(EventHead head, Hook hook, String inputDevice, String outputDevice, int rules)
            implements FilterEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hookPassed(this);
        }
    }

    /** A base chain was asked. */
    record ChainAsked(EventHead head, Hook hook, ChainDecision decision) implements FilterEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.chainAsked(this);
        }
    }

    /**
     * Connection tracking looked at the packet.
     *
     * @param connection the connection it belongs to now
     */
    record Tracked(EventHead head, Hook hook, TrackingDecision decision, ConnectionFacts connection)
            implements FilterEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tracked(this);
        }
    }

    /** It was settled how one end of the connection is translated. */
    record Bound(EventHead head, Hook hook, NatDecision decision) implements FilterEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bound(this);
        }
    }

    /**
     * The packet was translated.
     *
     * @param manip which end
     * @param before how it was
     * @param after how it is
     */
    record Translated(EventHead head, Hook hook, NatManip manip, Tuple before, Tuple after) implements FilterEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.translated(this);
        }
    }

    /** A director looked for the real server of a packet for a virtual service. */
    record Balanced(EventHead head, Hook hook, IpvsDecision decision) implements FilterEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.balanced(this);
        }
    }

    /**
     * A rule wrote to the kernel's log.
     *
     * @param text the line without its time
     */
    record Logged(EventHead head, Hook hook, String text) implements FilterEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logged(this);
        }
    }

    /**
     * Speaks about each kind.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** All chains of a hook were asked and the packet goes on. */
        R hookPassed(HookPassed event);

        /** A base chain was asked. */
        R chainAsked(ChainAsked event);

        /** Connection tracking looked at the packet. */
        R tracked(Tracked event);

        /** It was settled how one end of the connection is translated. */
        R bound(Bound event);

        /** The packet was translated. */
        R translated(Translated event);

        /** A director looked for the real server of a packet. */
        R balanced(Balanced event);

        /** A rule wrote to the kernel's log. */
        R logged(Logged event);
    }
}
