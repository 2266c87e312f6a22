package org.packetwalk.desktop.app;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;

import org.packetwalk.narrate.Messages;

/** Messages in the shape in which FXML asks for them ({@code %key}). */
public final class MessagesBundle extends ResourceBundle {
    private final Messages messages;

    /** The words of one language. */
    public MessagesBundle(Messages messages) {
        this.messages = messages;
    }

    @Override
    protected Object handleGetObject(String key) {
        return messages.text(key);
    }

    @Override
    public boolean containsKey(String key) {
        return messages.has(key);
    }

    @Override
    public Locale getLocale() {
        return messages.locale();
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(messages.keys());
    }
}
