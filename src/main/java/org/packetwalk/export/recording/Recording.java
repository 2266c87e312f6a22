package org.packetwalk.export.recording;

import java.util.List;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** What one lab did, in the format {@code kernel-lab-recording/1}: the kernel's own or the simulator's. */
public final class Recording {

    /** The name and version of the format. */
    public static final String FORMAT = "kernel-lab-recording/1";

    private final JsonObject root;
    private final List<String> chains;

    Recording(JsonObject root) {
        this.root = root;
        chains = root.getAsJsonArray("chains").asList().stream()
                .map(JsonElement::getAsString)
                .toList();
    }

    /** Which lab, by its path below the folder of labs. */
    public String lab() {
        return root.get("lab").getAsString();
    }

    /** The version of the kernel that was recorded, such as {@code 6.18.44}; of the simulator, the one it is like. */
    public String kernel() {
        return root.get("kernel").getAsString();
    }

    /** The recording as text: one line for each packet, event and setup line. */
    public String text() {
        return RecordingWriter.write(root);
    }

    /** The lines of the lab. */
    List<JsonObject> script() {
        return root.getAsJsonArray("script").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /** A part that is an object, empty if it is absent. */
    JsonObject part(String name) {
        JsonObject part = root.getAsJsonObject(name);
        return part == null ? new JsonObject() : part;
    }

    /** The call chains by number. */
    List<String> chains() {
        return chains;
    }
}
