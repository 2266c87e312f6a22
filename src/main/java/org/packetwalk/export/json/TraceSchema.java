package org.packetwalk.export.json;

import java.io.StringWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.trace.TraceEvent;

/**
 * The JSON Schema (draft 2020-12) of a trace file, made of the same types by the same rules as the file itself. What a schema
 * cannot say, such as that a buffer's place is one of the file, the reader still checks.
 */
public final class TraceSchema {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final Gson GSON = new GsonBuilder()
            .setFormattingStyle(FormattingStyle.PRETTY.withIndent(" "))
            .disableHtmlEscaping()
            .create();

    private final SortedMap<String, JsonElement> definitions = new TreeMap<>();
    private final Map<String, Class<?>> names = new LinkedHashMap<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    private TraceSchema() {}

    /** The schema as text. */
    public static String text() {
        StringWriter text = new StringWriter();
        GSON.toJson(new TraceSchema().file(), text);
        return text.append('\n').toString();
    }

    private JsonObject file() {
        JsonObject fields = new JsonObject();
        fields.add("format", single("const", TraceFile.FORMAT));
        JsonObject version = new JsonObject();
        version.addProperty("const", TraceFile.VERSION);
        fields.add("version", version);
        for (String name : List.of("savedBy", "lab", "labText", "host", "command")) {
            fields.add(name, single("type", "string"));
        }
        fields.add("buffers", array(reference(SkBuff.class)));
        fields.add("events", array(reference(TraceEvent.class)));
        JsonObject schema = object(fields);
        JsonObject file = new JsonObject();
        file.addProperty("$schema", DRAFT);
        file.addProperty("title", "A saved trace of Packetwalk (" + TraceFile.EXTENSION + ")");
        schema.entrySet().forEach(entry -> file.add(entry.getKey(), entry.getValue()));
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            definitions.put(name(type), type.isSealed() ? family(type) : record(type));
        }
        JsonObject all = new JsonObject();
        definitions.forEach(all::add);
        file.add("$defs", all);
        return file;
    }

    /** Any of the records of a sealed type, each told by its tag. */
    private JsonObject family(Class<?> sealed) {
        JsonArray any = new JsonArray();
        SealedTypes.leaves(sealed).forEach((tag, leaf) -> {
            JsonObject fields = new JsonObject();
            fields.add(ValueWriter.TAG, single("const", tag));
            any.add(object(withComponents(fields, leaf)));
        });
        JsonObject family = new JsonObject();
        family.add("oneOf", any);
        return family;
    }

    private JsonObject record(Class<?> type) {
        return object(withComponents(new JsonObject(), type));
    }

    private JsonObject withComponents(JsonObject fields, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(component.getName(), value(component.getGenericType()));
        }
        return fields;
    }

    private JsonElement value(Type type) {
        if (type instanceof ParameterizedType list) {
            return array(value(list.getActualTypeArguments()[0]));
        }
        Class<?> declared = (Class<?>) type;
        if (declared == SkBuff.class) {
            JsonObject place = single("type", "integer");
            place.addProperty("minimum", -1);
            return place;
        }
        if (TextValue.is(declared) || declared == String.class) {
            return single("type", "string");
        }
        if (declared == boolean.class) {
            return single("type", "boolean");
        }
        if (declared == int.class || declared == long.class) {
            return integer(declared);
        }
        if (declared.isEnum()) {
            JsonArray constants = new JsonArray();
            Arrays.stream(declared.getEnumConstants()).forEach(one -> constants.add(((Enum<?>) one).name()));
            JsonObject choice = new JsonObject();
            choice.add("enum", constants);
            return choice;
        }
        return ValueWriter.isScalar(declared)
                ? value(declared.getRecordComponents()[0].getGenericType())
                : reference(declared);
    }

    private static JsonObject integer(Class<?> declared) {
        JsonObject number = single("type", "integer");
        number.addProperty("minimum", declared == int.class ? Integer.MIN_VALUE : Long.MIN_VALUE);
        number.addProperty("maximum", declared == int.class ? Integer.MAX_VALUE : Long.MAX_VALUE);
        return number;
    }

    private JsonObject reference(Class<?> type) {
        String name = name(type);
        if (names.putIfAbsent(name, type) == null) {
            open.add(type);
        }
        return single("$ref", "#/$defs/" + name);
    }

    /** A type by its name below the base package, since two packages may have one of the same name. */
    private static String name(Class<?> type) {
        return type.getName().replaceFirst("^org\\.packetwalk\\.", "").replace('$', '.');
    }

    private static JsonObject array(JsonElement items) {
        JsonObject array = single("type", "array");
        array.add("items", items);
        return array;
    }

    private static JsonObject object(JsonObject fields) {
        JsonObject object = single("type", "object");
        object.add("properties", fields);
        JsonArray required = new JsonArray();
        fields.keySet().forEach(required::add);
        object.add("required", required);
        object.addProperty("additionalProperties", false);
        return object;
    }

    private static JsonObject single(String key, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(key, value);
        return object;
    }
}
