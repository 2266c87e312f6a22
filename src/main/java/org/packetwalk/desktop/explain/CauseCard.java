package org.packetwalk.desktop.explain;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.WordingFlow;
import org.packetwalk.desktop.model.CausesView.Cause;

/** One cause of a value: what happened, the line that says so, and when; a press goes there. */
final class CauseCard extends VBox {

    CauseCard(Cause cause, Runnable go) {
        getStyleClass().add("cause");
        WordingFlow sentence = WordingFlow.of(cause.sentence(), "body");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox head = new HBox(sentence);
        head.getStyleClass().add("cause-head");
        if (cause.event() >= 0) {
            Button badge = new Button(cause.badge());
            badge.getStyleClass().setAll("cause-badge");
            badge.setMinWidth(Region.USE_PREF_SIZE);
            badge.setOnAction(event -> go.run());
            head.getChildren().add(badge);
        } else if (!cause.badge().isEmpty()) {
            Label badge = new Label(cause.badge());
            badge.getStyleClass().add("cause-place");
            badge.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(badge);
        }
        getChildren().add(head);
        if (!cause.line().isEmpty()) {
            Label line = new Label(cause.line());
            line.setWrapText(true);
            line.getStyleClass().add("cause-line");
            getChildren().add(line);
        }
    }
}
