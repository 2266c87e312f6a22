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

    /** Whether the function at a place of {@link #functions} was left by a tail call. */
    public boolean isLeft(int place) {
        CallChain at = this;
        for (int i = functions().size() - 1; i > place; i--) {
            at = Objects.requireNonNull(at.outer, "no such place");
        }
        return at.left;
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

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof CallChain that)) {
            return false;
        }
        CallChain mine = this;
        CallChain theirs = that;
        while (mine != null && theirs != null && mine != theirs) {
            if (mine.function != theirs.function || mine.left != theirs.left) {
                return false;
            }
            mine = mine.outer;
            theirs = theirs.outer;
        }
        return mine == theirs;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (CallChain at = this; at != null && at.function != null; at = at.outer) {
            hash = 31 * hash + at.function.ordinal() * 2 + (at.left ? 1 : 0);
        }
        return hash;
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
