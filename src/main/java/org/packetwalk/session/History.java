package org.packetwalk.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The edits of a document, to be undone and done again without limit. It keeps how everything stood before each edit; since
 * that is a value, nothing is computed backwards.
 *
 * @param <S> how everything stands
 */
public final class History<S> {
    private final Deque<Edit<S>> done = new ArrayDeque<>();
    private final Deque<Edit<S>> undone = new ArrayDeque<>();

    /** An edit, and how things stood on its other side. */
    private record Edit<S>(String title, S other) {}

    /** A document was edited; what had been undone can no longer be done again. */
    public void edited(String title, S before) {
        done.push(new Edit<>(title, before));
        undone.clear();
    }

    /** Forgets all edits, because another document was opened. */
    public void clear() {
        done.clear();
        undone.clear();
    }

    /** How things stood before the last edit, if there is one; {@code now} is kept for {@link #redo}. */
    public Optional<S> undo(S now) {
        return move(done, undone, now);
    }

    /** How things stood before the last edit was undone, if one was; {@code now} is kept for {@link #undo}. */
    public Optional<S> redo(S now) {
        return move(undone, done, now);
    }

    /** The title of the edit that would be undone, empty if there is none. */
    public String undoTitle() {
        return done.isEmpty() ? "" : done.peek().title();
    }

    /** The title of the edit that would be done again, empty if there is none. */
    public String redoTitle() {
        return undone.isEmpty() ? "" : undone.peek().title();
    }

    /** How many edits can be undone. */
    public int size() {
        return done.size();
    }

    private static <S> Optional<S> move(Deque<Edit<S>> from, Deque<Edit<S>> to, S now) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Edit<S> edit = from.pop();
        to.push(new Edit<>(edit.title(), now));
        return Optional.of(edit.other());
    }
}
