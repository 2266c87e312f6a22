package org.packetwalk.desktop.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/**
 * The parts of a window: what is not seen yet is made when it is wanted, or one after the other when nothing else is to be done.
 * So neither the start nor another language builds everything within one frame.
 */
public final class Parts {
    private final Function<String, Parent> loader;
    private final Deque<Part> waiting = new ArrayDeque<>();

    /** The parts that {@code loader} makes by the path of their view, relative to the desktop's package. */
    public Parts(Function<String, Parent> loader) {
        this.loader = loader;
    }

    /**
     * Makes a view once: at once if it is wanted now, otherwise when it is wanted or its turn comes.
     *
     * @param view the path of the view
     * @param wanted whether it is to be seen
     * @param place puts it where it belongs
     */
    public void add(String view, ObservableValue<Boolean> wanted, Consumer<Parent> place) {
        Part part = new Part(view, wanted, place);
        waiting.add(part);
        wanted.subscribe(now -> {
            if (now) {
                make(part);
            }
        });
    }

    /** Makes the next part that is not there; false if all are. */
    public boolean makeNext() {
        if (waiting.isEmpty()) {
            return false;
        }
        make(waiting.peek());
        return true;
    }

    private void make(Part part) {
        if (waiting.remove(part)) {
            part.place().accept(loader.apply(part.view()));
        }
    }

    /** A view that is not there yet; what says that it is wanted lives as long as it waits. */
    private record Part(String view, ObservableValue<Boolean> wanted, Consumer<Parent> place) {}
}
