package org.packetwalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

/** What the tools print in the labs, beside what they printed on a real kernel. */
class KernelAnswersTest {

    private static final Path RECORDINGS = Path.of("src/test/resources/kernel-lab/recordings");

    private static final List<String> LABS = List.of(
            "loopback/all-nics-down",
            "loopback/any-127-address",
            "loopback/counters",
            "loopback/hosts-file",
            "loopback/lo-down",
            "loopback/own-address-link-down",
            "loopback/own-address-no-carrier",
            "loopback/ping-127.0.0.1",
            "mtu/lo-mtu",
            "address/scope-and-peer",
            "address/secondary",
            "address/source-selection",
            "route/fib-trie-separate",
            "route/fib-trie-shared",
            "route/gateway-checks",
            "route/local-before-main",
            "route/longest-prefix",
            "route/merged-tables",
            "route/metric",
            "route/tos",
            "route/types-local",
            "rule/delete-local-rule",
            "rule/from",
            "rule/goto",
            "rule/move-local-rule",
            "rule/refusing-rules",
            "rule/suppress-prefixlength",
            "neigh/arp-then-ping",
            "neigh/permanent-and-wrong");

    private static final List<String> LINK_KEYS = List.of(
            "ifindex",
            "ifname",
            "flags",
            "mtu",
            "qdisc",
            "operstate",
            "link_type",
            "address",
            "broadcast",
            "link_index",
            "link_netnsid");

    private final Shell shell = new Shell();

    static Stream<String> labs() {
        return LABS.stream();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void everyCommandAnswersAsTheKernelDid(String lab) throws IOException {
        JsonObject recording = JsonParser.parseString(Files.readString(RECORDINGS.resolve(lab + ".json")))
                .getAsJsonObject();
        World world = World.EMPTY;
        List<String> wanted = new ArrayList<>();
        List<String> seen = new ArrayList<>();

        for (JsonElement element : recording.getAsJsonArray("script")) {
            JsonObject entry = element.getAsJsonObject();
            String command = entry.get("cmd").getAsString();
            String line = entry.has("background") ? command + " &" : command;
            Shell.Outcome outcome = shell.execute(world, Shell.NO_HOST, line, SnapshotSink.NONE);
            world = outcome.world();
            wanted.add(transcript(
                    command,
                    text(entry, "stdout"),
                    text(entry, "stderr"),
                    entry.has("exit") ? entry.get("exit").getAsString() : "0"));
            seen.add(transcript(
                    command,
                    normal(outcome.result().stdout()),
                    normal(outcome.result().stderr()),
                    Integer.toString(outcome.result().exit())));
        }

        assertThat(seen).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(seen.get(i)).as("%s, command %d", lab, i).isEqualTo(wanted.get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void afterTheSetupTheStateIsTheKernels(String lab) throws IOException {
        JsonObject recording = JsonParser.parseString(Files.readString(RECORDINGS.resolve(lab + ".json")))
                .getAsJsonObject();
        World world = World.EMPTY;
        for (JsonElement element : recording.getAsJsonArray("script")) {
            JsonObject entry = element.getAsJsonObject();
            if (entry.has("probe")) {
                break;
            }
            world = shell.execute(world, Shell.NO_HOST, entry.get("cmd").getAsString(), SnapshotSink.NONE)
                    .world();
        }

        for (String host : recording.getAsJsonObject("state").keySet()) {
            JsonObject state = recording.getAsJsonObject("state").getAsJsonObject(host);
            assertThat(answer(world, "ip -n " + host + " -j route show table all"))
                    .as("%s: routes of %s", lab, host)
                    .isEqualTo(sorted(state.getAsJsonArray("route4")));
            assertThat(answer(world, "ip -n " + host + " -j rule show"))
                    .as("%s: rules of %s", lab, host)
                    .isEqualTo(sorted(state.getAsJsonArray("rule4")));
            assertThat(addresses(world, host))
                    .as("%s: addresses of %s", lab, host)
                    .isEqualTo(sorted(state.getAsJsonArray("addr")));
            assertThat(links(world, host))
                    .as("%s: links of %s", lab, host)
                    .isEqualTo(sorted(state.getAsJsonArray("link")));
        }
    }

    private JsonArray json(World world, String line) {
        Shell.Outcome outcome = shell.execute(world, Shell.NO_HOST, line, SnapshotSink.NONE);
        return JsonParser.parseString(outcome.result().stdout()).getAsJsonArray();
    }

    private List<String> answer(World world, String line) {
        return sorted(json(world, line));
    }

    private List<String> addresses(World world, String host) {
        JsonArray kept = new JsonArray();
        for (JsonElement row : json(world, "ip -n " + host + " -j addr show")) {
            JsonObject one = new JsonObject();
            one.add("ifname", row.getAsJsonObject().get("ifname"));
            one.add("addr_info", row.getAsJsonObject().get("addr_info"));
            kept.add(one);
        }
        return sorted(kept);
    }

    private List<String> links(World world, String host) {
        JsonArray kept = new JsonArray();
        for (JsonElement row : json(world, "ip -n " + host + " -j -d link show")) {
            JsonObject one = new JsonObject();
            for (String key : LINK_KEYS) {
                if (row.getAsJsonObject().has(key)) {
                    one.add(key, row.getAsJsonObject().get(key));
                }
            }
            if (row.getAsJsonObject().has("linkinfo")) {
                one.add(
                        "kind",
                        row.getAsJsonObject().getAsJsonObject("linkinfo").get("info_kind"));
            }
            kept.add(one);
        }
        return sorted(kept);
    }

    private static List<String> sorted(JsonArray rows) {
        List<String> texts = new ArrayList<>();
        if (rows != null) {
            rows.forEach(row -> texts.add(row.toString()));
        }
        texts.sort(null);
        return texts;
    }

    private static String transcript(String command, String stdout, String stderr, String exit) {
        return "$ " + command + "\n" + stdout + stderr + "[exit " + exit + "]";
    }

    private static String text(JsonObject entry, String key) {
        if (!entry.has(key)) {
            return "";
        }
        JsonArray lines = entry.getAsJsonArray(key);
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append(line.getAsString()).append('\n'));
        return out.toString();
    }

    /** As the recordings are normalised. */
    private static String normal(String text) {
        return text.replaceAll("\n+$", "\n")
                .replaceAll("time=[\\d.]+ ms", "time=<t> ms")
                .replaceAll("time \\d+ms", "time <t>ms")
                .replaceAll("rtt min/avg/max/mdev = [^\\n]*? ms", "rtt min/avg/max/mdev = <rtt> ms");
    }
}
