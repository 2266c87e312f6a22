package org.packetwalk.desktop.action;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.packetwalk.narrate.Messages;

/** Finds verbs by parts of their names. */
public final class ActionSearch {
    private final List<Action> actions;
    private final Messages messages;

    /** Searches these verbs in the words of a language. */
    public ActionSearch(List<Action> actions, Messages messages) {
        this.actions = List.copyOf(actions);
        this.messages = messages;
    }

    /** The name of a verb, with the part of the window it belongs to. */
    public String name(Action action) {
        return messages.text("shortcuts.group." + action.group()) + ": " + messages.text(action.key());
    }

    /** The verbs whose names hold every word that was typed, those that can be called first; all if nothing was typed. */
    public List<Action> find(String typed) {
        List<String> words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        return actions.stream()
                .filter(action -> words.stream().allMatch(word -> lower(action).contains(word)))
                .sorted(Comparator.comparing(action ->
                        !messages.text(action.key()).toLowerCase(Locale.ROOT).startsWith(words.get(0))))
                .toList();
    }

    private String lower(Action action) {
        return (name(action) + " " + action.keysText()).toLowerCase(Locale.ROOT);
    }
}
