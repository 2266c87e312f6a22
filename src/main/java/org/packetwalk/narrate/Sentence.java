package org.packetwalk.narrate;

import java.util.List;

/**
 * One thing to say, in no language yet: a message and what is put into it.
 *
 * @param key the key of the message
 * @param arguments what {0}, {1} and so on stand for: text, numbers, or sentences of their own
 * @param tone how it is meant
 * @param subject who or what it speaks of
 */
public record Sentence(String key, List<Object> arguments, Tone tone, Subject subject) {

    /** Nothing to say. */
    public static final Sentence NONE = new Sentence("", List.of(), Tone.PLAIN, Subject.PACKET);

    /** Copies the list. */
    public Sentence {
        arguments = List.copyOf(arguments);
    }

    /** A plain sentence about a subject. */
    public static Sentence of(Subject subject, String key, Object... arguments) {
        return new Sentence(key, List.of(arguments), Tone.PLAIN, subject);
    }

    /** Whether there is something to say. */
    public boolean isPresent() {
        return !key.isEmpty();
    }

    /** The same sentence, meant otherwise. */
    public Sentence in(Tone now) {
        return new Sentence(key, arguments, now, subject);
    }
}
