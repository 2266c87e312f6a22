package org.packetwalk.desktop.model;

import java.util.List;

/**
 * Why a step went as it did: the sentence, then the evidence, then what would have happened otherwise.
 *
 * @param headline one plain sentence, with the part that decides marked
 * @param outcome whether the packet goes on, waits or ends
 * @param evidence what was considered, in order
 * @param otherwise what would have happened otherwise, {@link Wording#NONE} if nothing can be said
 * @param check how to see it on a real host
 */
public record WhyView(
        Wording headline, Outcome outcome, List<EvidenceView> evidence, Wording otherwise, CheckView check) {

    /** No step is shown. */
    public static final WhyView NONE =
            new WhyView(Wording.NONE, Outcome.GOES_ON, List.of(), Wording.NONE, CheckView.NONE);

    /** Keeps an immutable list. */
    public WhyView {
        evidence = List.copyOf(evidence);
    }

    /** What becomes of the packet. */
    public enum Outcome {
        GOES_ON,
        WAITS,
        DROPPED,
        /** A program is told of an error. */
        REFUSED
    }

    /** Whether something was decided in this step. */
    public boolean decides() {
        return !evidence.isEmpty();
    }
}
