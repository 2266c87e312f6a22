package org.packetwalk.export.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The components of a record, looked up once: files hold the same few records many thousand times. */
final class RecordShape {

    private static final ClassValue<RecordShape> ALL = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return new RecordShape(type);
        }
    };

    private final Constructor<?> constructor;
    private final Component[] components;
    private final Map<String, Component> byName = new LinkedHashMap<>();

    /**
     * A component of a record.
     *
     * @param place 0 for the first
     * @param name its name
     * @param type its declared type
     * @param accessor reads it
     */
    record Component(int place, String name, Type type, Method accessor) {

        Object of(Object value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Cannot read " + name, e);
            }
        }
    }

    private RecordShape(Class<?> type) {
        RecordComponent[] declared = type.getRecordComponents();
        components = new Component[declared.length];
        for (int i = 0; i < declared.length; i++) {
            Method accessor = declared[i].getAccessor();
            accessor.setAccessible(true);
            components[i] = new Component(i, declared[i].getName(), declared[i].getGenericType(), accessor);
            byName.put(components[i].name, components[i]);
        }
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
        constructor.setAccessible(true);
    }

    static RecordShape of(Class<?> record) {
        return ALL.get(record);
    }

    Component[] components() {
        return components;
    }

    /** The component of a name, null if there is none. */
    Component component(String name) {
        return byName.get(name);
    }

    /** A record of these components. */
    Object make(Object[] values) throws InvocationTargetException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make " + constructor, e);
        }
    }

    /** Whether a record is nothing but one number or text. */
    boolean isScalar() {
        return components.length == 1
                && (components[0].type == int.class
                        || components[0].type == long.class
                        || components[0].type == String.class);
    }
}
