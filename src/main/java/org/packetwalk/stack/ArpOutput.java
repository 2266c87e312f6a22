package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.kernel.sysctl.NeighborConf;
import org.packetwalk.net.ByteString;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.packet.ArpOperation;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.Stage;

/** Makes ARP messages ({@code net/ipv4/arp.c}, RFC 826). */
final class ArpOutput {

    private ArpOutput() {}

    /** {@code arp_solicit}: asks for an entry's hardware address; {@code waiting} is the packet that wants it. */
    static void solicit(Walk walk, HostId host, NetDevice device, NeighborEntry entry, SkBuff waiting) {
        walk.run(KernelFunction.ARP_SOLICIT, () -> {
            Ipv4Address target = (Ipv4Address) entry.key().address();
            Ipv4Address sender = sender(walk, host, device, target, waiting);
            int unicast = NeighborOutput.conf(walk, host, device, target, NeighborConf.UCAST_SOLICIT);
            MacAddress to = entry.probes() < unicast ? entry.lladdr() : MacAddress.BROADCAST;
            walk.emit(new NeighborEvent.Solicited(
                    walk.head(host, waiting), device.name(), target, sender, to.isBroadcast()));
            send(walk, host, device, ArpOperation.REQUEST, to, device.address(), sender, MacAddress.ZERO, target);
        });
    }

    /** The address a request names as its sender: {@code arp_announce}. */
    private static Ipv4Address sender(Walk walk, HostId host, NetDevice device, Ipv4Address target, SkBuff waiting) {
        int announce = walk.host(host).sysctls().highest(device.index(), Ipv4Conf.ARP_ANNOUNCE);
        if (!waiting.equals(SkBuff.NONE) && announce < 2) {
            Ipv4Address source = waiting.packet().ipv4().source();
            boolean ours = Fib.addressType(walk, host, waiting, source, Stage.NEIGHBOR) == RouteType.LOCAL;
            if (ours && (announce == 0 || walk.host(host).addresses().onLink(device.index(), target, source))) {
                return source;
            }
        }
        return Fib.selectSource(walk, host, waiting, device.index(), target, RouteScope.LINK);
    }

    /** {@code arp_send_dst} and {@code arp_xmit}. */
    static void send(
            Walk walk,
            HostId host,
            NetDevice device,
            ArpOperation operation,
            MacAddress to,
            MacAddress senderMac,
            Ipv4Address sender,
            MacAddress targetMac,
            Ipv4Address target) {
        if (!device.arp()) {
            return;
        }
        ArpMessage message = new ArpMessage(operation, senderMac, sender, targetMac, target);
        EthernetHeader header = new EthernetHeader(to, device.address(), EtherType.ARP);
        SkBuff skb = walk.newBuffer(Packet.of(ByteString.EMPTY, message));
        SkBuff frame = skb.withFrame(skb.packet().push(header));
        walk.run(KernelFunction.ARP_XMIT, () -> DeviceTransmit.queue(walk, host, frame, device.index()));
    }
}
