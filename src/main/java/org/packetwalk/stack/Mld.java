package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.HopByHopHeader;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;

/** Tells multicast routers which groups a device listens to ({@code net/ipv6/mcast.c}, RFC 3810). */
final class Mld {

    /** {@code ff02::16}, all routers that speak version 2. */
    private static final Ipv6Address ALL_MLDV2_ROUTERS = new Ipv6Address(0xff02L << 48, 0x16);

    /** A listener now excludes no source: it joined ({@code MLD2_CHANGE_TO_EXCLUDE}). */
    private static final int CHANGE_TO_EXCLUDE = 4;

    /** How often a change is told ({@code sysctl_mld_qrv}, 2) beyond the first time. */
    private static final int REPEATS = 1;

    private static final int LONGEST_PAUSE_MILLIS = 1000;

    private Mld() {}

    /** {@code ipv6_dev_mc_inc}: listens to a group, and says so if that is new and the link is there. */
    static void join(Walk walk, HostId host, int index, Ipv6Address group) {
        NetNamespace ns = walk.host(host);
        Ipv6Device device = ns.ipv6().addresses().find(index).orElseThrow();
        boolean fresh = !device.listens(group);
        walk.update(ns.with(device.joining(group)));
        if (fresh && device.ready()) {
            walk.arm(walk.now().plusMillis(1), new Timer.Mld(host, index, group, REPEATS));
        }
    }

    static void fire(Walk walk, Timer.Mld timer) {
        Optional<Ipv6Device> device = walk.machine()
                .find(timer.host())
                .flatMap(ns -> ns.ipv6().addresses().find(timer.device()))
                .filter(found -> found.ready() && found.listens(timer.group()));
        if (device.isEmpty()) {
            return;
        }
        walk.run(KernelFunction.MLD_IFC_WORK, () -> report(walk, timer, device.get()));
        if (timer.repeats() > 0) {
            walk.arm(
                    walk.now().plusMillis(walk.random(LONGEST_PAUSE_MILLIS) + 1),
                    new Timer.Mld(timer.host(), timer.device(), timer.group(), timer.repeats() - 1));
        }
    }

    /** {@code mld_sendpack}: from :: as long as there is no usable link-local address. */
    private static void report(Walk walk, Timer.Mld timer, Ipv6Device device) {
        NetDevice link = walk.device(timer.host(), timer.device());
        Ipv6Address source = device.linkLocal(false).orElse(Ipv6Address.ANY);
        byte[] record = {CHANGE_TO_EXCLUDE, 0, 0, 0};
        ByteString data = ByteString.of(record).concat(NdiscOptions.address(timer.group()));
        Packet packet = Packet.of(data, new Icmpv6Message(Icmpv6Message.MLDV2_REPORT, 0, 1))
                .push(HopByHopHeader.routerAlert(IpProtocol.ICMPV6))
                .push(Ipv6Header.of(HopByHopHeader.NUMBER, source, ALL_MLDV2_ROUTERS)
                        .withHopLimit(1))
                .withLengths();
        walk.emit(new NeighborEvent.NdiscSent(
                walk.head(timer.host()), link.name(), Icmpv6Message.MLDV2_REPORT, timer.group()));
        SkBuff skb = walk.newBuffer(packet).routed(NdiscOutput.linkRoute(link, ALL_MLDV2_ROUTERS));
        walk.run(KernelFunction.MLD_SENDPACK, () -> Ipv6Output.local(walk, timer.host(), skb, false));
    }
}
