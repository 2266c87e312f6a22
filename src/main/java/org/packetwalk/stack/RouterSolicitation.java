package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.KernelFunction;

/** Asks for routers as long as none answers ({@code addrconf_rs_timer}, RFC 7559). */
final class RouterSolicitation {

    private RouterSolicitation() {}

    /** The device has a link-local address. */
    static void begin(Walk walk, HostId host, int index) {
        if (wanted(walk, host, index)) {
            send(walk, host, index, interval(walk, host, index));
        }
    }

    private static boolean wanted(Walk walk, HostId host, int index) {
        return accepts(walk, host, index)
                && walk.host(host).sysctls().ipv6Conf(index, "router_solicitations") != 0
                && !walk.device(host, index).isLoopback();
    }

    /** {@code ipv6_accept_ra}: a router listens to advertisements only if told so. */
    static boolean accepts(Walk walk, HostId host, int index) {
        long accept = walk.host(host).sysctls().ipv6Conf(index, "accept_ra");
        boolean router = walk.host(host).sysctls().ipv6Conf(index, "forwarding") != 0;
        return router ? accept == 2 : accept != 0;
    }

    private static long interval(Walk walk, HostId host, int index) {
        return walk.host(host).sysctls().ipv6Conf(index, "router_solicitation_interval") * 1000;
    }

    private static void send(Walk walk, HostId host, int index, long pause) {
        NetNamespace ns = walk.host(host);
        Ipv6Device device = ns.ipv6().addresses().find(index).orElseThrow();
        Optional<Ipv6Address> source = device.linkLocal(false);
        if (source.isEmpty()) {
            return;
        }
        walk.update(ns.with(device.soliciting(device.solicitations() + 1)));
        NetDevice link = walk.device(host, index);
        NdiscOutput.routerSolicitation(walk, host, link, source.get());
        long most = walk.host(host).sysctls().ipv6Conf(index, "router_solicitation_max_interval") * 1000;
        walk.arm(walk.now().plusMillis(pause), new Timer.RouterSolicitation(host, index, Math.min(pause * 2, most)));
    }

    static void fire(Walk walk, Timer.RouterSolicitation timer) {
        Optional<Ipv6Device> device = walk.machine()
                .find(timer.host())
                .flatMap(ns -> ns.ipv6().addresses().find(timer.device()))
                .filter(found -> found.ready() && found.solicitations() > 0);
        if (device.isEmpty() || !wanted(walk, timer.host(), timer.device())) {
            return;
        }
        long most = walk.host(timer.host()).sysctls().ipv6Conf(timer.device(), "router_solicitations");
        if (most < 0 || device.get().solicitations() < most) {
            walk.run(
                    KernelFunction.ADDRCONF_RS_TIMER,
                    () -> send(walk, timer.host(), timer.device(), timer.pauseMillis()));
        }
    }
}
