package org.packetwalk.desktop.app;

import java.util.List;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * One verb of the window: the message that names it, the keys that call it, when it can be called, and what it does.
 *
 * @param key the message that names it
 * @param keys any of them calls it, none if it has no key
 * @param whileTyping whether the keys work while a field has the focus
 * @param enabled when it can be called
 * @param handler what it does
 */
public record Action(
        String key, List<KeyCombination> keys, boolean whileTyping, ObservableBooleanValue enabled, Runnable handler) {

    /** Keeps an immutable list. */
    public Action {
        keys = List.copyOf(keys);
    }
}
