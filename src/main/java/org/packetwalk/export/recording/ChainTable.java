package org.packetwalk.export.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;

import org.packetwalk.trace.CallChain;
import org.packetwalk.trace.KernelFunction;

/** The call chains of a recording, numbered by first appearance. */
final class ChainTable {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** The number of a chain; a function twice in a row counts once. */
    int number(CallChain chain) {
        List<String> names = new ArrayList<>();
        for (KernelFunction function : chain.onStack()) {
            String name = function.kernelName();
            if (names.isEmpty() || !names.get(names.size() - 1).equals(name)) {
                names.add(name);
            }
        }
        return numbers.computeIfAbsent(String.join(" > ", names), unused -> numbers.size());
    }

    /** All of them, in order. */
    JsonArray all() {
        JsonArray all = new JsonArray();
        numbers.keySet().forEach(all::add);
        return all;
    }
}
