package org.packetwalk.export.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.packetwalk.trace.TraceEvent;

/**
 * What happened during one probe, as a recording has it.
 *
 * @param packets what a capture on every interface shows
 * @param events what the tracepoints show
 * @param background packets and bytes left out, by host, device and direction
 */
record ProbeTrace(JsonArray packets, JsonArray events, Map<Traffic, long[]> background) {

    /** {@code ETH_HLEN}: the length of a received frame does not count its link header. */
    private static final int LINK_HEADER = 14;

    /** One direction of one interface. */
    record Traffic(String host, String device, String direction) {}

    /** Describes the events of a probe. */
    static ProbeTrace of(List<TraceEvent> happened, EphemeralPorts ports, ChainTable chains, boolean keepBackground) {
        List<ObservedEvent> observed = ObservedEvent.of(happened);
        Map<Traffic, long[]> background = new LinkedHashMap<>();
        List<ObservedEvent> kept = keepBackground ? observed : foreground(observed, background);
        JsonArray packets = new JsonArray();
        JsonArray events = new JsonArray();
        PacketNumbers numbers = new PacketNumbers(BufferAddresses.of(happened));
        for (int n = 0; n < kept.size(); n++) {
            ObservedEvent event = kept.get(n);
            JsonObject shown = new JsonObject();
            shown.addProperty("n", n);
            shown.addProperty("ev", event.description().name());
            shown.addProperty("host", event.description().head().host().name());
            event.description().fields().entrySet().forEach(field -> shown.add(field.getKey(), field.getValue()));
            ports.name(shown);
            if (event.aboutPacket()) {
                int number = numbers.number(event);
                JsonObject fields = event.packet().fields();
                ports.name(fields);
                shown.addProperty("pkt", number);
                if (captured(event)) {
                    packets.add(packet(n, event, number, fields));
                } else if (List.of("kfree_skb", "icmp_send", "tcp_send_reset")
                        .contains(event.description().name())) {
                    shown.addProperty("what", PacketDescription.brief(fields));
                }
            }
            shown.addProperty("ctx", event.description().head().context().word());
            shown.addProperty("chain", chains.number(event.description().head().chain()));
            events.add(shown);
        }
        return new ProbeTrace(packets, events, background);
    }

    private static List<ObservedEvent> foreground(List<ObservedEvent> events, Map<Traffic, long[]> background) {
        Set<Integer> confirmations = Confirmations.find(events);
        List<ObservedEvent> kept = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            ObservedEvent event = events.get(i);
            boolean left = confirmations.contains(i)
                    || event.aboutPacket() && event.packet().housekeeping();
            if (!left) {
                kept.add(event);
            } else if (captured(event)) {
                boolean sent = event.is("net_dev_start_xmit");
                long[] sum = background.computeIfAbsent(
                        new Traffic(event.description().head().host().name(), event.text("dev"), sent ? "tx" : "rx"),
                        unused -> new long[2]);
                sum[0]++;
                sum[1] += event.packet().length() + (sent ? 0 : LINK_HEADER);
            }
        }
        return kept;
    }

    private static boolean captured(ObservedEvent event) {
        return event.is("net_dev_start_xmit") || event.is("netif_receive_skb");
    }

    private static JsonObject packet(int n, ObservedEvent event, int number, JsonObject fields) {
        JsonObject packet = new JsonObject();
        packet.addProperty("n", n);
        packet.addProperty("host", event.description().head().host().name());
        packet.addProperty("dev", event.text("dev"));
        packet.addProperty("dir", event.is("net_dev_start_xmit") ? "out" : "in");
        packet.addProperty("pkt", number);
        if (event.loopCopy()) {
            packet.addProperty("loop", true);
        }
        fields.entrySet().forEach(field -> packet.add(field.getKey(), field.getValue()));
        return packet;
    }
}
