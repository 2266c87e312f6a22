package org.packetwalk.desktop.lookup;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.WordingFlow;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.LookupView;
import org.packetwalk.desktop.model.PictureWords;
import org.packetwalk.desktop.model.WhatIf;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.DrawingPainter;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.narrate.Messages;

/** Binds the route lookup in full: the sentence, the question that is typed, and the drawing. */
public final class LookupController {
    private final LookupModel model;
    private final WindowModel window;
    private final Fonts fonts;
    private final Messages messages;

    @FXML
    private VBox lookup;

    @FXML
    private WordingFlow headline;

    @FXML
    private TextField question;

    @FXML
    private Label refusal;

    @FXML
    private Node back;

    @FXML
    private ScrollPane frame;

    @FXML
    private Node empty;

    private RoutePane drawing;

    /** The controller of one view. */
    public LookupController(LookupModel model, WindowModel window, Fonts fonts, Messages messages) {
        this.model = model;
        this.window = window;
        this.fonts = fonts;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        drawing = new RoutePane(frame, fonts, new PictureWords(messages));
        frame.setOnContextMenuRequested(this::menu);
        question.textProperty().bindBidirectional(model.textProperty());
        question.setPromptText("ip route get 8.8.8.8");
        question.setOnAction(event -> model.ask());
        frame.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.shown().subscribe(this::show);
        model.typedProperty().subscribe(this::showTyped);
        model.canvasProperty().subscribe(picture -> lookup.setVisible(picture == CanvasPicture.ROUTE));
        lookup.visibleProperty().addListener(change -> show(model.shown().getValue()));
        window.themeProperty()
                .subscribe(
                        theme -> drawing.dress(theme, window.densityProperty().get()));
        window.densityProperty()
                .subscribe(density -> drawing.dress(window.themeProperty().get(), density));
    }

    private void show(LookupView view) {
        if (!lookup.isVisible()) {
            return;
        }
        headline.show(view.headline());
        shown(empty, !view.isPresent());
        shown(frame, view.isPresent());
        drawing.show(view.picture());
    }

    private void showTyped(WhatIf typed) {
        refusal.setText(typed.refusal().text());
        shown(refusal, typed.refusal().isPresent());
        shown(back, typed.view().isPresent());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            drawing.move(event.getCode() == KeyCode.DOWN ? 1 : -1);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            drawing.painter().focused().ifPresent(model::askWhy);
            event.consume();
        }
    }

    /** In the whole window a press does not lead away from it: whoever wants to know why presses Enter, or asks by the menu. */
    private void menu(ContextMenuEvent event) {
        Node under = event.isKeyboardTrigger()
                ? frame.getScene().getFocusOwner()
                : event.getPickResult().getIntersectedNode();
        DrawingPainter.subject(under).ifPresent(region -> {
            MenuItem why = new MenuItem(messages.text("lookup.why"));
            why.setMnemonicParsing(false);
            why.setOnAction(chosen -> model.askWhy(region.subject()));
            new ContextMenu(why).show(frame.getScene().getWindow(), event.getScreenX(), event.getScreenY());
            event.consume();
        });
    }

    @FXML
    private void toFirstLookup() {
        model.toFirstLookup();
    }

    @FXML
    private void ask() {
        model.ask();
    }

    @FXML
    private void forget() {
        model.forget();
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
