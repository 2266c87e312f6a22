package org.packetwalk.export.json;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.trace.TraceEvent;

/**
 * Reads what {@link ValueWriter} writes, strictly: each field of a record exactly once and no other, numbers in their range,
 * no null. What is wrong is named with its path.
 */
final class ValueReader {

    private final JsonReader in;
    private final List<SkBuff> buffers;
    private final Map<Class<?>, SortedMap<String, Class<?>>> leaves = new LinkedHashMap<>();

    ValueReader(JsonReader in, List<SkBuff> buffers) {
        this.in = in;
        this.buffers = buffers;
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
            return text();
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
            Object only = read(declared.getRecordComponents()[0].getGenericType());
            return make(declared, List.of(only), in.getPath());
        }
        return object(declared);
    }

    /** The packet buffers of the file, to which the events refer by their place. */
    void buffers() throws IOException, TraceFormatException {
        expect(JsonToken.BEGIN_ARRAY, "[…]");
        in.beginArray();
        while (in.hasNext()) {
            buffers.add((SkBuff) object(SkBuff.class));
        }
        in.endArray();
    }

    /** The events of the file. */
    List<TraceEvent> events() throws IOException, TraceFormatException {
        return list(TraceEvent.class).stream().map(TraceEvent.class::cast).toList();
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
            return TextValue.read(declared, text);
        } catch (IllegalArgumentException e) {
            throw fault("trace-file.value", in.getPreviousPath(), text);
        }
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
        String path = in.getPath();
        in.beginObject();
        Class<?> leaf = declared.isSealed() ? tagged(declared, path) : declared;
        Object value = make(leaf, fields(leaf, path), path);
        in.endObject();
        return value;
    }

    /** What is left of the open object as the components of a record, in their order. */
    private List<Object> fields(Class<?> leaf, String path) throws IOException, TraceFormatException {
        RecordComponent[] components = leaf.getRecordComponents();
        Map<String, Object> values = new TreeMap<>();
        while (in.hasNext()) {
            String name = in.nextName();
            RecordComponent component = Arrays.stream(components)
                    .filter(known -> known.getName().equals(name))
                    .findFirst()
                    .orElse(null);
            if (component == null) {
                throw fault("trace-file.unknown", path, name);
            }
            if (values.containsKey(name)) {
                throw fault("trace-file.duplicate", path, name);
            }
            values.put(name, read(component.getGenericType()));
        }
        List<Object> ordered = new ArrayList<>();
        for (RecordComponent component : components) {
            Object value = values.get(component.getName());
            if (value == null) {
                throw fault("trace-file.missing", path, component.getName());
            }
            ordered.add(value);
        }
        return ordered;
    }

    private Class<?> tagged(Class<?> sealed, String path) throws IOException, TraceFormatException {
        if (!in.hasNext() || !in.nextName().equals(ValueWriter.TAG)) {
            throw fault("trace-file.missing", path, ValueWriter.TAG);
        }
        String tag = text();
        Class<?> leaf = leaves.computeIfAbsent(sealed, SealedTypes::leaves).get(tag);
        if (leaf == null) {
            throw fault("trace-file.value", in.getPreviousPath(), tag);
        }
        return leaf;
    }

    private Object make(Class<?> type, List<Object> components, String path) throws TraceFormatException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(components.toArray());
        } catch (InvocationTargetException e) {
            throw fault("trace-file.value", path, String.valueOf(e.getCause().getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + type, e);
        }
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
