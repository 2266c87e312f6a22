package org.packetwalk.narrate;

import java.util.List;

/**
 * One reason for a sentence: what was looked at, with the lines of configuration it is about as a real host prints them.
 *
 * @param sentence what it says
 * @param lines literal lines of configuration, output or source; empty if none
 * @param mark how it counts
 * @param source where the kernel looks
 */
public record Evidence(Sentence sentence, List<String> lines, Mark mark, Source source) {

    /** Copies the list. */
    public Evidence {
        lines = List.copyOf(lines);
    }

    /** A fact with its lines. */
    static Evidence of(Sentence sentence, String... lines) {
        return new Evidence(sentence, List.of(lines), Mark.FACT, Source.NONE);
    }

    /** The same, with how it counts. */
    Evidence marked(Mark now) {
        return new Evidence(sentence, lines, now, source);
    }

    /** The same, with where the kernel looks. */
    Evidence from(Source now) {
        return new Evidence(sentence, lines, mark, now);
    }
}
