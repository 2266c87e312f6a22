package org.packetwalk.netlink;

import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.MacvlanMode;
import org.packetwalk.net.MacAddress;

/** One change of a device ({@code do_setlink}). */
public sealed interface LinkChange {

    /** Calls the method of the change's kind. */
    <R> R accept(Visitor<R> visitor);

    /** Up or down. */
    record Up(boolean on) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.up(this);
        }
    }

    /** Another MTU. */
    record Mtu(int mtu) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mtu(this);
        }
    }

    /** Another hardware address. */
    record Address(MacAddress address) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.address(this);
        }
    }

    /** Another broadcast address of the link. */
    record Broadcast(MacAddress address) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broadcast(this);
        }
    }

    /** Another alias; empty to take it away. */
    record Alias(String text) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.alias(this);
        }
    }

    /** Another name. */
    record Name(String name) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** Into another network namespace. */
    record Namespace(HostId host) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.namespace(this);
        }
    }

    /** Another {@code txqueuelen}. */
    record QueueLength(int packets) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.queueLength(this);
        }
    }

    /** Another interface group. */
    record Group(int group) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.group(this);
        }
    }

    /** Whether neighbours are resolved. */
    record Arp(boolean on) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.arp(this);
        }
    }

    /** Whether multicast is possible. */
    record Multicast(boolean on) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.multicast(this);
        }
    }

    /** Whether all multicast is received. */
    record AllMulticast(boolean on) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.allMulticast(this);
        }
    }

    /** Whether everything is received. */
    record Promiscuous(boolean on) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.promiscuous(this);
        }
    }

    /**
     * Into a bridge, or out of it.
     *
     * @param device ifindex of the bridge, 0 for none
     */
    record Master(int device) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.master(this);
        }
    }

    /** Another mode of a macvlan device ({@code macvlan_changelink}). */
    record Macvlan(MacvlanMode mode) implements LinkChange {

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.macvlan(this);
        }
    }

    /** Other settings of a bridge. */
    record Bridge(List<BridgeOption> options) implements LinkChange {

        /** Copies the list. */
        public Bridge {
            options = List.copyOf(options);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bridge(this);
        }
    }

    /** Other settings of a bridge port. */
    record Port(List<PortOption> options) implements LinkChange {

        /** Copies the list. */
        public Port {
            options = List.copyOf(options);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.port(this);
        }
    }

    /**
     * Answers each kind of change.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** Up or down. */
        R up(Up change);

        /** Another MTU. */
        R mtu(Mtu change);

        /** Another hardware address. */
        R address(Address change);

        /** Another broadcast address of the link. */
        R broadcast(Broadcast change);

        /** Another alias; empty to take it away. */
        R alias(Alias change);

        /** Another name. */
        R name(Name change);

        /** Into another network namespace. */
        R namespace(Namespace change);

        /** Another {@code txqueuelen}. */
        R queueLength(QueueLength change);

        /** Another interface group. */
        R group(Group change);

        /** Whether neighbours are resolved. */
        R arp(Arp change);

        /** Whether multicast is possible. */
        R multicast(Multicast change);

        /** Whether all multicast is received. */
        R allMulticast(AllMulticast change);

        /** Whether everything is received. */
        R promiscuous(Promiscuous change);

        /** Into a bridge, or out of it. */
        R master(Master change);

        /** Other settings of a bridge. */
        R bridge(Bridge change);

        /** Another mode of a macvlan device. */
        R macvlan(Macvlan change);

        /** Other settings of a bridge port. */
        R port(Port change);
    }
}
