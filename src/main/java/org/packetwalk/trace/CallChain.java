package org.packetwalk.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The kernel functions that led to an event, outermost first. A list that shares its beginning with the chains of
 * neighbouring events.
 *
 * <p>A function that ended in a tail call has left the stack and is not seen in a real kernel's chain; it stays here,
 * marked, because the picture shows it.
 */
public final class CallChain {

    /** No function yet. */
    public static final CallChain EMPTY = new CallChain(null, null, false);

    private final @Nullable CallChain outer;
    private final @Nullable KernelFunction function;
    private final boolean left;

    private CallChain(@Nullable CallChain outer, @Nullable KernelFunction function, boolean left) {
        this.outer = outer;
        this.function = function;
        this.left = left;
    }

    /** The chain with one more function called. */
    public CallChain enter(KernelFunction callee) {
        return new CallChain(this, callee, false);
    }

    /** The chain after the innermost function went on to another by a tail call. */
    public CallChain tail(KernelFunction callee) {
        return new CallChain(leave(), function, true).enter(callee);
    }

    /** The chain after the innermost function returned. */
    public CallChain leave() {
        return Objects.requireNonNull(outer, "no function to leave");
    }

    /** Whether no function was entered. */
    public boolean isEmpty() {
        return outer == null;
    }

    /**
     * The innermost function.
     *
     * @throws IllegalStateException if there is none
     */
    public KernelFunction innermost() {
        if (function == null) {
            throw new IllegalStateException("an empty chain has no innermost function");
        }
        return function;
    }

    /** All functions, outermost first, those that a tail call left included. */
    public List<KernelFunction> functions() {
        return collect(true);
    }

    /** The functions on the stack of a real kernel, outermost first. */
    public List<KernelFunction> onStack() {
        return collect(false);
    }

    /** The chain as a recording writes it. */
    @Override
    public String toString() {
        return onStack().stream().map(KernelFunction::kernelName).collect(Collectors.joining(" > "));
    }

    private List<KernelFunction> collect(boolean all) {
        List<KernelFunction> found = new ArrayList<>();
        for (CallChain at = this; at != null && at.function != null; at = at.outer) {
            if (all || !at.left && at.function.hasFrame()) {
                found.add(at.function);
            }
        }
        Collections.reverse(found);
        return found;
    }
}
