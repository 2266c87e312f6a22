package org.packetwalk.stack;

import java.util.List;
import java.util.function.Supplier;

import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.trace.KernelFunction;

/** How a request of a tool reaches the kernel: the functions from {@code sendmsg} to the handler of the message. */
public final class Netlink {

    private static final List<KernelFunction> MESSAGE = List.of(
            KernelFunction.__SYS_SENDMSG,
            KernelFunction.___SYS_SENDMSG,
            KernelFunction.____SYS_SENDMSG,
            KernelFunction.NETLINK_SENDMSG,
            KernelFunction.NETLINK_UNICAST,
            KernelFunction.NETLINK_RCV_SKB);

    /** Many requests at once, as a tool that flushes sends them. */
    private static final List<KernelFunction> BATCH = List.of(
            KernelFunction.__SYS_SENDTO,
            KernelFunction.NETLINK_SENDMSG,
            KernelFunction.NETLINK_UNICAST,
            KernelFunction.NETLINK_RCV_SKB);

    private static final List<KernelFunction> UP = List.of(
            KernelFunction.NETIF_CHANGE_FLAGS, KernelFunction.__DEV_NOTIFY_FLAGS, KernelFunction.NOTIFIER_CALL_CHAIN);

    private static final List<KernelFunction> NEW_ADDRESS = List.of(
            KernelFunction.__INET_INSERT_IFA,
            KernelFunction.BLOCKING_NOTIFIER_CALL_CHAIN,
            KernelFunction.NOTIFIER_CALL_CHAIN,
            KernelFunction.FIB_INETADDR_EVENT);

    private static final List<KernelFunction> DEVICE_GONE =
            List.of(KernelFunction.NOTIFIER_CALL_CHAIN, KernelFunction.INETDEV_EVENT);

    private Netlink() {}

    /** Runs the handler of a message as the kernel calls it. */
    public static <T> T request(Walk walk, KernelFunction handler, Supplier<T> body) {
        return walk.call(MESSAGE, () -> walk.call(handler, body));
    }

    /** Runs the change of a neighbour entry. */
    static void neighborAdd(Walk walk, Runnable body) {
        walk.run(MESSAGE, () -> walk.run(List.of(KernelFunction.RTNETLINK_RCV_MSG, KernelFunction.NEIGH_ADD), body));
    }

    /** Makes a neighbour entry that was asked for. */
    static NeighborEntry neighborAdded(Walk walk, Supplier<NeighborEntry> body) {
        return walk.call(
                MESSAGE, () -> walk.call(List.of(KernelFunction.RTNETLINK_RCV_MSG, KernelFunction.NEIGH_ADD), body));
    }

    /** Runs the end of a neighbour entry; many at once come by {@code sendto}. */
    static void neighborDelete(Walk walk, boolean flushing, Runnable body) {
        List<KernelFunction> handler = List.of(KernelFunction.RTNETLINK_RCV_MSG, KernelFunction.NEIGH_DELETE);
        walk.run(flushing ? BATCH : MESSAGE, () -> walk.run(handler, body));
    }

    /** Runs what a change of a link causes: {@code do_setlink}. */
    public static void changeOfLink(Walk walk, Runnable body) {
        request(walk, KernelFunction.RTNL_NEWLINK, () -> {
            walk.run(KernelFunction.DO_SETLINK, body);
            return true;
        });
    }

    /** Runs what depends on an interface that was set up or down, as one of those who listen to that. */
    public static void linkChanged(Walk walk, KernelFunction listener, Runnable body) {
        changeOfLink(walk, () -> walk.run(UP, () -> walk.run(listener, body)));
    }

    /** Runs the end of the neighbours of an interface that is set down ({@code neigh_ifdown}). */
    public static void neighborsDown(Walk walk, Runnable body) {
        linkChanged(
                walk,
                KernelFunction.FIB_NETDEV_EVENT,
                () -> walk.run(List.of(KernelFunction.NEIGH_IFDOWN, KernelFunction.__NEIGH_IFDOWN), body));
    }

    /** Runs what depends on a new address, as a listener to {@code NETDEV_UP} of the address. */
    public static <T> T addressUp(Walk walk, Supplier<T> body) {
        return request(walk, KernelFunction.INET_RTM_NEWADDR, () -> walk.call(NEW_ADDRESS, body));
    }

    /** Runs what depends on an address that goes, from the handler of the message on; many at once come by {@code sendto}. */
    public static <T> T addressDown(Walk walk, boolean flushing, Supplier<T> body) {
        return walk.call(flushing ? BATCH : MESSAGE, () -> walk.call(KernelFunction.INET_RTM_DELADDR, body));
    }

    /** Runs what depends on the addresses of a device that is deleted. */
    public static void deviceDeleted(Walk walk, Runnable body) {
        request(walk, KernelFunction.RTNL_DELLINK, () -> {
            walk.run(KernelFunction.UNREGISTER_NETDEVICE_MANY_NOTIFY, () -> walk.run(DEVICE_GONE, body));
            return true;
        });
    }

    /** Runs what depends on the addresses of a device that is moved to another namespace. */
    public static void deviceMoved(Walk walk, Runnable body) {
        changeOfLink(
                walk, () -> walk.run(KernelFunction.__DEV_CHANGE_NET_NAMESPACE, () -> walk.run(DEVICE_GONE, body)));
    }

    /** Runs what leaves a group with an address that was taken away. */
    public static void leavingGroup(Walk walk, Runnable body) {
        request(walk, KernelFunction.INET_RTM_DELADDR, () -> {
            walk.run(
                    List.of(
                            KernelFunction.IP_MC_AUTOJOIN_CONFIG,
                            KernelFunction.IP_MC_LEAVE_GROUP,
                            KernelFunction.__IP_MC_DEC_GROUP),
                    body);
            return true;
        });
    }

    /** The same for the address that lo gets when it is set up. */
    public static void loopbackAddressUp(Walk walk, Runnable body) {
        linkChanged(walk, KernelFunction.INETDEV_EVENT, () -> walk.run(NEW_ADDRESS, body));
    }
}
