package org.packetwalk.export.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.trace.ExecutionContext;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.SocketEvent;
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
    private final Deque<Integer> clones = new ArrayDeque<>();
    private int given;

    private BufferAddresses() {}

    /** The address of each buffer that the events are about, as a number. */
    static Map<PacketId, Integer> of(List<TraceEvent> events) {
        Map<PacketId, Integer> last = new LinkedHashMap<>();
        for (int i = 0; i < events.size(); i++) {
            last.put(events.get(i).head().packet(), i);
        }
        BufferAddresses memory = new BufferAddresses();
        for (int i = 0; i < events.size(); i++) {
            memory.pass(events.get(i), last.get(events.get(i).head().packet()) == i);
        }
        return memory.addresses;
    }

    private void pass(TraceEvent event, boolean last) {
        boolean receiving = event.head().context() == ExecutionContext.RX;
        if (!receiving || beginsRound(event)) {
            ending.forEach(this::release);
            ending.clear();
        }
        if (event.head().context() == ExecutionContext.PROCESS) {
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
        addresses.computeIfAbsent(buffer, unused -> take());
        if (last && (!receiving || event instanceof PacketEvent.Dropped)) {
            release(buffer);
        } else if (last) {
            // Who works on a received frame holds it until the round is over.
            ending.add(buffer);
        }
    }

    private static boolean beginsRound(TraceEvent event) {
        return event instanceof LinkEvent.Received
                && event.head().chain().onStack().size() == DEPTH_OF_A_ROUND;
    }

    /** A raw socket gets a clone of a packet, and so does the queue of a socket's errors. */
    private static boolean clones(TraceEvent event) {
        return event instanceof SocketEvent.Delivered delivered
                        && delivered.socket().startsWith("raw")
                || event instanceof SocketEvent.ErrorReported report && report.errno() == Errno.OK;
    }

    private int take() {
        return free.isEmpty() ? ++given : free.pop();
    }

    private void release(PacketId buffer) {
        free.push(addresses.get(buffer));
    }
}
