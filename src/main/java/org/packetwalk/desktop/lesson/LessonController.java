package org.packetwalk.desktop.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import org.packetwalk.desktop.control.WordingFlow;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.narrate.Messages;

/** Shows the pages of a lesson. */
public final class LessonController {
    private final LessonModel model;
    private final WindowModel window;
    private final Messages messages;
    private final List<Integer> waysShown = new ArrayList<>();
    private LessonPage shown = LessonPage.NONE;

    @FXML
    private VBox root;

    @FXML
    private Label number;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Label title;

    @FXML
    private VBox texts;

    @FXML
    private VBox items;

    @FXML
    private VBox summary;

    @FXML
    private Label score;

    @FXML
    private HBox tiles;

    @FXML
    private Button back;

    @FXML
    private Button next;

    /** The controller of one panel. */
    public LessonController(LessonModel model, WindowModel window, Messages messages) {
        this.model = model;
        this.window = window;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        root.getStyleClass().add("language-" + messages.locale().getLanguage());
        root.visibleProperty().bind(model.shown());
        root.managedProperty().bind(root.visibleProperty());
        model.pageProperty().subscribe(this::show);
    }

    private void show(LessonPage page) {
        boolean turned = !page.lab().equals(shown.lab()) || page.number() != shown.number();
        shown = page;
        if (turned) {
            waysShown.clear();
            scroll.setVvalue(0);
        }
        number.setText(messages.text("lesson.page", page.label(), page.number(), page.pages()));
        title.setText(page.title());
        texts.getChildren().setAll(page.texts().stream().map(this::paragraph).toList());
        items.getChildren().clear();
        for (int i = 0; i < page.items().size(); i++) {
            items.getChildren().add(item(page.items().get(i), i));
        }
        shown(items, !page.items().isEmpty());
        showGuesses(page);
        back.setDisable(page.number() == 1);
        boolean last = page.number() == page.pages();
        next.setDisable(page.locked() || last);
        next.setText(messages.text(last && page.complete() ? "lesson.complete" : "lesson.next"));
    }

    private Node paragraph(LessonPage.Paragraph paragraph) {
        Label heading = new Label(paragraph.heading());
        heading.getStyleClass().add(paragraph.note() ? "lesson-note-title" : "lesson-part");
        VBox box = new VBox(heading, WordingFlow.of(paragraph.text(), "lesson-text"));
        box.getStyleClass().add(paragraph.note() ? "lesson-note" : "lesson-paragraph");
        return box;
    }

    private Node item(LessonPage.Row row, int index) {
        FontIcon sign = new FontIcon(row.state() == LessonPage.State.WRONG ? "fth-x" : "fth-check");
        sign.setIconSize(15);
        sign.setVisible(row.state() != LessonPage.State.OPEN && row.state() != LessonPage.State.CURRENT);
        String state = row.state().name().toLowerCase(Locale.ROOT);
        HBox tick = new HBox(sign);
        tick.getStyleClass().addAll("lesson-tick", "lesson-tick-" + state);
        VBox text = new VBox(WordingFlow.of(row.text(), "lesson-item-text", "lesson-item-" + state));
        text.getStyleClass().add("lesson-item-body");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMinWidth(0);
        if (!row.remark().isEmpty()) {
            text.getChildren().add(small(row.remark(), "lesson-remark"));
        }
        boolean open = row.state() == LessonPage.State.OPEN || row.state() == LessonPage.State.CURRENT;
        if (row.prediction() && open) {
            text.getChildren().add(small(row.commands().get(0), "lesson-command"));
            text.getChildren().add(verbs(row));
        } else if (open && !row.commands().isEmpty() && !waysShown.contains(index)) {
            Hyperlink way = new Hyperlink(messages.text("lesson.way"));
            way.getStyleClass().add("lesson-way");
            way.setOnAction(event -> {
                waysShown.add(index);
                show(shown);
            });
            text.getChildren().add(way);
        } else if (!row.prediction()) {
            row.commands().forEach(command -> text.getChildren().add(small(command, "lesson-command")));
        }
        HBox line = new HBox(tick, text);
        line.getStyleClass().add("lesson-item");
        line.setAccessibleText(
                messages.text("lesson.state." + state) + ": " + row.text().text());
        return line;
    }

    private Node verbs(LessonPage.Row row) {
        Button predict = new Button(messages.text("predict.begin"));
        predict.setId("lesson-predict");
        predict.getStyleClass().setAll("button", "secondary", "secondary-small");
        predict.setDisable(row.state() != LessonPage.State.CURRENT);
        predict.setOnAction(event -> model.predict());
        Hyperlink skip = new Hyperlink(messages.text("predict.skip"));
        skip.setId("lesson-skip");
        skip.getStyleClass().add("lesson-way");
        skip.setDisable(row.state() != LessonPage.State.CURRENT);
        skip.setOnAction(event -> model.skip());
        HBox verbs = new HBox(predict, skip);
        verbs.getStyleClass().add("lesson-verbs");
        return verbs;
    }

    private static Label small(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void showGuesses(LessonPage page) {
        score.setText(messages.text("lesson.predictions.right", page.right(), page.predictions()));
        tiles.getChildren().clear();
        for (int i = 0; i < page.predictions(); i++) {
            LessonPage.State state = i < page.guesses().size()
                    ? page.guesses().get(i)
                    : i == page.guesses().size() ? LessonPage.State.CURRENT : LessonPage.State.OPEN;
            Label tile = new Label(
                    switch (state) {
                        case DONE -> "✓";
                        case WRONG -> "✕";
                        case SKIPPED -> "–";
                        case OPEN, CURRENT -> "";
                    });
            tile.getStyleClass()
                    .addAll("lesson-tile", "lesson-tile-" + state.name().toLowerCase(Locale.ROOT));
            tiles.getChildren().add(tile);
        }
        shown(summary, page.predictions() > 0);
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @FXML
    private void close() {
        window.lessons().openProperty().set(false);
    }

    @FXML
    private void back() {
        model.back();
    }

    @FXML
    private void next() {
        model.next();
    }

    @FXML
    private void restart() {
        model.restart();
    }
}
