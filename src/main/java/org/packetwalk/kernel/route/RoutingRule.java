package org.packetwalk.kernel.route;

import org.packetwalk.net.IpPrefix;
import org.packetwalk.net.Ipv4Prefix;

/**
 * One line of {@code ip rule}: for which flows, and what to do with them ({@code struct fib_rule}). Build one with
 * {@link #lookup}, {@link #of} and the {@code with…} methods.
 *
 * @param priority its place, ascending
 * @param inverted whether it is for the flows that do not match
 * @param from the sources; /0 is all
 * @param to the destinations; /0 is all
 * @param inputInterface the interface the packet came in by, lo for own packets; empty for all
 * @param outputInterface the interface the flow is bound to; empty for all
 * @param mark the firewall mark
 * @param markMask the bits of the mark that count; 0 for all marks
 * @param tos the type of service, 0 for all
 * @param protocol the transport protocol, 0 for all
 * @param sourcePorts the source ports
 * @param destinationPorts the destination ports
 * @param users the users
 * @param tunnelId the number of the tunnel a packet came by, 0 for all
 * @param vrf whether only for flows of a VRF, whose table is then searched ({@code l3mdev})
 * @param action what to do
 * @param table the table of a lookup
 * @param target the priority a goto jumps to
 * @param suppressPrefixLength results with a prefix no longer than this are discarded; -1 for none
 * @param suppressInterfaceGroup results to an interface of this group are discarded; -1 for none
 * @param realms the realms given to routes found, that of the source in the upper half; 0 for none
 * @param origin who made the rule
 */
public record RoutingRule(
        long priority,
        boolean inverted,
        IpPrefix from,
        IpPrefix to,
        String inputInterface,
        String outputInterface,
        int mark,
        int markMask,
        int tos,
        int protocol,
        NumberRange sourcePorts,
        NumberRange destinationPorts,
        NumberRange users,
        long tunnelId,
        boolean vrf,
        RuleAction action,
        TableId table,
        long target,
        int suppressPrefixLength,
        long suppressInterfaceGroup,
        long realms,
        RouteProtocol origin) {

    /** A rule for all flows. */
    public static RoutingRule of(long priority, RuleAction action) {
        return new RoutingRule(
                priority,
                false,
                Ipv4Prefix.DEFAULT,
                Ipv4Prefix.DEFAULT,
                "",
                "",
                0,
                0,
                0,
                0,
                NumberRange.ANY,
                NumberRange.ANY,
                NumberRange.ANY,
                0,
                false,
                action,
                new TableId(0),
                0,
                -1,
                -1,
                0,
                RouteProtocol.BOOT);
    }

    /** A rule that searches a table for all flows. */
    public static RoutingRule lookup(long priority, TableId table) {
        return of(priority, RuleAction.LOOKUP).toBuilder().table(table).build();
    }

    /** A copy to change. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** A rule in the making. */
    public static final class Builder {

        private long priority;
        private boolean inverted;
        private IpPrefix from;
        private IpPrefix to;
        private String inputInterface;
        private String outputInterface;
        private int mark;
        private int markMask;
        private int tos;
        private int protocol;
        private NumberRange sourcePorts;
        private NumberRange destinationPorts;
        private NumberRange users;
        private long tunnelId;
        private boolean vrf;
        private RuleAction action;
        private TableId table;
        private long target;
        private int suppressPrefixLength;
        private long suppressInterfaceGroup;
        private long realms;
        private RouteProtocol origin;

        private Builder(RoutingRule rule) {
            priority = rule.priority;
            inverted = rule.inverted;
            from = rule.from;
            to = rule.to;
            inputInterface = rule.inputInterface;
            outputInterface = rule.outputInterface;
            mark = rule.mark;
            markMask = rule.markMask;
            tos = rule.tos;
            protocol = rule.protocol;
            sourcePorts = rule.sourcePorts;
            destinationPorts = rule.destinationPorts;
            users = rule.users;
            tunnelId = rule.tunnelId;
            vrf = rule.vrf;
            action = rule.action;
            table = rule.table;
            target = rule.target;
            suppressPrefixLength = rule.suppressPrefixLength;
            suppressInterfaceGroup = rule.suppressInterfaceGroup;
            realms = rule.realms;
            origin = rule.origin;
        }

        /** Its place. */
        public Builder priority(long value) {
            priority = value;
            return this;
        }

        /** For the flows that do not match. */
        public Builder inverted(boolean value) {
            inverted = value;
            return this;
        }

        /** The sources. */
        public Builder from(IpPrefix value) {
            from = value;
            return this;
        }

        /** The destinations. */
        public Builder to(IpPrefix value) {
            to = value;
            return this;
        }

        /** The interface packets came in by. */
        public Builder inputInterface(String value) {
            inputInterface = value;
            return this;
        }

        /** The interface flows are bound to. */
        public Builder outputInterface(String value) {
            outputInterface = value;
            return this;
        }

        /** The firewall mark and the bits of it that count. */
        public Builder mark(int value, int mask) {
            mark = value;
            markMask = mask;
            return this;
        }

        /** The type of service. */
        public Builder tos(int value) {
            tos = value;
            return this;
        }

        /** The transport protocol. */
        public Builder protocol(int value) {
            protocol = value;
            return this;
        }

        /** The source ports. */
        public Builder sourcePorts(NumberRange value) {
            sourcePorts = value;
            return this;
        }

        /** The destination ports. */
        public Builder destinationPorts(NumberRange value) {
            destinationPorts = value;
            return this;
        }

        /** The users. */
        public Builder users(NumberRange value) {
            users = value;
            return this;
        }

        /** The number of the tunnel. */
        public Builder tunnelId(long value) {
            tunnelId = value;
            return this;
        }

        /** Only for flows of a VRF. */
        public Builder vrf(boolean value) {
            vrf = value;
            return this;
        }

        /** What to do. */
        public Builder action(RuleAction value) {
            action = value;
            return this;
        }

        /** The table of a lookup. */
        public Builder table(TableId value) {
            table = value;
            return this;
        }

        /** The priority a goto jumps to. */
        public Builder target(long value) {
            target = value;
            return this;
        }

        /** The longest prefix that is discarded. */
        public Builder suppressPrefixLength(int value) {
            suppressPrefixLength = value;
            return this;
        }

        /** The interface group whose results are discarded. */
        public Builder suppressInterfaceGroup(long value) {
            suppressInterfaceGroup = value;
            return this;
        }

        /** The realms given to the routes found. */
        public Builder realms(long value) {
            realms = value;
            return this;
        }

        /** Who made the rule. */
        public Builder origin(RouteProtocol value) {
            origin = value;
            return this;
        }

        /** The rule. */
        public RoutingRule build() {
            return new RoutingRule(
                    priority,
                    inverted,
                    from,
                    to,
                    inputInterface,
                    outputInterface,
                    mark,
                    markMask,
                    tos,
                    protocol,
                    sourcePorts,
                    destinationPorts,
                    users,
                    tunnelId,
                    vrf,
                    action,
                    table,
                    target,
                    suppressPrefixLength,
                    suppressInterfaceGroup,
                    realms,
                    origin);
        }
    }
}
