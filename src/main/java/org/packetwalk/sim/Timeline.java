package org.packetwalk.sim;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/**
 * Snapshots in order: an immutable view over an append-only buffer. Appending to the newest view is cheap and leaves the
 * older ones as they are; appending to an older one copies and so begins a branch.
 */
public final class Timeline extends AbstractList<Snapshot> {

    private final List<Snapshot> buffer;
    private final int length;

    private Timeline(List<Snapshot> buffer, int length) {
        this.buffer = buffer;
        this.length = length;
    }

    /** A timeline on which nothing has happened. */
    public static Timeline empty() {
        return new Timeline(new ArrayList<>(), 0);
    }

    /** This timeline and what happened next. */
    public Timeline plus(List<Snapshot> next) {
        List<Snapshot> target = buffer.size() == length ? buffer : new ArrayList<>(buffer.subList(0, length));
        target.addAll(next);
        return new Timeline(target, target.size());
    }

    /** The first {@code count} snapshots. */
    public Timeline first(int count) {
        if (count < 0 || count > length) {
            throw new IndexOutOfBoundsException(count + " of " + length);
        }
        return new Timeline(buffer, count);
    }

    @Override
    public Snapshot get(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException(index + " of " + length);
        }
        return buffer.get(index);
    }

    @Override
    public int size() {
        return length;
    }
}
