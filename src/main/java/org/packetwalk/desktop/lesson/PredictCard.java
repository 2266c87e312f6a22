package org.packetwalk.desktop.lesson;

import java.util.List;

import org.packetwalk.desktop.model.Wording;

/**
 * The card that asks for a prediction.
 *
 * @param question what is asked; nothing if no prediction is open
 * @param choices the possibilities, none if a value is typed
 * @param chosen the number of the choice, 1 and up, 0 for none
 * @param given the value that was typed
 * @param stage how far it is
 * @param right the number of the right choice, 0 while it is hidden
 * @param verdict what is said when it is revealed
 */
record PredictCard(
        Wording question,
        List<Possibility> choices,
        int chosen,
        String given,
        Stage stage,
        int right,
        Wording verdict) {

    /** No prediction is open. */
    static final PredictCard NONE = new PredictCard(Wording.NONE, List.of(), 0, "", Stage.CLOSED, 0, Wording.NONE);

    /** Keeps its own copy. */
    PredictCard {
        choices = List.copyOf(choices);
    }

    /** How far a card is. */
    enum Stage {
        CLOSED,
        ASKING,
        RIGHT,
        WRONG,
        SKIPPED
    }

    /** A choice in the language of the window. */
    record Possibility(Wording label, Wording description) {}

    boolean isOpen() {
        return stage != Stage.CLOSED;
    }

    boolean isRevealed() {
        return stage != Stage.CLOSED && stage != Stage.ASKING;
    }

    /** Whether there is an answer to reveal against. */
    boolean isAnswered() {
        return chosen > 0 || !given.isBlank();
    }

    PredictCard choosing(int choice) {
        return new PredictCard(question, choices, choice, given, stage, right, verdict);
    }

    PredictCard typing(String value) {
        return new PredictCard(question, choices, chosen, value, stage, right, verdict);
    }

    PredictCard revealed(Stage outcome, int rightChoice, Wording said) {
        return new PredictCard(question, choices, chosen, given, outcome, rightChoice, said);
    }
}
