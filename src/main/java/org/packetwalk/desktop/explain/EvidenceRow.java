package org.packetwalk.desktop.explain;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.WordingFlow;
import org.packetwalk.desktop.model.EvidenceView;
import org.packetwalk.narrate.Mark;

/** One numbered piece of evidence, with its line of configuration, and the place in the kernel's source. */
final class EvidenceRow extends HBox {

    EvidenceRow(int number, EvidenceView evidence) {
        getStyleClass().add("evidence");
        Label badge = new Label(String.valueOf(number));
        badge.getStyleClass().add("evidence-number");
        if (evidence.mark() == Mark.FAILS) {
            badge.getStyleClass().add("evidence-fails");
        }
        VBox text = new VBox(WordingFlow.of(evidence.sentence(), "body"));
        text.getStyleClass().add("evidence-text");
        text.setMinWidth(0);
        if (!evidence.line().isEmpty()) {
            text.getChildren().add(WordingFlow.of(evidence.line(), "code-box"));
        }
        if (!evidence.source().isEmpty()) {
            Label place = new Label(evidence.source());
            place.getStyleClass().add("source");
            text.getChildren().add(place);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(badge, text);
    }
}
