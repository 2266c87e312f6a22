package org.packetwalk.desktop.labs;

import java.util.Optional;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.model.LabCard;
import org.packetwalk.lesson.LessonProgress;
import org.packetwalk.narrate.Messages;

/** A lab as a card: a picture of its outcome, a question, and the command it begins with. */
final class LabCardButton extends Button {
    private static final double LEAST_HEIGHT = 290;
    private static final double EDGES = 5;
    private static final int SHORT = 18;

    LabCardButton(LabCard card, Optional<LessonProgress> lesson, Messages messages) {
        getStyleClass().setAll("lab-card");
        if (card.progress() == LabCard.Progress.STARTED) {
            getStyleClass().add("lab-card-started");
        }
        LabThumbnail thumbnail = new LabThumbnail(card.picture());
        StackPane picture = new StackPane(thumbnail);
        picture.getStyleClass().add("lab-card-picture");
        thumbnail.fit(widthProperty());
        Label question = new Label(card.question());
        question.getStyleClass().add("lab-card-question");
        question.setWrapText(true);
        question.setMinHeight(USE_PREF_SIZE);
        Label command = new Label(card.command());
        command.getStyleClass().add("lab-card-command");
        command.setWrapText(true);
        command.setMinHeight(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label progress = progress(card, lesson, messages);
        HBox line = new HBox(command, gap);
        line.getStyleClass().add("lab-card-line");
        // a command that is read whole leaves no room beside it: then the progress stands on the picture
        boolean beside = card.command().length() <= SHORT;
        if (beside) {
            line.getChildren().add(progress);
        } else {
            picture.getChildren().add(progress);
            StackPane.setAlignment(progress, Pos.BOTTOM_RIGHT);
            StackPane.setMargin(progress, new Insets(0, 16, 10, 0));
        }
        VBox text = new VBox(question, line);
        if (!card.mark().isEmpty()) {
            text.getChildren().add(1, styled(card.mark(), "lab-card-mark"));
        }
        text.getStyleClass().add("lab-card-text");
        VBox box = new VBox(picture, text);
        box.setMaxWidth(Double.MAX_VALUE);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(box);
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText((card.question() + " " + card.mark() + " " + card.command()).replace("  ", " "));
        box.prefWidthProperty().bind(widthProperty().subtract(2));
        setMaxHeight(Double.MAX_VALUE);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** A long question or command makes its row of cards higher. */
    @Override
    protected double computePrefHeight(double width) {
        return width <= EDGES
                ? LEAST_HEIGHT
                : Math.max(LEAST_HEIGHT, getGraphic().prefHeight(width - EDGES) + EDGES);
    }

    private static Label progress(LabCard card, Optional<LessonProgress> lesson, Messages messages) {
        if (lesson.filter(LessonProgress::complete).isPresent()) {
            return styled("✓ " + messages.text("start.lab.done"), "lab-card-done");
        }
        if (lesson.filter(progress -> progress.done() > 0).isPresent()) {
            LessonProgress begun = lesson.get();
            return styled(
                    messages.text(
                            "start.lab.progress",
                            begun.done(),
                            begun.lesson().items().size()),
                    "lab-card-state");
        }
        return switch (card.progress()) {
            case NEW -> new Label();
            case STARTED -> styled(messages.text("start.lab.started"), "lab-card-state");
            case DONE -> styled("✓ " + messages.text("start.lab.done"), "lab-card-done");
        };
    }

    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
