package org.packetwalk.export.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.ExecutionContext;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/**
 * Where each packet buffer lies in memory. A recorder of the kernel knows a buffer by its address, and the kernel gives the
 * address freed last to the next buffer ({@code kmem_cache_alloc} takes the head of the processor's free list), so that a
 * later buffer with equal content may look like the same one.
 */
final class BufferAddresses {

    /** The functions on the stack where a round of receive processing takes up a frame. */
    private static final int DEPTH_OF_A_ROUND = 3;

    private final Map<PacketId, Integer> addresses = new LinkedHashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private final List<PacketId> ending = new ArrayList<>();
    private final List<PacketId> gone = new ArrayList<>();
    private final Deque<Integer> clones = new ArrayDeque<>();
    private final SegmentAddresses segments = new SegmentAddresses();
    private final List<Integer> unseen = new ArrayList<>();
    private int newest;
    private int given;
    private boolean joining;

    private final Set<PacketId> seen;

    private BufferAddresses(Set<PacketId> seen) {
        this.seen = seen;
        newest = seen.stream()
                .mapToInt(PacketId::number)
                .filter(number -> number > 0)
                .min()
                .orElse(0);
    }

    /** The address of each buffer that the events are about, as a number. */
    static Map<PacketId, Integer> of(List<TraceEvent> events) {
        Map<PacketId, Integer> last = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            last.put(events.get(i).head().packet(), i);
        }
        BufferAddresses memory = new BufferAddresses(last.keySet());
        for (int i = 0; i < events.size(); i++) {
            memory.pass(events.get(i), last.get(events.get(i).head().packet()) == i);
        }
        return memory.addresses;
    }

    private void pass(TraceEvent event, boolean last) {
        boolean receiving = event.head().context() == ExecutionContext.RX;
        if (!receiving || beginsRound(event)) {
            unseen.forEach(free::push);
            unseen.clear();
            ending.forEach(this::release);
            ending.clear();
        }
        if (beginsCall(event)) {
            // Programs run and take what was cloned for them.
            clones.forEach(free::push);
            clones.clear();
        }
        if (clones(event)) {
            clones.add(take());
        }
        PacketId buffer = event.head().packet();
        if (buffer.equals(PacketId.NONE)) {
            return;
        }
        takeUnseen(buffer.number());
        Packet packet = event.head().skb().packet();
        if (!addresses.containsKey(buffer)) {
            addresses.put(buffer, segments.place(buffer, packet).orElseGet(this::take));
        }
        if (event instanceof IpEvent.Reassembled && joining) {
            joined(event.head().skb().fragments());
        }
        joining = joins(event);
        if (last) {
            segments.taken(packet);
        }
        if (event instanceof PacketEvent.Dropped) {
            // What a raw socket was given of it is a clone with an address of its own.
            release(buffer);
            gone.add(buffer);
        } else if (last && !gone.contains(buffer) && (!receiving || joins(event))) {
            release(buffer);
        } else if (last && !gone.contains(buffer)) {
            // Who works on a received frame holds it until the round is over.
            ending.add(buffer);
        }
    }

    /** A system call begins; what was taken up inside of one does not end it. */
    private static boolean beginsCall(TraceEvent event) {
        return event.head().context() == ExecutionContext.PROCESS
                && (event instanceof SocketEvent
                        || event instanceof PacketEvent
                        || event.head().chain().isEmpty());
    }

    private static boolean beginsRound(TraceEvent event) {
        return event instanceof LinkEvent.Received
                && event.head().chain().onStack().size() == DEPTH_OF_A_ROUND;
    }

    /**
     * {@code inet_frag_reasm_prepare}: the part that came last was cloned before the first was freed. The clone hangs on the
     * joined packet, or was copied and freed.
     */
    private void joined(List<SkBuff> hanging) {
        int first = free.pop();
        int clone = take();
        free.push(first);
        Optional<SkBuff> kept = hanging.stream()
                .filter(part -> !addresses.containsKey(part.id()))
                .findFirst();
        if (kept.isPresent()) {
            addresses.put(kept.get().id(), clone);
        } else {
            free.push(clone);
        }
    }

    /** A part of a packet whose content went on in another part: it is free at once. */
    private static boolean joins(TraceEvent event) {
        return event instanceof PacketEvent.Consumed consumed && consumed.stage() == Stage.INPUT;
    }

    /** A raw socket gets a clone of a packet, and so does the queue of a socket's errors. */
    private static boolean clones(TraceEvent event) {
        return event instanceof SocketEvent.Delivered delivered
                        && delivered.socket().startsWith("raw")
                || event instanceof SocketEvent.ErrorReported report && report.queued();
    }

    /** Buffers that were made before this one and are in no event: clones held for a moment. */
    private void takeUnseen(int number) {
        for (; newest < number; newest++) {
            if (!seen.contains(new PacketId(newest))) {
                unseen.add(take());
            }
        }
    }

    private int take() {
        return free.isEmpty() ? ++given : free.pop();
    }

    private void release(PacketId buffer) {
        if (segments.holds(buffer)) {
            segments.release(buffer);
        } else {
            free.push(addresses.get(buffer));
        }
    }
}
