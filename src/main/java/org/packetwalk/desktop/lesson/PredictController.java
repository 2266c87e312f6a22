package org.packetwalk.desktop.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.WordingFlow;
import org.packetwalk.narrate.Messages;

/** Shows the card that asks for a prediction: number keys choose, Enter reveals. */
public final class PredictController {
    private final LessonModel model;
    private final Messages messages;
    private final ToggleGroup group = new ToggleGroup();
    private final List<RadioButton> buttons = new ArrayList<>();
    private PredictCard shown = PredictCard.NONE;

    @FXML
    private VBox card;

    @FXML
    private Label caption;

    @FXML
    private WordingFlow question;

    @FXML
    private VBox choices;

    @FXML
    private TextField value;

    @FXML
    private WordingFlow verdict;

    @FXML
    private Button reveal;

    @FXML
    private Hyperlink skip;

    /** The controller of one card. */
    public PredictController(LessonModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        value.textProperty().addListener((property, before, typed) -> model.type(typed));
        value.setPromptText(messages.text("predict.value"));
        value.setAccessibleText(messages.text("predict.value"));
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.cardProperty().subscribe(this::show);
    }

    private void pressed(KeyEvent event) {
        String text = event.getText();
        boolean typing = event.getTarget() instanceof TextField;
        boolean link = event.getTarget() instanceof Hyperlink;
        if (event.getCode() == KeyCode.ENTER && !link) {
            model.reveal();
            event.consume();
        } else if (!typing && text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '9') {
            model.choose(text.charAt(0) - '0');
            event.consume();
        }
    }

    private void show(PredictCard now) {
        boolean begins = now.isOpen() && !shown.isOpen();
        boolean ends = now.isRevealed() && !shown.isRevealed();
        boolean another = now.isOpen() && (begins || !now.question().equals(shown.question()));
        shown = now;
        card.setVisible(now.isOpen());
        card.setManaged(now.isOpen());
        if (another) {
            build(now);
        }
        mark(now);
        caption.setText(messages.text(
                now.isRevealed()
                        ? "predict." + now.stage().name().toLowerCase(Locale.ROOT) + ".caption"
                        : "predict.caption"));
        shown(verdict, now.isRevealed());
        verdict.show(now.verdict());
        reveal.setText(messages.text(now.isRevealed() ? "predict.go-on" : "predict.reveal"));
        reveal.setDisable(!now.isRevealed() && !now.isAnswered());
        shown(skip, !now.isRevealed());
        if (begins) {
            focus();
        }
        if (ends) {
            reveal.requestFocus();
        }
    }

    private void focus() {
        Node first = value.isVisible() ? value : buttons.isEmpty() ? reveal : buttons.get(0);
        first.requestFocus();
    }

    private void build(PredictCard now) {
        question.show(now.question());
        shown(value, now.choices().isEmpty());
        value.setText(now.given());
        choices.getChildren().clear();
        buttons.clear();
        for (int i = 0; i < now.choices().size(); i++) {
            choices.getChildren().add(choice(now.choices().get(i), i + 1));
        }
    }

    private Node choice(PredictCard.Possibility possibility, int number) {
        RadioButton button = new RadioButton();
        button.setId("predict-" + number);
        button.setToggleGroup(group);
        button.setAccessibleText(
                possibility.label().text() + " " + possibility.description().text());
        button.setOnAction(event -> model.choose(number));
        buttons.add(button);
        VBox text = new VBox(WordingFlow.of(possibility.label(), "predict-label"));
        if (!possibility.description().isEmpty()) {
            text.getChildren().add(WordingFlow.of(possibility.description(), "predict-description"));
        }
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Label key = new Label(String.valueOf(number));
        key.getStyleClass().add("predict-key");
        HBox row = new HBox(button, text, key);
        row.getStyleClass().add("predict-choice");
        row.setOnMouseClicked(event -> {
            model.choose(number);
            button.requestFocus();
        });
        return row;
    }

    private void mark(PredictCard now) {
        for (int i = 0; i < buttons.size(); i++) {
            Node row = choices.getChildren().get(i);
            boolean chosen = now.chosen() == i + 1;
            boolean right = now.isRevealed() && now.right() == i + 1;
            buttons.get(i).setSelected(chosen);
            buttons.get(i).setDisable(now.isRevealed());
            row.getStyleClass().setAll("predict-choice");
            if (right) {
                row.getStyleClass().add("predict-choice-right");
            } else if (chosen) {
                row.getStyleClass().add(now.isRevealed() ? "predict-choice-wrong" : "predict-choice-chosen");
            }
        }
        value.setEditable(!now.isRevealed());
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @FXML
    private void reveal() {
        model.reveal();
    }

    @FXML
    private void skip() {
        model.skip();
    }
}
