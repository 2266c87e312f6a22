package org.packetwalk.desktop.lesson;

import java.util.List;

import org.packetwalk.desktop.model.Wording;

/**
 * What the panel shows.
 *
 * @param lab the lab it is about, empty if it has no lesson
 * @param label the number of the lab, with its kernel if that is an older one
 * @param number the page, 1 and up
 * @param pages how many there are
 * @param title the question of the lesson
 * @param texts what is said, each with its heading
 * @param items what is to be done on this page
 * @param guesses what came of the predictions so far
 * @param predictions how many predictions the lesson has
 * @param right how many were right
 * @param locked whether the next page would give a prediction away
 * @param complete whether all of the lesson is done
 */
record LessonPage(
        String lab,
        String label,
        int number,
        int pages,
        String title,
        List<Paragraph> texts,
        List<Row> items,
        List<State> guesses,
        int predictions,
        int right,
        boolean locked,
        boolean complete) {

    /** Nothing to show. */
    static final LessonPage NONE =
            new LessonPage("", "", 1, 1, "", List.of(), List.of(), List.of(), 0, 0, false, false);

    /** Keeps its own copies. */
    LessonPage {
        texts = List.copyOf(texts);
        items = List.copyOf(items);
        guesses = List.copyOf(guesses);
    }

    /** How far an item is. */
    enum State {
        OPEN,
        CURRENT,
        DONE,
        WRONG,
        SKIPPED
    }

    /**
     * A text with the part it belongs to.
     *
     * @param heading what part it is, empty if none is named
     * @param note whether it corrects what older texts say
     */
    record Paragraph(String heading, Wording text, boolean note) {}

    /**
     * Something to do.
     *
     * @param prediction whether it is a prediction
     * @param commands what does it, as it would be typed
     * @param remark what came of it, may be empty
     */
    record Row(boolean prediction, Wording text, State state, List<String> commands, String remark) {

        /** Keeps its own copy. */
        Row {
            commands = List.copyOf(commands);
        }
    }

    boolean isPresent() {
        return !lab.isEmpty();
    }
}
