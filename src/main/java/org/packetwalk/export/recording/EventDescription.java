package org.packetwalk.export.recording;

import java.util.Locale;
import java.util.Optional;

import com.google.gson.JsonObject;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.TransmitResult;
import org.packetwalk.net.MacAddress;
import org.packetwalk.trace.BridgeEvent;
import org.packetwalk.trace.ControlEvent;
import org.packetwalk.trace.EventHead;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.TraceEvent;

/**
 * An event as the kernel's tracepoint shows it.
 *
 * @param name the tracepoint
 * @param head of the event
 * @param fields what the tracepoint shows, in the order of the format
 * @param aboutPacket whether it shows a packet buffer
 */
record EventDescription(String name, EventHead head, JsonObject fields, boolean aboutPacket) {

    /** Describes an event; nothing if the kernel has no tracepoint there. */
    static Optional<EventDescription> of(TraceEvent event) {
        return event.accept(new Families());
    }

    static EventDescription aboutPacket(String name, EventHead head, JsonObject fields, String device) {
        if (!device.isEmpty()) {
            fields.addProperty("dev", device);
        }
        return new EventDescription(name, head, fields, true);
    }

    private static void address(JsonObject fields, String key, MacAddress address) {
        if (!address.equals(MacAddress.ZERO)) {
            fields.addProperty(key, address.toString());
        }
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** One method per family; families without tracepoints answer at once. */
    private static final class Families
            implements TraceEvent.Visitor<Optional<EventDescription>>,
                    LinkEvent.Visitor<EventDescription>,
                    BridgeEvent.Visitor<Optional<EventDescription>>,
                    NeighborEvent.Visitor<Optional<EventDescription>>,
                    IpEvent.Visitor<Optional<EventDescription>>,
                    PacketEvent.Visitor<Optional<EventDescription>> {

        @Override
        public Optional<EventDescription> link(LinkEvent event) {
            return Optional.of(event.accept((LinkEvent.Visitor<EventDescription>) this));
        }

        @Override
        public Optional<EventDescription> bridge(BridgeEvent event) {
            return event.accept((BridgeEvent.Visitor<Optional<EventDescription>>) this);
        }

        @Override
        public Optional<EventDescription> neighbor(NeighborEvent event) {
            return event.accept((NeighborEvent.Visitor<Optional<EventDescription>>) this);
        }

        @Override
        public Optional<EventDescription> route(RouteEvent event) {
            return event.accept(new RouteDescription());
        }

        @Override
        public Optional<EventDescription> filter(FilterEvent event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> ip(IpEvent event) {
            return event.accept((IpEvent.Visitor<Optional<EventDescription>>) this);
        }

        @Override
        public Optional<EventDescription> socket(SocketEvent event) {
            return event.accept(new SocketDescription());
        }

        @Override
        public Optional<EventDescription> packet(PacketEvent event) {
            return event.accept((PacketEvent.Visitor<Optional<EventDescription>>) this);
        }

        @Override
        public Optional<EventDescription> control(ControlEvent event) {
            return Optional.empty();
        }

        // -- devices ---------------------------------------------------------------------------

        @Override
        public EventDescription queued(LinkEvent.Queued event) {
            return aboutPacket("net_dev_queue", event.head(), new JsonObject(), event.device());
        }

        @Override
        public EventDescription transmitStarted(LinkEvent.TransmitStarted event) {
            return aboutPacket("net_dev_start_xmit", event.head(), new JsonObject(), event.device());
        }

        @Override
        public EventDescription transmitDone(LinkEvent.TransmitDone event) {
            JsonObject fields = new JsonObject();
            if (event.result() != TransmitResult.SUCCESS) {
                fields.addProperty("rc", event.result().name().toLowerCase(Locale.ROOT));
            }
            return aboutPacket("net_dev_xmit", event.head(), fields, event.device());
        }

        @Override
        public EventDescription receiveQueued(LinkEvent.ReceiveQueued event) {
            return aboutPacket("netif_rx", event.head(), new JsonObject(), event.device());
        }

        @Override
        public EventDescription received(LinkEvent.Received event) {
            return aboutPacket("netif_receive_skb", event.head(), new JsonObject(), event.device());
        }

        // -- bridges ---------------------------------------------------------------------------

        @Override
        public Optional<EventDescription> learned(BridgeEvent.Learned event) {
            JsonObject fields = new JsonObject();
            fields.addProperty("dev", event.port());
            fields.addProperty("mac", event.address().toString());
            return Optional.of(new EventDescription("br_fdb_update", event.head(), fields, false));
        }

        @Override
        public Optional<EventDescription> decided(BridgeEvent.Decided event) {
            return Optional.empty();
        }

        // -- neighbours ------------------------------------------------------------------------

        @Override
        public Optional<EventDescription> created(NeighborEvent.Created event) {
            return neighbor("neigh_create", event.head(), entry(event.device(), event.address()));
        }

        @Override
        public Optional<EventDescription> updated(NeighborEvent.Updated event) {
            JsonObject fields = entry(event.device(), event.address());
            fields.addProperty("state", word(event.before()));
            address(fields, "lladdr", event.lladdrBefore());
            fields.addProperty("new", word(event.wanted()));
            address(fields, "new_lladdr", event.lladdrWanted());
            return neighbor("neigh_update", event.head(), fields);
        }

        @Override
        public Optional<EventDescription> eventSent(NeighborEvent.EventSent event) {
            JsonObject fields = entry(event.device(), event.address());
            fields.addProperty("state", word(event.state()));
            address(fields, "lladdr", event.lladdr());
            return neighbor("neigh_event_send_done", event.head(), fields);
        }

        @Override
        public Optional<EventDescription> timerHandled(NeighborEvent.TimerHandled event) {
            JsonObject fields = entry(event.device(), event.address());
            fields.addProperty("state", word(event.state()));
            address(fields, "lladdr", event.lladdr());
            return neighbor("neigh_timer_handler", event.head(), fields);
        }

        @Override
        public Optional<EventDescription> resolved(NeighborEvent.Resolved event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> waiting(NeighborEvent.Waiting event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> solicited(NeighborEvent.Solicited event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> arpReceived(NeighborEvent.ArpReceived event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> ndiscReceived(NeighborEvent.NdiscReceived event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> ndiscSent(NeighborEvent.NdiscSent event) {
            return Optional.empty();
        }

        private static JsonObject entry(String device, Object address) {
            JsonObject fields = new JsonObject();
            fields.addProperty("dev", device);
            fields.addProperty("ip", address.toString());
            return fields;
        }

        private static Optional<EventDescription> neighbor(String name, EventHead head, JsonObject fields) {
            return Optional.of(new EventDescription(name, head, fields, false));
        }

        // -- IP --------------------------------------------------------------------------------

        @Override
        public Optional<EventDescription> icmpErrorSent(IpEvent.IcmpErrorSent event) {
            JsonObject fields = new JsonObject();
            fields.addProperty("type", event.type());
            fields.addProperty("code", event.code());
            return Optional.of(aboutPacket("icmp_send", event.head(), fields, event.device()));
        }

        @Override
        public Optional<EventDescription> headerBuilt(IpEvent.HeaderBuilt event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> headerChecked(IpEvent.HeaderChecked event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> fragmented(IpEvent.Fragmented event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> fragmentKept(IpEvent.FragmentKept event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> reassembled(IpEvent.Reassembled event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> forwarded(IpEvent.Forwarded event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> icmpReceived(IpEvent.IcmpReceived event) {
            return Optional.empty();
        }

        // -- packets ---------------------------------------------------------------------------

        @Override
        public Optional<EventDescription> dropped(PacketEvent.Dropped event) {
            if (event.reason() == DropReason.FRAG_REASM_TIMEOUT
                    && event.head().skb().device() == 0) {
                // Without a device the tracer does not learn of which host it is.
                return Optional.empty();
            }
            JsonObject fields = new JsonObject();
            fields.addProperty("reason", event.reason().name());
            fields.addProperty("at", event.function().kernelName());
            return Optional.of(aboutPacket(
                    "kfree_skb", event.head(), fields, event.head().skb().deviceName()));
        }

        @Override
        public Optional<EventDescription> consumed(PacketEvent.Consumed event) {
            return Optional.empty();
        }
    }
}
