package org.packetwalk.narrate;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said about one event: one sentence, and why.
 *
 * @param title two to four words for a list
 * @param detail the bare fact beside the title, as a tool would print it; empty if none
 * @param headline the sentence
 * @param evidence the reasons in the order in which they count
 * @param otherwise what would have happened without them, or what to change; {@link Sentence#NONE} if there is nothing to say
 * @param checks command lines that show the same on a real host
 * @param source where in the kernel it happened
 */
public record Account(
        Sentence title,
        String detail,
        Sentence headline,
        List<Evidence> evidence,
        Sentence otherwise,
        List<String> checks,
        Source source) {

    /** Copies the lists. */
    public Account {
        evidence = List.copyOf(evidence);
        checks = List.copyOf(checks);
    }

    /** An account with nothing but its sentence. */
    static Account of(Sentence title, String detail, Sentence headline, Source source) {
        return new Account(title, detail, headline, List.of(), Sentence.NONE, List.of(), source);
    }

    /** With one more reason. */
    Account because(Evidence reason) {
        List<Evidence> more = new ArrayList<>(evidence);
        more.add(reason);
        return because(more);
    }

    /** With these reasons only. */
    Account because(List<Evidence> reasons) {
        return new Account(title, detail, headline, reasons, otherwise, checks, source);
    }

    /** With what would have happened, or what to change. */
    Account otherwise(Sentence instead) {
        return new Account(title, detail, headline, evidence, instead, checks, source);
    }

    /** With commands for a real host. */
    Account check(String... commands) {
        return new Account(title, detail, headline, evidence, otherwise, List.of(commands), source);
    }
}
