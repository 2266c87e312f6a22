package org.packetwalk.export.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.net.IpAddress;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;

/**
 * Where TCP segments lie that are kept until they are acknowledged: their buffers come in pairs from a cache of their own
 * ({@code skbuff_fclone_cache}), which is free again when both the sender and the receiver are done with them.
 */
final class SegmentAddresses {

    /** Whose segment, and where it begins and ends. */
    private record Segment(IpAddress source, int from, IpAddress destination, int to, int begin, int end) {

        boolean acknowledgedBy(Packet packet) {
            TcpHeader tcp = packet.tcp();
            boolean reverse = sourceOf(packet).equals(destination)
                    && destinationOf(packet).equals(source)
                    && tcp.sourcePort() == to
                    && tcp.destinationPort() == from;
            return reverse
                    && (tcp.flags().has(TcpFlags.RST)
                            || tcp.flags().has(TcpFlags.ACK) && tcp.acknowledgment() - end >= 0);
        }
    }

    /** The address of a segment under way. */
    private static final class Place {

        private final int address;
        private boolean received;

        private Place(int address) {
            this.address = address;
        }
    }

    private final Map<Segment, Place> underWay = new LinkedHashMap<>();
    private final Map<PacketId, Segment> buffers = new LinkedHashMap<>();
    private final List<Place> acknowledged = new ArrayList<>();
    private final Map<PacketId, Place> places = new LinkedHashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int given;

    /**
     * The address of a new buffer, a negative number, if the packet is such a segment. One that is still there is not sent
     * again: the buffer is a copy that a bridge made.
     */
    Optional<Integer> place(PacketId buffer, Packet packet) {
        return segment(packet).filter(segment -> !isHere(segment)).map(segment -> {
            Place place = underWay.computeIfAbsent(segment, unused -> new Place(free.isEmpty() ? --given : free.pop()));
            place.received = false;
            buffers.put(buffer, segment);
            places.put(buffer, place);
            return place.address;
        });
    }

    private boolean isHere(Segment segment) {
        return underWay.containsKey(segment) && !underWay.get(segment).received;
    }

    /** Whether a buffer lies here. */
    boolean holds(PacketId buffer) {
        return buffers.containsKey(buffer);
    }

    /** The receiver is done with a buffer. */
    void release(PacketId buffer) {
        Place place = places.get(buffer);
        place.received = true;
        if (acknowledged.remove(place)) {
            free.push(place.address);
        }
    }

    /** A packet was taken in: what it acknowledges its sender keeps no longer. */
    void taken(Packet packet) {
        if (!packet.has(TcpHeader.class)) {
            return;
        }
        List<Segment> done = underWay.keySet().stream()
                .filter(segment -> segment.acknowledgedBy(packet))
                .toList();
        for (Segment segment : done) {
            Place place = underWay.remove(segment);
            if (place.received) {
                free.push(place.address);
            } else {
                acknowledged.add(place);
            }
        }
    }

    /** A segment that takes up sequence space; SYN-ACKs are not kept but made anew. */
    private static Optional<Segment> segment(Packet packet) {
        if (!packet.has(TcpHeader.class)) {
            return Optional.empty();
        }
        TcpHeader tcp = packet.tcp();
        boolean syn = tcp.flags().has(TcpFlags.SYN);
        int length = packet.payload().size() + (syn ? 1 : 0) + (tcp.flags().has(TcpFlags.FIN) ? 1 : 0);
        if (length == 0 || tcp.flags().has(TcpFlags.RST) || syn && tcp.flags().has(TcpFlags.ACK)) {
            return Optional.empty();
        }
        return Optional.of(new Segment(
                sourceOf(packet),
                tcp.sourcePort(),
                destinationOf(packet),
                tcp.destinationPort(),
                tcp.sequence(),
                tcp.sequence() + length));
    }

    private static IpAddress sourceOf(Packet packet) {
        return packet.has(Ipv6Header.class)
                ? packet.ipv6().source()
                : packet.ipv4().source();
    }

    private static IpAddress destinationOf(Packet packet) {
        return packet.has(Ipv6Header.class)
                ? packet.ipv6().destination()
                : packet.ipv4().destination();
    }
}
