package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress.DadState;
import org.packetwalk.kernel.sysctl.NeighborConf;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;

/** Asks whether another host has an address before it is used ({@code addrconf_dad_work}, RFC 4862 section 5.4). */
final class DuplicateDetection {

    private static final int MILLIS = 1000;

    private static final int NONCE_PART = 1 << 24;

    private DuplicateDetection() {}

    /** {@code addrconf_dad_kick}. */
    static void begin(Walk walk, HostId host, int index, Ipv6Address address) {
        int questions = (int) walk.host(host).sysctls().ipv6Conf(index, "dad_transmits");
        long nonce = (long) (walk.random(NONCE_PART - 1) + 1) << 24 | walk.random(NONCE_PART);
        Timer question = new Timer.DuplicateDetection(host, index, address, questions, nonce);
        long longest = walk.host(host).sysctls().ipv6Conf(index, "router_solicitation_delay") * MILLIS;
        if (longest <= 0) {
            walk.queue(question);
            return;
        }
        // A wait of random length, so that hosts that start together do not ask together.
        walk.arm(walk.now().plusMillis(walk.random((int) longest)), question);
    }

    /** The next question, or nobody has objected. */
    static void fire(Walk walk, Timer.DuplicateDetection timer) {
        Optional<Ipv6InterfaceAddress> found = walk.machine()
                .find(timer.host())
                .flatMap(ns -> ns.ipv6().addresses().find(timer.device()))
                .filter(device -> device.ready())
                .flatMap(device -> device.find(timer.address()));
        if (found.isEmpty() || found.get().state() != DadState.TENTATIVE) {
            return;
        }
        walk.run(KernelFunction.ADDRCONF_DAD_WORK, () -> {
            if (timer.questions() == 0) {
                new Addrconf(walk, timer.host()).completed(timer.device(), found.get());
                return;
            }
            NetDevice device = walk.device(timer.host(), timer.device());
            walk.emit(new NeighborEvent.NdiscSent(
                    walk.head(timer.host()), device.name(), Icmpv6Message.NEIGHBOR_SOLICITATION, timer.address()));
            NdiscOutput.neighborSolicitation(
                    walk,
                    timer.host(),
                    device,
                    timer.address(),
                    timer.address().solicitedNode(),
                    Ipv6Address.ANY,
                    timer.nonce());
            int pause = walk.host(timer.host()).sysctls().ipv6Neighbor(timer.device(), NeighborConf.RETRANS_TIME_MS);
            walk.arm(
                    walk.now().plusMillis(Math.max(pause, 10)),
                    new Timer.DuplicateDetection(
                            timer.host(), timer.device(), timer.address(), timer.questions() - 1, timer.nonce()));
        });
    }
}
