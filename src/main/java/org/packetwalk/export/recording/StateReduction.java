package org.packetwalk.export.recording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What a recording keeps of what the tools print about a host. */
final class StateReduction {

    private static final List<String> LINK = List.of(
            "ifindex",
            "ifname",
            "flags",
            "mtu",
            "qdisc",
            "operstate",
            "link_type",
            "address",
            "broadcast",
            "link",
            "link_index",
            "link_netnsid",
            "master");
    private static final List<String> LINK_INFO = List.of(
            "mac",
            "mode",
            "stp_state",
            "vlan_filtering",
            "ageing_time",
            "nf_call_iptables",
            "state",
            "hairpin",
            "learning",
            "flood",
            "proxy_arp",
            "id",
            "remote",
            "local",
            "port",
            "isolated",
            "type");
    private static final List<String> RECENTLY_USED = List.of("REACHABLE", "STALE", "DELAY", "PROBE");

    private StateReduction() {}

    /** The list of one part, such as {@code link}, reduced. */
    static JsonArray reduce(String part, JsonArray printed) {
        List<JsonObject> rows = printed.asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(row -> !row.isEmpty() || part.startsWith("route"))
                .toList();
        List<JsonObject> reduced = switch (part) {
            case "link" -> rows.stream().map(StateReduction::link).toList();
            case "addr" -> rows.stream().map(StateReduction::addresses).toList();
            case "neigh" -> neighbors(rows);
            case "fdb" -> forwarding(rows);
            default -> rows;
        };
        JsonArray result = new JsonArray();
        reduced.forEach(result::add);
        return result;
    }

    private static JsonObject link(JsonObject row) {
        JsonObject link = only(row, LINK);
        JsonObject info = row.has("linkinfo") ? row.getAsJsonObject("linkinfo") : new JsonObject();
        for (String part : List.of("info_kind", "info_slave_kind")) {
            if (info.has(part)) {
                link.add(part.replace("info_", ""), info.get(part));
            }
        }
        boolean veth =
                info.has("info_kind") && info.get("info_kind").getAsString().equals("veth");
        for (String part : List.of("info_data", "info_slave_data")) {
            if (info.has(part)) {
                JsonObject data = inOwnOrder(info.getAsJsonObject(part), LINK_INFO);
                if (!data.isEmpty() && (!veth || part.equals("info_slave_data"))) {
                    link.add(part.replace("info_", ""), data);
                }
            }
        }
        return link;
    }

    private static JsonObject addresses(JsonObject row) {
        JsonObject reduced = only(row, List.of("ifname"));
        reduced.add("addr_info", row.has("addr_info") ? row.get("addr_info") : new JsonArray());
        return reduced;
    }

    /** Which of the valid states an entry is in depends on the moment. */
    private static List<JsonObject> neighbors(List<JsonObject> rows) {
        List<JsonObject> kept = new ArrayList<>(rows.stream()
                .filter(row -> !text(row, "dst").startsWith("fe80"))
                .toList());
        kept.sort(Comparator.comparing((JsonObject row) -> text(row, "dev")).thenComparing(row -> text(row, "dst")));
        for (JsonObject row : kept) {
            JsonArray states = new JsonArray();
            if (row.has("state")) {
                row.getAsJsonArray("state")
                        .forEach(state -> states.add(
                                RECENTLY_USED.contains(state.getAsString()) ? "VALID" : state.getAsString()));
            }
            row.add("state", states);
        }
        return kept;
    }

    private static List<JsonObject> forwarding(List<JsonObject> rows) {
        List<JsonObject> kept = new ArrayList<>(rows.stream()
                .filter(row -> !text(row, "state").equals("permanent") || row.has("master"))
                .toList());
        kept.sort(Comparator.comparing((JsonObject row) -> text(row, "ifname"))
                .thenComparing(row -> text(row, "mac"))
                .thenComparingInt(row -> row.has("vlan") ? row.get("vlan").getAsInt() : 0));
        return kept;
    }

    /** The lines of a rule set without its comments. */
    static JsonArray ruleLines(String printed) {
        JsonArray lines = new JsonArray();
        Arrays.stream(printed.split("\n"))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(lines::add);
        return lines;
    }

    private static JsonObject only(JsonObject row, List<String> keys) {
        JsonObject kept = new JsonObject();
        keys.stream().filter(row::has).forEach(key -> kept.add(key, row.get(key)));
        return kept;
    }

    private static JsonObject inOwnOrder(JsonObject row, List<String> keys) {
        JsonObject kept = new JsonObject();
        for (Map.Entry<String, JsonElement> entry : row.entrySet()) {
            if (keys.contains(entry.getKey())) {
                kept.add(entry.getKey(), entry.getValue());
            }
        }
        return kept;
    }

    private static String text(JsonObject row, String key) {
        return row.has(key) ? row.get(key).getAsString() : "";
    }
}
