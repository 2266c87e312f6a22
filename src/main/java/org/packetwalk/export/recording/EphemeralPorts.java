package org.packetwalk.export.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Names the ports that the kernel chose in one probe {@code eph1}, {@code eph2}... by first appearance. */
final class EphemeralPorts {

    private static final int FIRST = 32768;
    private static final int LAST = 60999;
    private static final int FIRST_OF_TRACEROUTE = 33434;
    private static final int PORTS_OF_TRACEROUTE = 66;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Set<Integer> named;
    private final Map<Integer, String> names = new LinkedHashMap<>();

    private EphemeralPorts(Set<Integer> named) {
        this.named = named;
    }

    /** For a probe of a lab, whose text names some ports itself. */
    static EphemeralPorts of(String labSource) {
        Set<Integer> named = new TreeSet<>();
        NUMBER.matcher(labSource)
                .results()
                .map(MatchResult::group)
                .filter(digits -> digits.length() < 9)
                .map(Integer::valueOf)
                .filter(number -> number > 0 && number < 65536)
                .forEach(named::add);
        if (labSource.contains("traceroute")) {
            for (int i = 0; i < PORTS_OF_TRACEROUTE; i++) {
                named.add(FIRST_OF_TRACEROUTE + i);
            }
        }
        return new EphemeralPorts(named);
    }

    /** For another probe of the same lab: the names begin again. */
    EphemeralPorts again() {
        return new EphemeralPorts(named);
    }

    /** Whether the kernel chose the port. */
    boolean chosen(int port) {
        return port >= FIRST && port <= LAST && !named.contains(port);
    }

    /** Names the ports in a packet or event, in the packet it is about, and in the frame inside. */
    void name(JsonObject fields) {
        for (String key : List.of("sport", "dport")) {
            JsonElement port = fields.get(key);
            if (port != null && port.getAsJsonPrimitive().isNumber() && chosen(port.getAsInt())) {
                fields.addProperty(key, names.computeIfAbsent(port.getAsInt(), unused -> "eph" + (names.size() + 1)));
            }
        }
        for (String other : List.of("about", "inner")) {
            if (fields.has(other) && fields.get(other).isJsonObject()) {
                name(fields.getAsJsonObject(other));
            }
        }
    }
}
