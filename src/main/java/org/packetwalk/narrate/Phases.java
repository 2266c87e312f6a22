package org.packetwalk.narrate;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.packet.IcmpMessage;
import org.packetwalk.trace.BridgeEvent;
import org.packetwalk.trace.ControlEvent;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.TraceEvent;

/** The parts of a walk: what is going on from here on, until something else begins. */
final class Phases implements TraceEvent.Visitor<Sentence>, SocketEvent.Visitor<Sentence> {

    private static final Sentence SEND = Sentence.of(Subject.PACKET, "phase.send");
    private static final Sentence PREPARE = Sentence.of(Subject.PACKET, "phase.prepare");
    private static final Sentence ROUTING = Sentence.of(Subject.PACKET, "phase.routing");
    private static final Sentence WAITING = Sentence.of(Subject.PACKET, "phase.waiting");
    private static final Sentence DROPPED = Sentence.of(Subject.PACKET, "phase.dropped");
    private static final Sentence REFUSED = Sentence.of(Subject.PACKET, "phase.refused");
    private static final Sentence DONE = Sentence.of(Subject.PACKET, "phase.done");

    private Sentence current = SEND;
    private PacketId newest = PacketId.NONE;

    private Phases() {}

    /** The label at each event. */
    static List<Sentence> of(List<TraceEvent> events) {
        Phases phases = new Phases();
        List<Sentence> labels = new ArrayList<>(events.size());
        for (TraceEvent event : events) {
            phases.current = phases.after(event);
            labels.add(phases.current);
        }
        return labels;
    }

    private Sentence after(TraceEvent event) {
        PacketId packet = event.head().packet();
        if (packet.compareTo(newest) > 0) {
            boolean answer = !newest.equals(PacketId.NONE);
            newest = packet;
            if (answer && !current.equals(SEND)) {
                current = answer(PacketWords.kind(event.head().skb().packet()));
            }
        }
        return event.accept(this);
    }

    /** The label of an answer: short for those that everybody knows, else the name of the packet. */
    private static Sentence answer(Sentence kind) {
        return switch (kind.key()) {
            case "packet.echo-reply" -> Sentence.of(Subject.PACKET, "phase.echo-reply");
            case "packet.tcp-rst" -> Sentence.of(Subject.PACKET, "phase.reset");
            default -> Sentence.of(Subject.PACKET, "phase.answer", kind);
        };
    }

    @Override
    public Sentence link(LinkEvent event) {
        return event instanceof LinkEvent.TransmitStarted started
                ? Sentence.of(Subject.DEVICE, "phase.device", started.device())
                : current;
    }

    @Override
    public Sentence bridge(BridgeEvent event) {
        return current;
    }

    @Override
    public Sentence neighbor(NeighborEvent event) {
        return event instanceof NeighborEvent.Waiting ? WAITING : current;
    }

    @Override
    public Sentence route(RouteEvent event) {
        return current.equals(SEND) ? ROUTING : current;
    }

    @Override
    public Sentence filter(FilterEvent event) {
        return current;
    }

    @Override
    public Sentence ip(IpEvent event) {
        if (event instanceof IpEvent.IcmpReceived received && received.action() == IpEvent.IcmpAction.ANSWER) {
            return answer(PacketWords.icmp(IcmpMessage.ECHO_REPLY, 0));
        }
        return event instanceof IpEvent.IcmpErrorSent error
                ? answer(PacketWords.icmp(error.type(), error.code()))
                : current;
    }

    @Override
    public Sentence socket(SocketEvent event) {
        return event.accept((SocketEvent.Visitor<Sentence>) this);
    }

    @Override
    public Sentence packet(PacketEvent event) {
        return event instanceof PacketEvent.Dropped dropped && !dropped.harmless() ? DROPPED : current;
    }

    @Override
    public Sentence control(ControlEvent event) {
        return event instanceof ControlEvent.CommandEnded ? DONE : current;
    }

    @Override
    public Sentence sending(SocketEvent.Sending event) {
        return SEND;
    }

    @Override
    public Sentence connecting(SocketEvent.Connecting event) {
        return PREPARE;
    }

    @Override
    public Sentence refused(SocketEvent.Refused event) {
        return REFUSED;
    }

    @Override
    public Sentence delivered(SocketEvent.Delivered event) {
        return current;
    }

    @Override
    public Sentence receiving(SocketEvent.Receiving event) {
        return DONE;
    }

    @Override
    public Sentence errorReported(SocketEvent.ErrorReported event) {
        return current;
    }

    @Override
    public Sentence stateChanged(SocketEvent.StateChanged event) {
        return current;
    }

    @Override
    public Sentence resetSent(SocketEvent.ResetSent event) {
        return current;
    }

    @Override
    public Sentence resetReceived(SocketEvent.ResetReceived event) {
        return current;
    }
}
