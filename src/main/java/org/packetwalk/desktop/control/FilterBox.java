package org.packetwalk.desktop.control;

import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.javafx.FontIcon;

import org.packetwalk.filter.FilterCompletion;
import org.packetwalk.filter.FilterFault;

/**
 * A field for a filter: the wrong part is underlined, and Ctrl+Space or the down key offers what can stand where the caret is.
 */
public final class FilterBox extends HBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TextField field = new TextField();
    private final MarkedField marked = new MarkedField(field);
    private final CompletionMenu menu = new CompletionMenu(field);
    private FilterCompletion.Vocabulary names = FilterCompletion.Vocabulary.NONE;

    /** An empty field. */
    public FilterBox() {
        getStyleClass().add("filter");
        setAlignment(Pos.CENTER_LEFT);
        FontIcon icon = new FontIcon("fth-search");
        icon.setIconSize(15);
        HBox.setHgrow(marked, Priority.ALWAYS);
        getChildren().addAll(icon, marked);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The text typed. */
    public StringProperty textProperty() {
        return field.textProperty();
    }

    /** The field itself, for the focus and its words. */
    public TextField field() {
        return field;
    }

    /** The names that can be completed. */
    public void know(FilterCompletion.Vocabulary vocabulary) {
        names = vocabulary;
    }

    /** Underlines what is wrong. */
    public void show(FilterFault fault) {
        pseudoClassStateChanged(ERROR, fault.isPresent());
        marked.mark(fault.from(), fault.to());
    }

    private void pressed(KeyEvent event) {
        boolean asked = event.getCode() == KeyCode.SPACE && event.isControlDown() || event.getCode() == KeyCode.DOWN;
        if (asked && !menu.isShowing()) {
            FilterCompletion completion = FilterCompletion.at(field.getText(), field.getCaretPosition(), names);
            menu.show(new CompletionMenu.Offer(completion.from(), completion.words()));
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            field.clear();
            event.consume();
        }
    }
}
