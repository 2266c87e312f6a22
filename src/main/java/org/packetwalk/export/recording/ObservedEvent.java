package org.packetwalk.export.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.trace.ExecutionContext;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.TraceEvent;

/**
 * An event that a tracepoint shows, with the packet as it was then.
 *
 * @param loopCopy whether it is the sender's own copy of a broadcast or multicast
 */
record ObservedEvent(EventDescription description, PacketDescription packet, boolean loopCopy) {

    /** How many functions of the stack tell what a drop belongs to. */
    private static final int INNERMOST = 6;

    private static final List<String> CONFIGURATION = List.of("netlink_", "rtnetlink_", "rtnl_");

    /** Those events of a run that a real kernel shows, in order. */
    static List<ObservedEvent> of(List<TraceEvent> events) {
        List<ObservedEvent> observed = new ArrayList<>();
        for (TraceEvent event : events) {
            Optional<EventDescription> description = EventDescription.of(event);
            if (description.isEmpty()) {
                continue;
            }
            ObservedEvent found = new ObservedEvent(
                    description.get(),
                    PacketDescription.of(event.head().skb()),
                    event instanceof LinkEvent.Received received && received.loopCopy());
            if (!found.is("kfree_skb") || found.packet.shown() && !found.ofConfiguration() && !found.ofNoOne()) {
                observed.add(found);
            }
        }
        return observed;
    }

    /** Whether it is of a tracepoint. */
    boolean is(String tracepoint) {
        return description.name().equals(tracepoint);
    }

    /** Whether the innermost functions belong to a request of a tool: recordings leave such drops out. */
    private boolean ofConfiguration() {
        List<KernelFunction> stack = stack();
        return stack.subList(Math.max(0, stack.size() - INNERMOST), stack.size()).stream()
                .anyMatch(function -> CONFIGURATION.stream().anyMatch(function.kernelName()::startsWith));
    }

    /** A recorder cannot tell whose packet a timer drops that was on no device yet. */
    private boolean ofNoOne() {
        return inTimer() && skb().device() == 0 && skb().inputDevice() == 0;
    }

    /** A field of the event as text, empty if absent. */
    String text(String key) {
        return description.fields().has(key) ? description.fields().get(key).getAsString() : "";
    }

    boolean aboutPacket() {
        return description.aboutPacket();
    }

    SkBuff skb() {
        return description.head().skb();
    }

    SimTime at() {
        return description.head().at();
    }

    boolean inTimer() {
        return description.head().context() == ExecutionContext.TIMER;
    }

    /** The functions on the stack, outermost first. */
    List<KernelFunction> stack() {
        return description.head().chain().onStack();
    }
}
