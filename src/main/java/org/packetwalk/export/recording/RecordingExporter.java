package org.packetwalk.export.recording;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LineRun;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;

/** Makes a recording of what a lab did in the simulator, in the form in which the kernel's are made. */
public final class RecordingExporter {

    /** The kernel whose behaviour is simulated. */
    private static final String KERNEL = "6.18";

    private final LabRun run;
    private final ChainTable chains = new ChainTable();
    private final EphemeralPorts ports;
    private final HardwareAddressMask mask;

    private RecordingExporter(LabRun run) {
        this.run = run;
        ports = EphemeralPorts.of(run.lab().source());
        mask = new HardwareAddressMask(run.lab().source());
    }

    /**
     * Makes a recording.
     *
     * @param shownPath the path of the lab below the folder of labs
     */
    public static Recording export(LabRun run, String shownPath) {
        return new Recording(new RecordingExporter(run).recording(shownPath));
    }

    private JsonObject recording(String shownPath) {
        JsonObject state = state(run.start());
        JsonObject end = state(run.end());
        JsonObject recording = new JsonObject();
        recording.addProperty("format", Recording.FORMAT);
        recording.addProperty("lab", shownPath);
        recording.addProperty("sha256", sha256(run.lab().source()));
        JsonObject head = new JsonObject();
        run.lab().head().forEach(head::addProperty);
        recording.add("head", head);
        recording.addProperty("kernel", KERNEL);
        recording.add(
                "hosts", texts(run.lab().hosts().stream().map(HostId::name).toList()));
        JsonArray script = new JsonArray();
        run.lines().forEach(line -> script.add(line.line().probe() ? probe(line) : setup(line)));
        recording.add("script", script);
        recording.add("state", state);
        recording.add("state_end", changed(state, end));
        recording.add("chains", chains.all());
        return mask.mask(recording).getAsJsonObject();
    }

    private JsonObject setup(LineRun line) {
        JsonObject entry = entry(line);
        if (line.line().background()) {
            entry.addProperty("background", true);
        } else if (!line.result().ok()) {
            entry.addProperty("exit", line.result().exit());
        }
        addIfAny(entry, "stdout", OutputText.lines(line.result().stdout(), ports));
        addIfAny(entry, "stderr", OutputText.lines(line.result().stderr(), ports));
        return entry;
    }

    private JsonObject probe(LineRun line) {
        JsonObject entry = entry(line);
        entry.addProperty("probe", line.line().question());
        entry.addProperty("exit", line.result().exit());
        entry.add("stdout", texts(OutputText.lines(line.result().stdout(), ports)));
        entry.add("stderr", texts(OutputText.lines(line.result().stderr(), ports)));
        boolean keepBackground =
                run.lab().head("background").filter("keep"::equals).isPresent();
        ProbeTrace trace = ProbeTrace.of(line.events(), ports.again(), chains, keepBackground);
        if (!trace.packets().isEmpty()) {
            entry.add("packets", trace.packets());
        }
        if (!trace.events().isEmpty()) {
            entry.add("events", trace.events());
        }
        JsonObject counters = new JsonObject();
        for (NetNamespace after : hosts(line.after())) {
            NetNamespace before =
                    line.before().machine().find(after.id()).orElseGet(() -> NetNamespace.create(after.id()));
            JsonObject moved = CounterDelta.of(before, after, trace.background());
            if (!moved.isEmpty()) {
                counters.add(after.id().name(), moved);
            }
        }
        if (!counters.isEmpty()) {
            entry.add("counters", counters);
        }
        return entry;
    }

    private static JsonObject entry(LineRun line) {
        JsonObject entry = new JsonObject();
        entry.addProperty("line", line.line().number());
        entry.addProperty("cmd", line.line().text());
        return entry;
    }

    private JsonObject state(World world) {
        JsonObject state = new JsonObject();
        for (NetNamespace host : hosts(world)) {
            JsonObject shown = HostState.of(world, host);
            if (shown.has("link")) {
                shown.getAsJsonArray("link").forEach(link -> mask.note(host.id().name(), link.getAsJsonObject()));
            }
            state.add(host.id().name(), shown);
        }
        return state;
    }

    /** The parts of each host that are different at the end. */
    private static JsonObject changed(JsonObject state, JsonObject end) {
        JsonObject changed = new JsonObject();
        for (Map.Entry<String, JsonElement> host : end.entrySet()) {
            JsonObject now = host.getValue().getAsJsonObject();
            JsonObject was = state.has(host.getKey()) ? state.getAsJsonObject(host.getKey()) : new JsonObject();
            SortedMap<String, JsonElement> parts = new TreeMap<>();
            TreeSet<String> keys = new TreeSet<>(now.keySet());
            keys.addAll(was.keySet());
            for (String key : keys) {
                if (!now.has(key) || !now.get(key).equals(was.get(key))) {
                    parts.put(key, now.has(key) ? now.get(key) : JsonNull.INSTANCE);
                }
            }
            if (!parts.isEmpty()) {
                JsonObject different = new JsonObject();
                parts.forEach(different::add);
                changed.add(host.getKey(), different);
            }
        }
        return changed;
    }

    /** The hosts of the lab that are there, in the order in which the lab makes them. */
    private List<NetNamespace> hosts(World world) {
        return run.lab().hosts().stream()
                .flatMap(host -> world.machine().find(host).stream())
                .toList();
    }

    private static void addIfAny(JsonObject entry, String key, List<String> lines) {
        if (!lines.isEmpty()) {
            entry.add(key, texts(lines));
        }
    }

    private static JsonArray texts(List<String> lines) {
        JsonArray texts = new JsonArray();
        lines.forEach(texts::add);
        return texts;
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every Java has SHA-256", fault);
        }
    }
}
