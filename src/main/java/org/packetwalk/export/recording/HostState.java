package org.packetwalk.export.recording;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.packetwalk.shell.CommandResult;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;

/** What a host looks like to the tools: links, addresses, routes, rules, neighbours, firewall and settings. */
final class HostState {

    /** A part of the state and the command that prints it, without the host's name. */
    private record Part(String name, String command) {}

    private static final List<Part> LISTS = List.of(
            new Part("link", "ip -n %s -j -d link show"),
            new Part("addr", "ip -n %s -j addr show"),
            new Part("route4", "ip -n %s -4 -j route show table all"),
            new Part("route6", "ip -n %s -6 -j route show table all"),
            new Part("rule4", "ip -n %s -4 -j rule show"),
            new Part("rule6", "ip -n %s -6 -j rule show"),
            new Part("neigh", "ip -n %s -j neigh show"),
            new Part("fdb", "bridge -n %s -j fdb show"));
    private static final List<Part> RULE_SETS = List.of(
            new Part("iptables", "ip netns exec %s iptables-save"),
            new Part("ip6tables", "ip netns exec %s ip6tables-save"));

    private HostState() {}

    /** The parts that hold something. */
    static JsonObject of(World world, NetNamespace host) {
        JsonObject state = new JsonObject();
        for (Part part : LISTS) {
            StateReduction.reduce(part.name, list(world, host, part))
                    .forEach(row -> add(state, part.name, row.getAsJsonObject()));
        }
        for (Part part : RULE_SETS) {
            JsonArray lines =
                    StateReduction.ruleLines(printed(world, host, part).orElse(""));
            if (!lines.isEmpty()) {
                state.add(part.name, lines);
            }
        }
        JsonObject settings = SysctlDifference.of(host);
        if (!settings.isEmpty()) {
            state.add("sysctl", settings);
        }
        return state;
    }

    private static void add(JsonObject state, String part, JsonObject row) {
        if (!state.has(part)) {
            state.add(part, new JsonArray());
        }
        state.getAsJsonArray(part).add(row);
    }

    private static JsonArray list(World world, NetNamespace host, Part part) {
        Optional<String> text = printed(world, host, part).filter(printed -> !printed.isBlank());
        if (text.isEmpty()) {
            return new JsonArray();
        }
        try {
            return JsonTree.read(text.get()).getAsJsonArray();
        } catch (RecordingFormatException | IllegalStateException fault) {
            throw new IllegalStateException("the tool printed no JSON list: " + part.command, fault);
        }
    }

    /** What the command prints, nothing if it fails. */
    private static Optional<String> printed(World world, NetNamespace host, Part part) {
        String line = String.format(Locale.ROOT, part.command, host.id().name());
        CommandResult result = new Shell()
                .execute(world, Shell.NO_HOST, line, SnapshotSink.NONE)
                .result();
        return result.ok() ? Optional.of(result.stdout()) : Optional.empty();
    }
}
