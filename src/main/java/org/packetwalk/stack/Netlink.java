package org.packetwalk.stack;

import java.util.function.Supplier;

import org.packetwalk.trace.KernelFunction;

/** How a request of a tool reaches the kernel: the functions from {@code sendmsg} to the handler of the message. */
public final class Netlink {

    private Netlink() {}

    /** Runs the handler of a message as the kernel calls it. */
    public static <T> T request(Walk walk, KernelFunction handler, Supplier<T> body) {
        return walk.call(
                KernelFunction.__SYS_SENDMSG,
                () -> walk.call(
                        KernelFunction.___SYS_SENDMSG,
                        () -> walk.call(
                                KernelFunction.____SYS_SENDMSG,
                                () -> walk.call(
                                        KernelFunction.NETLINK_SENDMSG,
                                        () -> walk.call(
                                                KernelFunction.NETLINK_UNICAST,
                                                () -> walk.call(
                                                        KernelFunction.NETLINK_RCV_SKB,
                                                        () -> walk.call(handler, body)))))));
    }
}
