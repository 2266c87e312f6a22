package org.packetwalk.cli;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/** Reads one line as a {@link ShellRequest}, strictly: an unknown or repeated key is a mistake and is told. */
final class ShellRequestReader {

    private static final String SHAPES = "expected {\"argv\":[...]}, {\"line\":\"...\"}, {\"poll\":\"JOB\"}"
            + " or {\"signal\":\"TERM\",\"job\":\"JOB\"}";
    private static final int DEEPEST = 4;

    private final TreeSet<String> seen = new TreeSet<>();
    private List<String> argv = List.of();
    private String line = "";
    private String stdin = "";
    private String job = "";
    private String poll = "";
    private String signal = "";

    private ShellRequestReader() {}

    /** Why a line is no request. */
    private static final class Mistake extends Exception {

        private static final long serialVersionUID = 1;

        Mistake(String sentence) {
            super(sentence);
        }
    }

    /** The request that a line holds. */
    static ShellRequest read(String text) {
        try {
            return new ShellRequestReader().request(text);
        } catch (Mistake mistake) {
            return new ShellRequest.Malformed(mistake.getMessage());
        } catch (IOException | IllegalStateException fault) {
            return new ShellRequest.Malformed("not JSON; " + SHAPES);
        }
    }

    private ShellRequest request(String text) throws IOException, Mistake {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
        if (reader.peek() != JsonToken.BEGIN_OBJECT) {
            throw new Mistake("not an object; " + SHAPES);
        }
        reader.beginObject();
        while (reader.hasNext()) {
            member(reader);
        }
        reader.endObject();
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new Mistake("something follows the request; one request per line");
        }
        return request();
    }

    private void member(JsonReader reader) throws IOException, Mistake {
        String key = reader.nextName();
        if (!seen.add(key)) {
            throw new Mistake("the key \"" + key + "\" stands there twice");
        }
        switch (key) {
            case "argv" -> argv = texts(reader);
            case "line" -> line = text(reader, key);
            case "stdin" -> stdin = text(reader, key);
            case "job" -> job = text(reader, key);
            case "poll" -> poll = text(reader, key);
            case "signal" -> signal = text(reader, key);
            default -> throw new Mistake("the key \"" + key + "\" is not known; " + SHAPES);
        }
    }

    private ShellRequest request() throws Mistake {
        if (seen.equals(new TreeSet<>(List.of("poll")))) {
            return new ShellRequest.Poll(poll);
        }
        if (seen.equals(new TreeSet<>(List.of("signal", "job")))) {
            return new ShellRequest.Signal(signal, job);
        }
        boolean onlyRunKeys = !seen.contains("poll") && !seen.contains("signal");
        if (onlyRunKeys && seen.contains("argv") != seen.contains("line")) {
            if (seen.contains("argv") && argv.isEmpty()) {
                throw new Mistake("\"argv\" is empty");
            }
            if (seen.contains("job") && job.isEmpty()) {
                throw new Mistake("\"job\" is empty");
            }
            return new ShellRequest.Run(seen.contains("argv") ? ShellRequest.Run.quoted(argv) : line, stdin, job);
        }
        throw new Mistake("these keys do not go together: " + String.join(", ", seen) + "; " + SHAPES);
    }

    private static List<String> texts(JsonReader reader) throws IOException, Mistake {
        if (reader.peek() != JsonToken.BEGIN_ARRAY) {
            throw new Mistake("\"argv\" is not a list of texts");
        }
        List<String> texts = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            texts.add(text(reader, "argv"));
        }
        reader.endArray();
        return texts;
    }

    private static String text(JsonReader reader, String key) throws IOException, Mistake {
        if (reader.peek() != JsonToken.STRING) {
            throw new Mistake("\"" + key + "\" is not a text");
        }
        return reader.nextString();
    }
}
