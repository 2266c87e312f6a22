package org.packetwalk.netlink;

import org.packetwalk.kernel.HostId;
import org.packetwalk.net.MacAddress;

/** One change of a device ({@code do_setlink}). */
public sealed interface LinkChange {

    /** Up or down. */
    record Up(boolean on) implements LinkChange {}

    /** Another MTU. */
    record Mtu(int mtu) implements LinkChange {}

    /** Another hardware address. */
    record Address(MacAddress address) implements LinkChange {}

    /** Another broadcast address of the link. */
    record Broadcast(MacAddress address) implements LinkChange {}

    /** Another alias; empty to take it away. */
    record Alias(String text) implements LinkChange {}

    /** Another name. */
    record Name(String name) implements LinkChange {}

    /** Into another network namespace. */
    record Namespace(HostId host) implements LinkChange {}

    /** Another {@code txqueuelen}. */
    record QueueLength(int packets) implements LinkChange {}

    /** Another interface group. */
    record Group(int group) implements LinkChange {}

    /** Whether neighbours are resolved. */
    record Arp(boolean on) implements LinkChange {}

    /** Whether multicast is possible. */
    record Multicast(boolean on) implements LinkChange {}

    /** Whether all multicast is received. */
    record AllMulticast(boolean on) implements LinkChange {}

    /** Whether everything is received. */
    record Promiscuous(boolean on) implements LinkChange {}
}
