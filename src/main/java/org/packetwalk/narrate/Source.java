package org.packetwalk.narrate;

import org.packetwalk.trace.CallChain;
import org.packetwalk.trace.KernelFunction;

/**
 * Where in the kernel's source something is decided.
 *
 * @param function the function, empty if nothing in the kernel is meant
 * @param file its file, empty likewise
 */
public record Source(String function, String file) {

    /** Nowhere in the kernel. */
    public static final Source NONE = new Source("", "");

    /** In a function. */
    public static Source of(KernelFunction function) {
        return new Source(function.kernelName(), function.file());
    }

    /** In the innermost function of a chain. */
    public static Source of(CallChain chain) {
        return chain.isEmpty() ? NONE : of(chain.innermost());
    }

    /** Whether there is one. */
    public boolean isPresent() {
        return !function.isEmpty();
    }
}
