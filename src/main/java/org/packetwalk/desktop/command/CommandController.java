package org.packetwalk.desktop.command;

import java.util.List;

import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;

import org.packetwalk.desktop.control.CommandField;
import org.packetwalk.desktop.control.LanguageMenu;
import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.LabCard;
import org.packetwalk.desktop.model.LabView;
import org.packetwalk.desktop.model.Refusal;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;

/** Binds the command bar to the command that is being typed. */
public final class CommandController {
    private final SessionModel session;
    private final CommandModel model;
    private final WindowModel window;
    private final Messages messages;

    @FXML
    private MenuButton lab;

    @FXML
    private Label labNumber;

    @FXML
    private Label labTitle;

    @FXML
    private CommandField command;

    @FXML
    private Button trace;

    @FXML
    private Button theme;

    @FXML
    private FontIcon themeIcon;

    @FXML
    private LanguageMenu language;

    @FXML
    private Button lesson;

    @FXML
    private Node export;

    @FXML
    private MenuButton more;

    @FXML
    private HBox refusalRow;

    @FXML
    private Label refusal;

    /** The controller of one command bar. */
    public CommandController(SessionModel session, CommandModel model, WindowModel window, Messages messages) {
        this.session = session;
        this.model = model;
        this.window = window;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        command.field().setId("command");
        command.hostButton().setId("host");
        command.field().setPromptText(messages.text("bar.command.prompt"));
        command.field().setAccessibleText(messages.text("bar.command"));
        command.hostButton().setAccessibleText(messages.text("bar.host"));
        command.hostProperty().bindBidirectional(model.hostProperty());
        command.textProperty().bindBidirectional(model.textProperty());
        command.field().setOnAction(event -> model.trace());
        trace.disableProperty().bind(model.textProperty().isEmpty().or(session.heldBackProperty()));
        model.labProperty().subscribe(this::showLab);
        refusalRow.paddingProperty().bind(command.layoutXProperty().map(x -> new Insets(6, 18, 8, x.doubleValue())));
        model.refusalProperty().subscribe(this::showRefusal);
        language.bind(window);
        window.themeProperty().subscribe(this::showTheme);
        window.densityProperty().subscribe(this::fit);
    }

    private void showLab(LabView open) {
        boolean taught = window.lessons().lessons().containsKey(open.id());
        lesson.setVisible(taught);
        lesson.setManaged(taught);
        labNumber.setText(open.label());
        labTitle.setText(open.title());
        command.offer(open.hosts());
        lab.getItems().clear();
        for (LabCard card : session.opening().labs()) {
            MenuItem item = new MenuItem(card.label() + "  " + card.title());
            item.setMnemonicParsing(false);
            item.setOnAction(
                    event -> session.open(card.id(), session.tablesProperty().get()));
            lab.getItems().add(item);
        }
    }

    private void showRefusal(Refusal shown) {
        refusal.setText(shown.text());
        refusalRow.setVisible(shown.isPresent());
        refusalRow.setManaged(shown.isPresent());
        command.show(shown);
    }

    private void showTheme(Theme shown) {
        themeIcon.setIconLiteral(shown == Theme.LIGHT ? "fth-moon" : "fth-sun");
        theme.setAccessibleText(messages.text(shown == Theme.LIGHT ? "bar.theme.dark" : "bar.theme.light"));
    }

    private void fit(Density density) {
        boolean roomy = density != Density.COMPACT;
        for (Node node : List.of(labTitle, export, theme, language)) {
            node.setVisible(roomy);
            node.setManaged(roomy);
        }
        more.setVisible(!roomy);
        more.setManaged(!roomy);
    }

    @FXML
    private void home() {
        session.goToStart();
    }

    @FXML
    private void trace() {
        model.trace();
    }

    @FXML
    private void lesson() {
        window.lessons().openProperty().set(!window.lessons().openProperty().get());
    }

    @FXML
    private void present() {
        window.accommodation().presentingProperty().set(true);
    }

    @FXML
    private void switchTheme() {
        window.switchTheme();
    }
}
