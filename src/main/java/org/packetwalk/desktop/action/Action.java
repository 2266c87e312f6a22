package org.packetwalk.desktop.action;

import java.util.List;
import java.util.stream.Collectors;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * One verb of the window: the message that names it, the keys that call it, when it can be called, and what it does.
 *
 * @param key the message that names it
 * @param keys any of them calls it, none if it has no key
 * @param where in which places the keys work
 * @param enabled when it can be called
 * @param handler what it does
 */
public record Action(
        String key, List<KeyCombination> keys, Where where, ObservableBooleanValue enabled, Runnable handler) {

    /** Where the keys of a verb work. */
    public enum Where {
        /** Everywhere. */
        ANYWHERE,
        /** As long as nothing is typed into a field. */
        NOT_TYPING,
        /** On the canvas, whose parts have the focus. */
        CANVAS
    }

    /** Keeps an immutable list. */
    public Action {
        keys = List.copyOf(keys);
    }

    /** The part of the window it belongs to: the beginning of its key. */
    public String group() {
        return key.substring(0, key.indexOf('.'));
    }

    /** Its keys as they are printed on a keyboard. */
    public String keysText() {
        return keys.stream()
                .map(KeyCombination::getDisplayText)
                .distinct()
                .limit(2)
                .collect(Collectors.joining("  "));
    }

    /** Does it, if that is possible now. */
    public void call() {
        if (enabled.get()) {
            handler.run();
        }
    }
}
