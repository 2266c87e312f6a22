package org.packetwalk.desktop.explain;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.WordingFlow;
import org.packetwalk.desktop.model.EvidenceView;
import org.packetwalk.narrate.Mark;

/** One numbered piece of evidence, with its line of configuration, and the place in the kernel's source. */
final class EvidenceRow extends HBox {

    private static final PseudoClass ASKABLE = PseudoClass.getPseudoClass("askable");

    EvidenceRow(int number, EvidenceView evidence, ExplainModel model) {
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
            WordingFlow line = WordingFlow.of(evidence.line(), "code-box");
            text.getChildren().add(line);
            askable(line, evidence, model);
        }
        if (!evidence.source().isEmpty()) {
            Label place = new Label(evidence.source());
            place.getStyleClass().add("source");
            text.getChildren().add(place);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(badge, text);
    }

    /** A line the host holds leads back to what made it; that is looked up when somebody points at it. */
    private static void askable(WordingFlow line, EvidenceView evidence, ExplainModel model) {
        line.setFocusTraversable(true);
        Runnable look = () -> line.pseudoClassStateChanged(
                ASKABLE,
                (line.isHover() || line.isFocused()) && model.question(evidence).isPresent());
        line.hoverProperty().addListener(change -> look.run());
        line.focusedProperty().addListener(change -> look.run());
        Runnable ask = () -> model.question(evidence).ifPresent(model::ask);
        line.setOnMouseClicked(event -> ask.run());
        line.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                ask.run();
                event.consume();
            }
        });
    }
}
