package org.packetwalk.export.recording;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

/**
 * Reads JSON text as a tree, strictly: no duplicate keys, no number that is not a reasonable one, nothing behind the
 * end. Gson alone is more forgiving in each of these.
 */
final class JsonTree {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 32;

    private final JsonReader reader;

    private JsonTree(JsonReader reader) {
        this.reader = reader;
    }

    /** The tree of a text. */
    static JsonElement read(String text) throws RecordingFormatException {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
        try {
            JsonElement tree = new JsonTree(reader).value();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new RecordingFormatException("$", "something follows the end");
            }
            return tree;
        } catch (MalformedJsonException fault) {
            throw new RecordingFormatException(reader.getPath(), "this is not JSON here");
        } catch (IOException | IllegalStateException fault) {
            throw new RecordingFormatException(reader.getPath(), "the text ends or breaks off here");
        }
    }

    private JsonElement value() throws IOException, RecordingFormatException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> number();
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT ->
                throw new RecordingFormatException(reader.getPath(), "a value is missing");
        };
    }

    private JsonObject object() throws IOException, RecordingFormatException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String key = reader.nextName();
            if (object.has(key)) {
                throw new RecordingFormatException(reader.getPath(), "the key stands here twice");
            }
            object.add(key, value());
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException, RecordingFormatException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value());
        }
        reader.endArray();
        return array;
    }

    private JsonPrimitive number() throws IOException, RecordingFormatException {
        String path = reader.getPath();
        String text = reader.nextString();
        if (text.length() > LONGEST_NUMBER) {
            throw new RecordingFormatException(path, "a number with so many digits is not accepted");
        }
        BigDecimal number = new BigDecimal(text);
        if (!Double.isFinite(number.doubleValue()) || Math.abs((long) number.scale()) > LONGEST_NUMBER) {
            throw new RecordingFormatException(path, "the number is too large or too small");
        }
        return new JsonPrimitive(number);
    }
}
