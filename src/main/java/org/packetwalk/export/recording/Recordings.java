package org.packetwalk.export.recording;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Reads recordings; what is not one is refused with the place of the fault. */
public final class Recordings {

    /** The most bytes a recording may have. */
    public static final int MAXIMUM_BYTES = 64 << 20;

    private static final List<String> REQUIRED =
            List.of("format", "lab", "head", "hosts", "script", "state", "state_end", "chains");
    private static final List<String> KNOWN =
            List.of("format", "lab", "sha256", "head", "kernel", "hosts", "script", "state", "state_end", "chains");
    private static final List<String> KNOWN_IN_LINE =
            List.of("line", "cmd", "probe", "background", "exit", "stdout", "stderr", "packets", "events", "counters");

    private Recordings() {}

    /**
     * Reads a recording.
     *
     * @throws RecordingFormatException if the text is none
     */
    public static Recording read(String text) throws RecordingFormatException {
        if (text.length() > MAXIMUM_BYTES) {
            throw new RecordingFormatException("$", "a recording of more than 64 MiB is not accepted");
        }
        JsonObject root = object(JsonTree.read(text), "$");
        if (!root.has("format") || !isText(root.get("format"))) {
            throw new RecordingFormatException("$.format", "is missing, so this is not a recording");
        }
        if (!root.get("format").getAsString().equals(Recording.FORMAT)) {
            throw new RecordingFormatException("$.format", "is not \"" + Recording.FORMAT + "\"");
        }
        keys(root, "$", REQUIRED, KNOWN);
        text(root, "$", "lab");
        texts(root, "$", "hosts");
        texts(root, "$", "chains");
        for (String part : List.of("head", "state", "state_end")) {
            object(root.get(part), "$." + part);
        }
        lines(root);
        withoutHidden(root.get("script"));
        return new Recording(root);
    }

    /** What is not to be compared, such as the identification of a frame inside a tunnel, begins with an underscore. */
    private static void withoutHidden(JsonElement element) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(Recordings::withoutHidden);
        } else if (element.isJsonObject()) {
            JsonObject fields = element.getAsJsonObject();
            fields.keySet().removeIf(key -> key.startsWith("_"));
            fields.entrySet().forEach(field -> withoutHidden(field.getValue()));
        }
    }

    private static void lines(JsonObject root) throws RecordingFormatException {
        JsonArray script = array(root.get("script"), "$.script");
        int chains = root.getAsJsonArray("chains").size();
        for (int i = 0; i < script.size(); i++) {
            String path = "$.script[" + i + "]";
            JsonObject line = object(script.get(i), path);
            keys(line, path, List.of("line", "cmd"), KNOWN_IN_LINE);
            number(line, path, "line");
            text(line, path, "cmd");
            if (line.has("probe")) {
                text(line, path, "probe");
            }
            if (line.has("exit") && !isNumber(line.get("exit")) && !isText(line.get("exit"))) {
                throw new RecordingFormatException(path + ".exit", "is neither a number nor \"timeout\"");
            }
            for (String output : List.of("stdout", "stderr")) {
                if (line.has(output)) {
                    texts(line, path, output);
                }
            }
            if (line.has("counters")) {
                object(line.get("counters"), path + ".counters");
            }
            for (String kind : List.of("packets", "events")) {
                if (line.has(kind)) {
                    items(array(line.get(kind), path + "." + kind), path + "." + kind, chains);
                }
            }
        }
    }

    private static void items(JsonArray items, String path, int chains) throws RecordingFormatException {
        for (int i = 0; i < items.size(); i++) {
            String at = path + "[" + i + "]";
            JsonObject item = object(items.get(i), at);
            text(item, at, "host");
            for (String number : List.of("n", "pkt", "chain")) {
                if (item.has(number)) {
                    number(item, at, number);
                }
            }
            if (item.has("chain")
                    && (item.get("chain").getAsInt() < 0 || item.get("chain").getAsInt() >= chains)) {
                throw new RecordingFormatException(at + ".chain", "there is no such chain");
            }
        }
    }

    private static void keys(JsonObject object, String path, List<String> required, List<String> known)
            throws RecordingFormatException {
        for (String key : required) {
            if (!object.has(key)) {
                throw new RecordingFormatException(path + "." + key, "is missing");
            }
        }
        for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new RecordingFormatException(path + "." + entry.getKey(), "is not a known key");
            }
        }
    }

    private static JsonObject object(JsonElement element, String path) throws RecordingFormatException {
        if (!element.isJsonObject()) {
            throw new RecordingFormatException(path, "is not an object");
        }
        return element.getAsJsonObject();
    }

    private static JsonArray array(JsonElement element, String path) throws RecordingFormatException {
        if (!element.isJsonArray()) {
            throw new RecordingFormatException(path, "is not a list");
        }
        return element.getAsJsonArray();
    }

    private static void texts(JsonObject object, String path, String key) throws RecordingFormatException {
        for (JsonElement element : array(object.get(key), path + "." + key)) {
            if (!isText(element)) {
                throw new RecordingFormatException(path + "." + key, "is not a list of texts");
            }
        }
    }

    private static void text(JsonObject object, String path, String key) throws RecordingFormatException {
        check(object, path, key, Recordings::isText, "is not a text");
    }

    private static void number(JsonObject object, String path, String key) throws RecordingFormatException {
        check(object, path, key, Recordings::isNumber, "is not a whole number");
    }

    private static void check(JsonObject object, String path, String key, Predicate<JsonElement> holds, String problem)
            throws RecordingFormatException {
        JsonElement element = object.get(key);
        if (element == null || !holds.test(element)) {
            throw new RecordingFormatException(path + "." + key, problem);
        }
    }

    private static boolean isText(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
    }

    private static boolean isNumber(JsonElement element) {
        return element.isJsonPrimitive()
                && element.getAsJsonPrimitive().isNumber()
                && element.getAsString().matches("-?[0-9]{1,9}");
    }
}
