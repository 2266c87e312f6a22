package org.packetwalk.export.recording;

import java.util.Locale;
import java.util.Optional;

import com.google.gson.JsonObject;

import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.TransmitResult;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.TableLookupEvent;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.net.MacAddress;
import org.packetwalk.trace.BridgeEvent;
import org.packetwalk.trace.ControlEvent;
import org.packetwalk.trace.EventHead;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.KernelFunction;
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
    /** The type of the entry that stands for "nothing found". */
    private static final int UNREACHABLE = 7;

    static Optional<EventDescription> of(TraceEvent event) {
        return event.accept(new Families());
    }

    private static EventDescription aboutPacket(String name, EventHead head, JsonObject fields, String device) {
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
                    RouteEvent.Visitor<Optional<EventDescription>>,
                    IpEvent.Visitor<Optional<EventDescription>>,
                    SocketEvent.Visitor<Optional<EventDescription>>,
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
            return event.accept((RouteEvent.Visitor<Optional<EventDescription>>) this);
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
            return event.accept((SocketEvent.Visitor<Optional<EventDescription>>) this);
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

        // -- routing ---------------------------------------------------------------------------

        @Override
        public Optional<EventDescription> tableAsked(RouteEvent.TableAsked event) {
            FlowKey flow = event.flow();
            JsonObject fields = new JsonObject();
            fields.addProperty("table", event.walk().table().number());
            fields.addProperty("src", flow.source().toString());
            fields.addProperty("dst", flow.destination().toString());
            number(fields, "oif", flow.outputInterface());
            number(fields, "iif", flow.inputInterface());
            number(fields, "mark", flow.mark());
            number(fields, "uid", flow.user());
            number(fields, "tos", flow.tos());
            number(fields, "scope", flow.scope().number());
            number(fields, "proto", flow.protocol());
            if (flow.protocol() == 6 || flow.protocol() == 17) {
                fields.addProperty("sport", flow.sourcePort());
                fields.addProperty("dport", flow.destinationPort());
            }
            if (event.walk().event() instanceof TableLookupEvent.Failed failed) {
                fields.addProperty("err", "-" + failed.errno().name());
            } else {
                fields.addProperty("dev", event.device());
                if (event.walk().event() instanceof TableLookupEvent.Found found
                        && !found.gateway().isAny()) {
                    fields.addProperty("gw", found.gateway().toString());
                }
            }
            return Optional.of(new EventDescription("fib_table_lookup", event.head(), fields, false));
        }

        @Override
        public Optional<EventDescription> routed(RouteEvent.Routed event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> sourceChosen(RouteEvent.SourceChosen event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> nexthopChosen(RouteEvent.NexthopChosen event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> kept(RouteEvent.Kept event) {
            return Optional.empty();
        }

        private static boolean fromRouter(RouteEvent.Ipv6TableAsked event) {
            return event.walk()
                    .match()
                    .filter(found -> found.way().device() == event.flow().outputInterface()
                            && found.way()
                                    .gateway()
                                    .equals(event.head().skb().packet().ipv6().source()))
                    .isPresent();
        }

        @Override
        public Optional<EventDescription> ipv6TableAsked(RouteEvent.Ipv6TableAsked event) {
            Ipv6Flow flow = event.flow();
            JsonObject fields = new JsonObject();
            fields.addProperty("table", event.walk().table().number());
            fields.addProperty("src", flow.source().toString());
            fields.addProperty("dst", flow.destination().toString());
            number(fields, "oif", flow.outputInterface());
            number(fields, "iif", flow.inputInterface());
            number(fields, "mark", flow.mark());
            number(fields, "uid", flow.user());
            fields.addProperty("proto", flow.protocol());
            if (flow.protocol() == 6 || flow.protocol() == 17) {
                fields.addProperty("sport", flow.sourcePort());
                fields.addProperty("dport", flow.destinationPort());
            }
            int type = event.walk()
                    .match()
                    .map(found -> found.route().type().number())
                    .orElse(UNREACHABLE);
            String word = typeWord(type);
            if (event.head().chain().innermost() == KernelFunction.__IP6_ROUTE_REDIRECT && !fromRouter(event)) {
                // __ip6_route_redirect fills in the type of a route that leads to who redirects, of no other.
                fields.addProperty("type", 0);
            } else if (word.isEmpty()) {
                fields.addProperty("type", type);
            } else {
                fields.addProperty("type", word);
            }
            if (!event.device().isEmpty()) {
                fields.addProperty("dev", event.device());
            }
            event.walk()
                    .match()
                    .filter(found -> found.way().hasGateway())
                    .ifPresent(found ->
                            fields.addProperty("gw", found.way().gateway().toString()));
            return Optional.of(new EventDescription("fib6_table_lookup", event.head(), fields, false));
        }

        private static String typeWord(int type) {
            return switch (type) {
                case 1 -> "unicast";
                case 2 -> "local";
                case 4 -> "anycast";
                case 6 -> "blackhole";
                case 7 -> "unreachable";
                case 8 -> "prohibit";
                case 9 -> "throw";
                default -> "";
            };
        }

        @Override
        public Optional<EventDescription> ipv6Routed(RouteEvent.Ipv6Routed event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> ipv6SourceChosen(RouteEvent.Ipv6SourceChosen event) {
            return Optional.empty();
        }

        private static void number(JsonObject fields, String key, long value) {
            if (value != 0) {
                fields.addProperty(key, value);
            }
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

        // -- sockets ---------------------------------------------------------------------------

        @Override
        public Optional<EventDescription> errorReported(SocketEvent.ErrorReported event) {
            JsonObject fields = ends(event.local(), event.remote());
            if (event.errno() == Errno.OK) {
                fields.addProperty("error", 0);
            } else {
                fields.addProperty("error", event.errno().name());
            }
            return Optional.of(new EventDescription("inet_sk_error_report", event.head(), fields, false));
        }

        @Override
        public Optional<EventDescription> sending(SocketEvent.Sending event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> connecting(SocketEvent.Connecting event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> refused(SocketEvent.Refused event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> delivered(SocketEvent.Delivered event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> receiving(SocketEvent.Receiving event) {
            return Optional.empty();
        }

        @Override
        public Optional<EventDescription> stateChanged(SocketEvent.StateChanged event) {
            JsonObject fields = ends(event.local(), event.remote());
            fields.addProperty("state", event.before().name());
            fields.addProperty("new", event.after().name());
            return Optional.of(new EventDescription("inet_sock_set_state", event.head(), fields, false));
        }

        @Override
        public Optional<EventDescription> resetSent(SocketEvent.ResetSent event) {
            JsonObject fields = new JsonObject();
            fields.addProperty("reason", event.reason().name());
            boolean answer = !event.head().skb().equals(SkBuff.NONE);
            return Optional.of(
                    answer
                            ? aboutPacket("tcp_send_reset", event.head(), fields, event.device())
                            : new EventDescription("tcp_send_reset", event.head(), fields, false));
        }

        @Override
        public Optional<EventDescription> resetReceived(SocketEvent.ResetReceived event) {
            JsonObject fields = ends(event.local(), event.remote());
            return Optional.of(new EventDescription("tcp_receive_reset", event.head(), fields, false));
        }

        private static JsonObject ends(Endpoint local, Endpoint remote) {
            JsonObject fields = new JsonObject();
            fields.addProperty("dport", remote.port());
            fields.addProperty("sport", local.port());
            fields.addProperty("dst", remote.address().toString());
            fields.addProperty("src", local.address().toString());
            return fields;
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
