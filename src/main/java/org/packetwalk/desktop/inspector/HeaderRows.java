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
import org.packetwalk.narrate.Messages;

/** One header of a packet: its chip and name, and a row per field that can be marked. */
final class HeaderRows extends VBox {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final List<Row> rows = new ArrayList<>();

    private record Row(FieldView field, HBox box) {}

    HeaderRows(HeaderView header, Consumer<FieldView> onField, Messages messages) {
        LayerChip chip = new LayerChip(header.layer(), header.label());
        chip.getStyleClass().add("chip-header");
        Label title = new Label(header.title());
        title.getStyleClass().add("header-title");
        HBox head = new HBox(chip, title);
        head.getStyleClass().add("header-head");
        if (header.added()) {
            Label added = new Label(messages.text("inspector.header.new"));
            added.getStyleClass().addAll("chip", "chip-packet");
            head.getChildren().add(added);
        }
        getChildren().add(head);
        for (FieldView field : header.fields()) {
            HBox box = row(field, messages);
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
            row.box().pseudoClassStateChanged(MARKED, row.field().same(field));
        }
    }

    private static HBox row(FieldView field, Messages messages) {
        Label name = new Label(field.name());
        name.getStyleClass().add("field-name");
        Label value = new Label(field.value());
        value.getStyleClass().add("field-value");
        HBox box = new HBox(name, value);
        box.getStyleClass().add("field-row");
        String was = field.changed() ? messages.text("inspector.field.was", field.before()) : "";
        if (field.changed()) {
            Label before = new Label(was);
            before.getStyleClass().add("field-before");
            box.getChildren().add(before);
            box.getStyleClass().add("field-changed");
        }
        box.setFocusTraversable(true);
        box.setAccessibleRole(AccessibleRole.BUTTON);
        box.setAccessibleText((field.name() + " " + field.value() + " " + was).strip());
        return box;
    }
}
