package org.packetwalk.export.json;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

import com.google.gson.stream.JsonWriter;

import org.packetwalk.kernel.SkBuff;

/**
 * Writes a value by its declared type: records as objects, sealed types with an {@code @type} (no component of a record can have that name), lists as arrays, known values as
 * text, a record of one number or text as that alone. A packet buffer is written as its place among the buffers of the file.
 */
final class ValueWriter {

    static final String TAG = "@type";

    private final JsonWriter out;
    private final Map<SkBuff, Integer> buffers;

    ValueWriter(JsonWriter out, Map<SkBuff, Integer> buffers) {
        this.out = out;
        this.buffers = buffers;
    }

    void write(Type type, Object value) throws IOException {
        if (type instanceof ParameterizedType list) {
            out.beginArray();
            for (Object element : (List<?>) value) {
                write(list.getActualTypeArguments()[0], element);
            }
            out.endArray();
            return;
        }
        Class<?> declared = (Class<?>) type;
        if (value instanceof SkBuff buffer) {
            out.value(buffers.get(buffer));
        } else if (TextValue.is(declared)) {
            out.value(TextValue.write(declared, value));
        } else if (value instanceof String text) {
            out.value(text);
        } else if (value instanceof Boolean truth) {
            out.value(truth);
        } else if (value instanceof Number number) {
            out.value(number);
        } else if (value instanceof Enum<?> constant) {
            out.value(constant.name());
        } else if (isScalar(value.getClass()) && declared.isRecord()) {
            RecordShape.Component only = RecordShape.of(declared).components()[0];
            write(only.type(), only.of(value));
        } else {
            object(declared, (Record) value);
        }
    }

    /** A packet buffer in full. */
    void buffer(SkBuff buffer) throws IOException {
        object(SkBuff.class, buffer);
    }

    private void object(Class<?> declared, Record value) throws IOException {
        out.beginObject();
        if (declared.isSealed()) {
            out.name(TAG).value(value.getClass().getSimpleName());
        }
        fields(value);
        out.endObject();
    }

    /** The components of a record as fields of the object that is open. */
    private void fields(Record value) throws IOException {
        for (RecordShape.Component component : RecordShape.of(value.getClass()).components()) {
            out.name(component.name());
            write(component.type(), component.of(value));
        }
    }

    /** Whether a type is a record that is nothing but one number or text. */
    static boolean isScalar(Class<?> type) {
        return type.isRecord() && RecordShape.of(type).isScalar();
    }
}
