package org.packetwalk.export.json;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.trace.TraceEvent;

/**
 * Reads what {@link ValueWriter} writes, strictly: each field of a record exactly once and no other, numbers in their range,
 * no null. What is wrong is named with its path.
 */
final class ValueReader {

    private static final int MOST_KNOWN = 10_000;

    private final JsonReader in;
    private final Runnable complete;
    private final Consumer<TraceEvent> watch;
    private final List<SkBuff> buffers = new ArrayList<>();

    /** What was read before, by its type and text: call chains and addresses come many times, and are kept once. */
    private final Map<Class<?>, Map<String, Object>> known = new LinkedHashMap<>();

    private final Map<Class<?>, SortedMap<String, Class<?>>> leaves = new LinkedHashMap<>();

    /**
     * Reads from {@code in}.
     *
     * @param complete is told whenever a buffer or an event is complete
     * @param watch is given each event
     */
    ValueReader(JsonReader in, Runnable complete, Consumer<TraceEvent> watch) {
        this.in = in;
        this.complete = complete;
        this.watch = watch;
    }

    Object read(Type type) throws IOException, TraceFormatException {
        if (type instanceof ParameterizedType list) {
            return list(list.getActualTypeArguments()[0]);
        }
        Class<?> declared = (Class<?>) type;
        if (declared == SkBuff.class) {
            return buffer();
        }
        if (TextValue.is(declared)) {
            return textValue(declared);
        }
        if (declared == String.class) {
            return shared(declared, text(), same -> same);
        }
        if (declared == boolean.class) {
            expect(JsonToken.BOOLEAN, "true|false");
            return in.nextBoolean();
        }
        if (declared == int.class) {
            return (int) number(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (declared == long.class) {
            return number(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (declared.isEnum()) {
            return constant(declared);
        }
        if (ValueWriter.isScalar(declared)) {
            Object only = read(RecordShape.of(declared).components()[0].type());
            return make(declared, new Object[] {only}, in::getPath);
        }
        return object(declared);
    }

    /** The packet buffers of the file, to which the events refer by their place. */
    void buffers() throws IOException, TraceFormatException {
        expect(JsonToken.BEGIN_ARRAY, "[…]");
        in.beginArray();
        while (in.hasNext()) {
            buffers.add((SkBuff) object(SkBuff.class));
            complete.run();
        }
        in.endArray();
    }

    /** The events of the file. */
    List<TraceEvent> events() throws IOException, TraceFormatException {
        expect(JsonToken.BEGIN_ARRAY, "[…]");
        List<TraceEvent> events = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            TraceEvent event = (TraceEvent) object(TraceEvent.class);
            complete.run();
            watch.accept(event);
            events.add(event);
        }
        in.endArray();
        return events;
    }

    private List<Object> list(Type element) throws IOException, TraceFormatException {
        expect(JsonToken.BEGIN_ARRAY, "[…]");
        List<Object> elements = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            elements.add(read(element));
        }
        in.endArray();
        return elements;
    }

    private SkBuff buffer() throws IOException, TraceFormatException {
        long place = number(-1, Integer.MAX_VALUE);
        if (place >= buffers.size()) {
            throw fault("trace-file.value", in.getPreviousPath(), place);
        }
        return place < 0 ? SkBuff.NONE : buffers.get((int) place);
    }

    private Object textValue(Class<?> declared) throws IOException, TraceFormatException {
        String text = text();
        try {
            return shared(declared, text, one -> TextValue.read(declared, one));
        } catch (IllegalArgumentException e) {
            throw fault("trace-file.value", in.getPreviousPath(), text);
        }
    }

    private Object shared(Class<?> type, String text, Function<String, Object> make) {
        Map<String, Object> before = known.computeIfAbsent(type, none -> new LinkedHashMap<>());
        if (before.size() > MOST_KNOWN) {
            before.clear();
        }
        return before.computeIfAbsent(text, make);
    }

    String text() throws IOException, TraceFormatException {
        expect(JsonToken.STRING, "\"…\"");
        return in.nextString();
    }

    long number(long lowest, long highest) throws IOException, TraceFormatException {
        expect(JsonToken.NUMBER, "0, 1, 2 …");
        String text = in.nextString();
        try {
            long number = Long.parseLong(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw fault("trace-file.value", in.getPreviousPath(), text);
        }
        throw fault("trace-file.value", in.getPreviousPath(), text);
    }

    private Object constant(Class<?> declared) throws IOException, TraceFormatException {
        String name = text();
        for (Object constant : declared.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw fault("trace-file.value", in.getPreviousPath(), name);
    }

    /** A record, or the record of a sealed type that its tag names; the tag comes first. */
    private Object object(Class<?> declared) throws IOException, TraceFormatException {
        expect(JsonToken.BEGIN_OBJECT, "{…}");
        in.beginObject();
        Class<?> leaf = declared.isSealed() ? tagged(declared) : declared;
        Object value = make(leaf, fields(leaf), this::objectPath);
        in.endObject();
        return value;
    }

    /** What is left of the open object as the components of a record, in their order. */
    private Object[] fields(Class<?> leaf) throws IOException, TraceFormatException {
        RecordShape shape = RecordShape.of(leaf);
        Object[] values = new Object[shape.components().length];
        while (in.hasNext()) {
            String name = in.nextName();
            RecordShape.Component component = shape.component(name);
            if (component == null) {
                throw fault("trace-file.unknown", pathBefore(name), name);
            }
            if (values[component.place()] != null) {
                throw fault("trace-file.duplicate", pathBefore(name), name);
            }
            values[component.place()] = read(component.type());
        }
        for (RecordShape.Component component : shape.components()) {
            if (values[component.place()] == null) {
                throw fault("trace-file.missing", objectPath(), component.name());
            }
        }
        return values;
    }

    private Class<?> tagged(Class<?> sealed) throws IOException, TraceFormatException {
        if (!in.hasNext()) {
            throw fault("trace-file.missing", objectPath(), ValueWriter.TAG);
        }
        String name = in.nextName();
        if (!name.equals(ValueWriter.TAG)) {
            throw fault("trace-file.missing", pathBefore(name), ValueWriter.TAG);
        }
        String tag = text();
        Class<?> leaf = leaves.computeIfAbsent(sealed, SealedTypes::leaves).get(tag);
        if (leaf == null) {
            throw fault("trace-file.value", in.getPreviousPath(), tag);
        }
        return leaf;
    }

    private Object make(Class<?> type, Object[] components, Supplier<String> path) throws TraceFormatException {
        try {
            return RecordShape.of(type).make(components);
        } catch (InvocationTargetException e) {
            throw fault(
                    "trace-file.value", path.get(), String.valueOf(e.getCause().getMessage()));
        }
    }

    /** The path of the object that is open; only asked for when something is wrong, since it takes long to make. */
    private String objectPath() {
        String inside = in.getPath();
        return inside.substring(0, inside.lastIndexOf('.'));
    }

    /** The path of the object whose field was just named. */
    private String pathBefore(String name) {
        String inside = in.getPath();
        return inside.substring(0, inside.length() - name.length() - 1);
    }

    void expect(JsonToken wanted, String shown) throws IOException, TraceFormatException {
        if (in.peek() != wanted) {
            throw fault("trace-file.wrong-type", in.getPath(), shown);
        }
    }

    TraceFormatException fault(String key, Object... arguments) {
        return Place.of(in).fault(key, arguments);
    }
}
