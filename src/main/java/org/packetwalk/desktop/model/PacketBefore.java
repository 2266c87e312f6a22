package org.packetwalk.desktop.model;

import java.util.LinkedHashMap;
import java.util.Map;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.packet.FieldSpan;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketFields;

/** A packet at its stop before: which of its headers and values are still the same. */
final class PacketBefore {
    private final boolean known;
    private final Map<String, String> values = new LinkedHashMap<>();

    PacketBefore(SkBuff before) {
        Packet packet = before.packet();
        known = !packet.headers().isEmpty();
        if (known) {
            for (FieldSpan span : PacketFields.of(packet).spans()) {
                values.put(key(packet, span.layer()) + span.name(), span.value());
            }
        }
    }

    /** The value a field had, empty if it has the same or was not there. */
    String changed(Packet now, FieldSpan span) {
        String value = values.getOrDefault(key(now, span.layer()) + span.name(), span.value());
        return value.equals(span.value()) ? "" : value;
    }

    /** Whether a header was not there. */
    boolean isNew(Packet now, int layer) {
        return known && values.keySet().stream().noneMatch(key -> key.startsWith(key(now, layer)));
    }

    /** A header by its kind, and by its number among those of its kind counted from the inside. */
    private static String key(Packet packet, int layer) {
        if (layer >= packet.headers().size()) {
            return "payload ";
        }
        Class<?> kind = packet.headers().get(layer).getClass();
        long inside = packet.headers().subList(layer + 1, packet.headers().size()).stream()
                .filter(header -> header.getClass() == kind)
                .count();
        return kind.getSimpleName() + " " + inside + " ";
    }
}
