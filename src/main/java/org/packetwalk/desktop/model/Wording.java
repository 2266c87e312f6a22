package org.packetwalk.desktop.model;

import java.util.List;
import java.util.stream.Collectors;

import org.packetwalk.narrate.SpokenPart;

/** A sentence or a line of evidence whose parts are set differently: plain, on the colour of what matters, or in the mono font. */
public record Wording(List<SpokenPart> parts) {
    /** Nothing to say. */
    public static final Wording NONE = new Wording(List.of());

    /** Keeps an immutable list. */
    public Wording {
        parts = List.copyOf(parts);
    }

    /** A text whose parts are all set alike. */
    public static Wording plain(String text) {
        return text.isEmpty() ? NONE : new Wording(List.of(new SpokenPart(text, SpokenPart.Style.PLAIN)));
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The whole text without settings, as a screen reader says it. */
    public String text() {
        return parts.stream().map(SpokenPart::text).collect(Collectors.joining());
    }
}
