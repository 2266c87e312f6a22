package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.PacketFacts;
import org.packetwalk.kernel.netfilter.PacketHolder;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;

/** Whose socket a packet on its way out was sent by. */
final class Holders {

    private Holders() {}

    static PacketHolder of(Hooks.Place place, SkBuff skb) {
        boolean leaves = place.hook() == Hook.OUTPUT
                || place.hook() == Hook.POSTROUTING && place.input().isEmpty();
        if (!leaves) {
            return PacketHolder.NONE;
        }
        Packet packet = place.network(skb);
        if (!packet.has(TcpHeader.class)) {
            return skb.hasSocket() ? PacketHolder.PROGRAM : PacketHolder.KERNEL;
        }
        PacketFacts facts = Facts.of(packet);
        Optional<Socket> socket = TcpLookup.established(
                place.walk().host(place.host()),
                new Endpoint(facts.source(), facts.sourcePort()),
                new Endpoint(facts.destination(), facts.destinationPort()),
                0);
        if (socket.isPresent()) {
            boolean held = socket.get() instanceof TcpSocket tcp && !tcp.life().orphan();
            return held ? PacketHolder.PROGRAM : PacketHolder.NONE;
        }
        // A reset to nobody is of the kernel; an answer to a SYN is of the socket that listens.
        return packet.tcp().flags().has(TcpFlags.RST) ? PacketHolder.KERNEL : PacketHolder.PROGRAM;
    }
}
