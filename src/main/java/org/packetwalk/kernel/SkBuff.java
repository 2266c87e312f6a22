package org.packetwalk.kernel;

import java.util.List;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.EthernetHeader;
import org.packetwalk.packet.Packet;

/**
 * A packet buffer on its way through the kernel ({@code struct sk_buff}), as a value.
 *
 * @param id the buffer's identity, kept through forwarding; copies have their own
 * @param packet the headers and data present, outermost first; the link header stays visible after it was pulled
 * @param linkHeader whether the link header counts to the packet: pushed for sending, pulled by {@code eth_type_trans}
 * @param device ifindex of {@code skb->dev}, 0 if none yet
 * @param deviceName its name, empty if none
 * @param type whom the frame was for
 * @param inputDevice ifindex of the device it was received on ({@code skb_iif}), 0 if made here
 * @param mark {@code skb->mark}
 * @param route the route attached to it
 * @param hasSocket whether a socket of this host owns it
 * @param boundDevice the ifindex of the device that socket is bound to, 0 if to none
 * @param fragments the further buffers that hang on it after reassembly
 * @param segmentSize {@code gso_size}: a TCP segment of many, cut to this many bytes of data by the device, 0 if it is one
 * @param vlan the number of the VLAN it is tagged with ({@code skb->vlan_tci}), {@link #UNTAGGED} if it is not
 * @param tracking what netfilter notes on it
 * @param route6 the IPv6 route attached to it
 * @param options what is noted of the options of its IPv4 header ({@code IPCB(skb)->opt})
 */
public record SkBuff(
        PacketId id,
        Packet packet,
        boolean linkHeader,
        int device,
        String deviceName,
        PacketType type,
        int inputDevice,
        int mark,
        DestinationEntry route,
        boolean hasSocket,
        int boundDevice,
        List<SkBuff> fragments,
        int segmentSize,
        int vlan,
        PacketTracking tracking,
        Ipv6Destination route6,
        HeaderOptions options) {

    /** No VLAN. */
    public static final int UNTAGGED = -1;

    private static final Packet NO_PACKET = new Packet(List.of(), ByteString.EMPTY);

    /** No buffer: what happened concerns no packet. */
    public static final SkBuff NONE = new SkBuff(
            PacketId.NONE,
            NO_PACKET,
            false,
            0,
            "",
            PacketType.HOST,
            0,
            0,
            DestinationEntry.NONE,
            false,
            0,
            List.of(),
            0,
            UNTAGGED,
            PacketTracking.NONE,
            Ipv6Destination.NONE,
            HeaderOptions.NONE);

    /** A new buffer with the given content. */
    public static SkBuff of(PacketId id, Packet packet) {
        return new SkBuff(
                id,
                packet,
                false,
                0,
                "",
                PacketType.HOST,
                0,
                0,
                DestinationEntry.NONE,
                false,
                0,
                List.of(),
                0,
                UNTAGGED,
                PacketTracking.NONE,
                Ipv6Destination.NONE,
                HeaderOptions.NONE);
    }

    /** Whether a link header is there, pulled or not. */
    public boolean isFrame() {
        return !packet.headers().isEmpty() && packet.outermost() instanceof EthernetHeader;
    }

    /** The hardware address the frame is for; zero if there is no link header. */
    public MacAddress destinationMac() {
        return isFrame() ? packet.ethernet().destination() : MacAddress.ZERO;
    }

    /** {@code skb->len} in bytes: without the link header once it was pulled. */
    public int length() {
        return isFrame() && !linkHeader ? packet.length() - packet.ethernet().length() : packet.length();
    }

    /** With other content. */
    public SkBuff withPacket(Packet now) {
        return new SkBuff(
                id,
                now,
                linkHeader,
                device,
                deviceName,
                type,
                inputDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                vlan,
                tracking,
                route6,
                options);
    }

    /** With other content that begins with a link header. */
    public SkBuff withFrame(Packet frame) {
        return new SkBuff(
                id,
                frame,
                true,
                device,
                deviceName,
                type,
                inputDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                vlan,
                tracking,
                route6,
                options);
    }

    /** With the link header pulled and the frame's addressee noted ({@code eth_type_trans}). */
    public SkBuff pulled(PacketType now) {
        return new SkBuff(
                id,
                packet,
                false,
                device,
                deviceName,
                now,
                inputDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                vlan,
                tracking,
                route6,
                options);
    }

    /** On another device. */
    public SkBuff on(int newDevice, String name) {
        return new SkBuff(
                id,
                packet,
                linkHeader,
                newDevice,
                name,
                type,
                inputDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                vlan,
                tracking,
                route6,
                options);
    }

    /** Received on a device. */
    public SkBuff receivedOn(int newDevice) {
        return new SkBuff(
                id,
                packet,
                linkHeader,
                device,
                deviceName,
                type,
                newDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                vlan,
                tracking,
                route6,
                options);
    }

    /** With a route attached. */
    public SkBuff routed(DestinationEntry now) {
        return new SkBuff(
                id,
                packet,
                linkHeader,
                device,
                deviceName,
                type,
                inputDevice,
                mark,
                now,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                vlan,
                tracking,
                route6,
                options);
    }

    /** With a route of either family attached. */
    public SkBuff routed(Destination now) {
        return now instanceof Ipv6Destination ipv6 ? routed(ipv6) : routed((DestinationEntry) now);
    }

    /** The route of either family attached to it. */
    public Destination destination() {
        return route6.isPresent() ? route6 : route;
    }

    /** With another mark. */
    public SkBuff marked(int now) {
        return new SkBuff(
                id,
                packet,
                linkHeader,
                device,
                deviceName,
                type,
                inputDevice,
                now,
                route,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                vlan,
                tracking,
                route6,
                options);
    }

    /** Owned by a socket that is bound to a device, or to none if that is 0. */
    public SkBuff sentBy(int bound) {
        return owned(true, bound);
    }

    /** Owned by a socket, or orphaned. */
    public SkBuff owned(boolean now) {
        return owned(now, 0);
    }

    private SkBuff owned(boolean now, int bound) {
        return new SkBuff(
                id,
                packet,
                linkHeader,
                device,
                deviceName,
                type,
                inputDevice,
                mark,
                route,
                now,
                bound,
                fragments,
                segmentSize,
                vlan,
                tracking,
                route6,
                options);
    }

    /** With these further buffers hanging on it. */
    public SkBuff withFragments(List<SkBuff> now) {
        return new SkBuff(
                id,
                packet,
                linkHeader,
                device,
                deviceName,
                type,
                inputDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                now,
                segmentSize,
                vlan,
                tracking,
                route6,
                options);
    }

    /** {@code gso_segs}: how many packets of the wire it is, at least 1. */
    public int segments() {
        return segmentSize == 0 ? 1 : Math.max(1, (packet.payload().size() + segmentSize - 1) / segmentSize);
    }

    /** Standing for several TCP segments of so many bytes of data each. */
    public SkBuff segmented(int size) {
        return new SkBuff(
                id,
                packet,
                linkHeader,
                device,
                deviceName,
                type,
                inputDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                fragments,
                size,
                vlan,
                tracking,
                route6,
                options);
    }

    /** The same content as another buffer ({@code skb_clone}, {@code skb_copy}). */
    public SkBuff copy(PacketId newId) {
        return new SkBuff(
                newId,
                packet,
                linkHeader,
                device,
                deviceName,
                type,
                inputDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                vlan,
                tracking,
                route6,
                options);
    }

    /** Tagged with a VLAN, or not. */
    public SkBuff tagged(int newVlan) {
        return new SkBuff(
                id,
                packet,
                linkHeader,
                device,
                deviceName,
                type,
                inputDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                newVlan,
                tracking,
                route6,
                options);
    }

    /** With other notes of netfilter. */
    public SkBuff tracked(PacketTracking now) {
        return new SkBuff(
                id,
                packet,
                linkHeader,
                device,
                deviceName,
                type,
                inputDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                vlan,
                now,
                route6,
                options);
    }

    /** With an IPv6 route attached. */
    public SkBuff routed(Ipv6Destination now) {
        return new SkBuff(
                id,
                packet,
                linkHeader,
                device,
                deviceName,
                type,
                inputDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                vlan,
                tracking,
                now,
                options);
    }

    /** With other notes of the options of its header. */
    public SkBuff noted(HeaderOptions now) {
        return new SkBuff(
                id,
                packet,
                linkHeader,
                device,
                deviceName,
                type,
                inputDevice,
                mark,
                route,
                hasSocket,
                boundDevice,
                fragments,
                segmentSize,
                vlan,
                tracking,
                route6,
                now);
    }

    /** Without a route ({@code skb_dst_drop}). */
    public SkBuff unrouted() {
        return routed(DestinationEntry.NONE).routed(Ipv6Destination.NONE);
    }
}
