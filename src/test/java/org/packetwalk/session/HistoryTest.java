package org.packetwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void editsAreUndoneInTurnAndDoneAgain() {
        History<String> history = new History<>();
        history.edited("first", "");
        history.edited("second", "a");

        assertThat(history.undoTitle()).isEqualTo("second");
        assertThat(history.undo("ab")).contains("a");
        assertThat(history.undo("a")).contains("");
        assertThat(history.undo("")).isEmpty();
        assertThat(history.redoTitle()).isEqualTo("first");
        assertThat(history.redo("")).contains("a");
        assertThat(history.redo("a")).contains("ab");
        assertThat(history.redo("ab")).isEmpty();
    }

    @Test
    void whatCameBetweenAnEditAndItsUndoingIsThereAgainAfterRedo() {
        History<String> history = new History<>();
        history.edited("edit", "before");

        assertThat(history.undo("after, and traced")).contains("before");
        assertThat(history.redo("before")).contains("after, and traced");
    }

    @Test
    void anotherEditEndsWhatCouldBeDoneAgain() {
        History<String> history = new History<>();
        history.edited("first", "");
        history.undo("a");

        history.edited("other", "");

        assertThat(history.redo("b")).isEmpty();
        assertThat(history.size()).isEqualTo(1);
    }
}
