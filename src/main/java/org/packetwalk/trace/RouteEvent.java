package org.packetwalk.trace;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.MultipathDecision;
import org.packetwalk.kernel.route.RouteDecision;
import org.packetwalk.kernel.route.SourceAddressDecision;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6RouteDecision;
import org.packetwalk.kernel.route6.Ipv6SourceDecision;
import org.packetwalk.kernel.route6.Ipv6TableWalk;

/** The routing tables are asked. */
public sealed interface RouteEvent extends TraceEvent {

    @Override
    default <R> R accept(TraceEvent.Visitor<R> visitor) {
        return visitor.route(this);
    }

    /** Calls the method of the event's kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One table was asked ({@code fib_table_lookup}).
     *
     * @param flow what was asked for
     * @param walk how the table answered
     * @param device the name of the interface it answered, empty if none
     * @param purpose why it was asked
     * @param context what must be known of the host to read the answer
     */
    record TableAsked(
            EventHead head,
            Stage stage,
            FlowKey flow,
            TableWalk walk,
            String device,
            Purpose purpose,
            RoutingContext context)
            implements RouteEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableAsked(this);
        }
    }

    /**
     * The route of a packet is decided.
     *
     * @param decision everything considered
     * @param result the route attached to the packet, {@link DestinationEntry#NONE} if it was refused
     * @param device the name of the route's device, empty if refused
     * @param owner the name of the device the matching route names, which for a local destination is not the one used;
     *     empty if no route was used
     * @param errno why it was refused, {@link Errno#OK} if not
     * @param context what must be known of the host to read the decision
     */
    record Routed(
            EventHead head,
            Stage stage,
            RouteDecision decision,
            DestinationEntry result,
            String device,
            String owner,
            Errno errno,
            RoutingContext context)
            implements RouteEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.routed(this);
        }
    }

    /**
     * A source address is chosen.
     *
     * @param context what must be known of the host to read the decision
     */
    record SourceChosen(EventHead head, SourceAddressDecision decision, RoutingContext context) implements RouteEvent {

        @Override
        public Stage stage() {
            return Stage.ROUTE_OUTPUT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sourceChosen(this);
        }
    }

    /**
     * One of several nexthops of a route is chosen ({@code fib_select_multipath}, {@code nexthop_select_path}).
     *
     * @param context what must be known of the host to read the decision
     */
    record NexthopChosen(EventHead head, Stage stage, MultipathDecision decision, RoutingContext context)
            implements RouteEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nexthopChosen(this);
        }
    }

    /** The packet brought its route along, as everything that comes through lo does: no table is asked. */
    record Kept(EventHead head) implements RouteEvent {

        @Override
        public Stage stage() {
            return Stage.ROUTE_INPUT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.kept(this);
        }
    }

    /** One table of IPv6 was asked ({@code fib6_table_lookup}); {@code device} is that of the answer. */
    record Ipv6TableAsked(
            EventHead head, Stage stage, Ipv6Flow flow, Ipv6TableWalk walk, String device, RoutingContext context)
            implements RouteEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ipv6TableAsked(this);
        }
    }

    /** The route of an IPv6 packet was decided; {@code owner} is the device that has the destination, or the way's. */
    record Ipv6Routed(
            EventHead head,
            Stage stage,
            Ipv6RouteDecision decision,
            Ipv6Destination result,
            String device,
            String owner,
            RoutingContext context)
            implements RouteEvent {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ipv6Routed(this);
        }
    }

    /** The source of an IPv6 packet was chosen (RFC 6724). */
    record Ipv6SourceChosen(EventHead head, Ipv6SourceDecision decision, RoutingContext context) implements RouteEvent {

        @Override
        public Stage stage() {
            return Stage.ROUTE_OUTPUT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ipv6SourceChosen(this);
        }
    }

    /** Why a table is asked. */
    enum Purpose {
        /** The way of a packet. */
        ROUTE,
        /** Whether an address is one of ours ({@code inet_addr_type}). */
        ADDRESS_TYPE,
        /** Whether the source of a received packet is acceptable ({@code fib_validate_source}). */
        SOURCE_CHECK,
        /** Whether a gateway can be reached ({@code fib_check_nh}). */
        GATEWAY
    }

    /**
     * Speaks about each kind.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** One table was asked. */
        R tableAsked(TableAsked event);

        /** The route of a packet is decided. */
        R routed(Routed event);

        /** A source address is chosen. */
        R sourceChosen(SourceChosen event);

        /** One of several nexthops is chosen. */
        R nexthopChosen(NexthopChosen event);

        /** The packet brought its route along. */
        R kept(Kept event);

        R ipv6TableAsked(Ipv6TableAsked event);

        R ipv6Routed(Ipv6Routed event);

        R ipv6SourceChosen(Ipv6SourceChosen event);
    }
}
