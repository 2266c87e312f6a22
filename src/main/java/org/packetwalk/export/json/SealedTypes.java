package org.packetwalk.export.json;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records behind a sealed type, through nested families, each by its tag: the record's own name. */
final class SealedTypes {

    private SealedTypes() {}

    /** The records by tag. */
    static SortedMap<String, Class<?>> leaves(Class<?> sealed) {
        SortedMap<String, Class<?>> leaves = new TreeMap<>();
        collect(sealed, leaves);
        return Collections.unmodifiableSortedMap(leaves);
    }

    private static void collect(Class<?> type, SortedMap<String, Class<?>> leaves) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                collect(permitted, leaves);
            } else if (leaves.put(permitted.getSimpleName(), permitted) != null) {
                throw new IllegalStateException("Two records of " + type + " are called " + permitted.getSimpleName());
            }
        }
    }
}
