package org.packetwalk.stack;

import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.capture.Direction;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketType;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.PacketTap;
import org.packetwalk.kernel.socket.Socket;

/** Copies for packet sockets of every protocol ({@code net/packet/af_packet.c}, {@code tpacket_rcv}). */
final class PacketTaps {

    private PacketTaps() {}

    /** {@code dev_queue_xmit_nit}: before the driver gets the frame. */
    static void outgoing(Walk walk, HostId host, SkBuff skb, NetDevice device) {
        offer(walk, host, skb, device, Direction.OUT);
    }

    /** {@code ptype_all} in {@code __netif_receive_skb_core}: before any protocol; never the sender's own copies. */
    static void incoming(Walk walk, HostId host, SkBuff skb, NetDevice device) {
        if (skb.type() != PacketType.LOOPBACK) {
            offer(walk, host, skb, device, direction(skb.type()));
        }
    }

    /** Whether a device receives every frame: asked for by its administrator or by a packet socket. */
    static boolean promiscuous(Walk walk, HostId host, NetDevice device) {
        return device.promiscuous()
                || walk.host(host).sockets().all().stream()
                        .anyMatch(socket ->
                                socket instanceof PacketTap tap && tap.promiscuous() && tap.device() == device.index());
    }

    private static Direction direction(PacketType type) {
        return switch (type) {
            case HOST, LOOPBACK -> Direction.IN;
            case BROADCAST -> Direction.BROADCAST;
            case MULTICAST -> Direction.MULTICAST;
            case OTHERHOST -> Direction.OTHERHOST;
        };
    }

    private static void offer(Walk walk, HostId host, SkBuff skb, NetDevice device, Direction direction) {
        if (!walk.host(host).sockets().tapped() || !skb.isFrame()) {
            return;
        }
        CapturedFrame frame =
                CapturedFrame.of(walk.now(), skb, device.index(), device.name(), device.isLoopback(), direction);
        for (Socket socket : walk.host(host).sockets().all()) {
            if (socket instanceof PacketTap tap && (tap.device() == 0 || tap.device() == device.index())) {
                PacketTap after = tap.offered(frame);
                if (after != tap) {
                    walk.update(host, after);
                }
            }
        }
    }
}
