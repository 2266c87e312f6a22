package org.packetwalk.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.LayerChip;
import org.packetwalk.desktop.model.FieldView;
import org.packetwalk.desktop.model.HeaderView;

/** One header of a packet: its chip and name, and a row per field that can be marked. */
final class HeaderRows extends VBox {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final List<Row> rows = new ArrayList<>();

    private record Row(FieldView field, HBox box) {}

    HeaderRows(HeaderView header, Consumer<FieldView> onField) {
        LayerChip chip = new LayerChip(header.layer(), header.label());
        chip.getStyleClass().add("chip-header");
        Label title = new Label(header.title());
        title.getStyleClass().add("header-title");
        HBox head = new HBox(chip, title);
        head.getStyleClass().add("header-head");
        getChildren().add(head);
        for (FieldView field : header.fields()) {
            HBox box = row(field);
            box.setOnMouseClicked(event -> onField.accept(field));
            box.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    onField.accept(field);
                    event.consume();
                }
            });
            rows.add(new Row(field, box));
            getChildren().add(box);
        }
    }

    void mark(FieldView field) {
        for (Row row : rows) {
            row.box().pseudoClassStateChanged(MARKED, row.field().equals(field));
        }
    }

    private static HBox row(FieldView field) {
        Label name = new Label(field.name());
        name.getStyleClass().add("field-name");
        Label value = new Label(field.value());
        value.getStyleClass().add("field-value");
        HBox box = new HBox(name, value);
        box.getStyleClass().add("field-row");
        box.setFocusTraversable(true);
        box.setAccessibleRole(AccessibleRole.BUTTON);
        box.setAccessibleText(field.name() + " " + field.value());
        return box;
    }
}
