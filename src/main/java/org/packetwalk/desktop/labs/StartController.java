package org.packetwalk.desktop.labs;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import org.packetwalk.desktop.control.CommandField;
import org.packetwalk.desktop.control.LanguageMenu;
import org.packetwalk.desktop.model.LabCard;
import org.packetwalk.desktop.model.RecentView;
import org.packetwalk.desktop.model.Refusal;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lesson.LessonProgress;
import org.packetwalk.narrate.Messages;

/** Binds the start screen to its model. */
public final class StartController {
    private final StartModel model;
    private final WindowModel window;
    private final Messages messages;
    private final Files files;

    @FXML
    private Button theme;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private LanguageMenu language;

    @FXML
    private CommandField command;

    @FXML
    private Button trace;

    @FXML
    private Label refusal;

    @FXML
    private HBox suggestions;

    @FXML
    private Label done;

    @FXML
    private ToggleButton shared;

    @FXML
    private ToggleButton separate;

    @FXML
    private Label tablesText;

    @FXML
    private GridPane labs;

    @FXML
    private VBox recent;

    /**
     * What the start screen can do with files.
     *
     * @param ask asks for a file and opens it
     * @param create opens a new lab
     * @param open opens a file
     * @param importing asks for what a real host told
     */
    public record Files(Runnable ask, Runnable create, Consumer<Path> open, Runnable importing) {}

    /** The controller of one start screen. */
    public StartController(StartModel model, WindowModel window, Messages messages, Files files) {
        this.model = model;
        this.window = window;
        this.messages = messages;
        this.files = files;
    }

    @FXML
    private void importHost() {
        files.importing().run();
    }

    @FXML
    private void initialize() {
        bindCommand();
        for (String text : model.suggestions()) {
            Button chip = new Button(text);
            chip.setMnemonicParsing(false);
            chip.getStyleClass().setAll("suggestion");
            chip.setOnAction(event -> suggest(text));
            suggestions.getChildren().add(chip);
        }
        shared.setOnAction(event -> choose(TableSetting.SHARED));
        separate.setOnAction(event -> choose(TableSetting.SEPARATE));
        model.tablesProperty().subscribe(this::showTables);
        model.shownProperty().subscribe(shown -> refresh());
        language.bind(window);
        window.themeProperty().subscribe(this::showTheme);
        window.densityProperty().subscribe(this::showLabs);
    }

    /** Whoever comes back finds what was traced meanwhile. */
    private void refresh() {
        done.setText(messages.text("start.done", done(), model.cards().size()));
        showRecent(model.recent());
        if (!labs.getChildren().isEmpty()) {
            showLabs(window.densityProperty().get());
        }
    }

    /** A lab with a lesson is done when the lesson is. */
    private long done() {
        return model.cards().stream()
                .filter(card -> window.lessons()
                        .progress(card.id())
                        .map(LessonProgress::complete)
                        .orElse(card.progress() == LabCard.Progress.DONE))
                .count();
    }

    private void bindCommand() {
        command.field().setId("start-command");
        command.hostButton().setId("start-host");
        command.field().setPromptText(messages.text("bar.command.prompt"));
        command.field().setAccessibleText(messages.text("bar.command"));
        command.hostButton().setAccessibleText(messages.text("bar.host"));
        command.offer(model.hosts());
        command.hostProperty().bindBidirectional(model.command().hostProperty());
        command.textProperty().bindBidirectional(model.command().textProperty());
        command.field().setOnAction(event -> model.trace());
        trace.disableProperty().bind(model.command().textProperty().isEmpty());
        model.refusalProperty().subscribe(this::showRefusal);
    }

    private void suggest(String text) {
        model.command().textProperty().set(text);
        command.field().requestFocus();
        command.field().end();
    }

    private void choose(TableSetting setting) {
        model.tablesProperty().set(setting);
        showTables(setting);
    }

    private void showTables(TableSetting setting) {
        shared.setSelected(setting == TableSetting.SHARED);
        separate.setSelected(setting == TableSetting.SEPARATE);
        tablesText.setText(messages.text(setting.key() + ".text"));
    }

    private void showRefusal(Refusal shown) {
        refusal.setText(shown.text());
        refusal.setVisible(shown.isPresent());
        refusal.setManaged(shown.isPresent());
        command.show(shown);
    }

    private void showTheme(Theme shown) {
        themeIcon.setIconLiteral(shown == Theme.LIGHT ? "fth-moon" : "fth-sun");
        theme.setAccessibleText(messages.text(shown == Theme.LIGHT ? "bar.theme.dark" : "bar.theme.light"));
    }

    private void showLabs(Density density) {
        int columns = density == Density.COMPACT ? 2 : 4;
        labs.getChildren().clear();
        labs.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / columns);
            labs.getColumnConstraints().add(constraints);
        }
        int index = 0;
        for (LabCard card : model.cards()) {
            LabCardButton button = new LabCardButton(card, window.lessons().progress(card.id()), messages);
            button.setId("lab-" + card.id().replaceAll("\\W", "-"));
            button.setOnAction(event -> {
                model.open(card);
                window.lessons().openProperty().set(true);
            });
            labs.add(button, index % columns, index / columns);
            index++;
        }
    }

    private void showRecent(List<RecentView> traces) {
        recent.getChildren().clear();
        if (traces.isEmpty()) {
            Label none = new Label(messages.text("start.recent.none"));
            none.getStyleClass().add("empty-text");
            recent.getChildren().add(none);
        }
        for (RecentView trace : traces) {
            recent.getChildren().add(row(trace));
        }
    }

    private Node row(RecentView trace) {
        Label line = new Label(trace.command());
        line.getStyleClass().add("recent-command");
        Label host = new Label(trace.host());
        host.getStyleClass().add("recent-text");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label outcome = new Label((trace.dropped() ? "✕ " : "") + trace.outcome());
        outcome.getStyleClass().add(trace.dropped() ? "recent-dropped" : "recent-text");
        VBox box = new VBox(line, new HBox(host, gap, outcome));
        Button button = new Button();
        button.getStyleClass().setAll("recent");
        button.setGraphic(box);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(trace.command());
        button.setOnAction(event -> again(trace));
        box.prefWidthProperty().bind(button.widthProperty());
        return button;
    }

    private void again(RecentView trace) {
        if (trace.host().isEmpty()) {
            files.open().accept(Path.of(trace.lab()));
        } else {
            model.again(trace);
        }
    }

    @FXML
    private void trace() {
        model.trace();
    }

    @FXML
    private void present() {
        model.trace();
        window.accommodation().presentingProperty().set(model.isTraced());
    }

    @FXML
    private void openTrace() {
        files.ask().run();
    }

    @FXML
    private void newLab() {
        files.create().run();
    }

    @FXML
    private void switchTheme() {
        window.switchTheme();
    }
}
