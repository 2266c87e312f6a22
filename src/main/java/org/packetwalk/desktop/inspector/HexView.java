package org.packetwalk.desktop.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;

import org.packetwalk.desktop.control.LayerStyle;
import org.packetwalk.desktop.model.FieldView;
import org.packetwalk.desktop.model.PacketView;

/** The bytes of a packet, sixteen in a row, in the colours of their layers; a click on one chooses its field. */
public final class HexView extends ListView<Integer> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final int ROW = 16;
    private static final double ROW_HEIGHT = 25;
    private static final int MOST_ROWS = 5;

    private PacketView packet = PacketView.NONE;
    private FieldView field = InspectorModel.NO_FIELD;
    private IntConsumer onByte = index -> {};
    private IntConsumer onHover = index -> {};

    /** An empty view. */
    public HexView() {
        getStyleClass().add("hex");
        setFixedCellSize(ROW_HEIGHT);
        setCellFactory(view -> new Row());
    }

    /** Shows a packet's bytes. */
    public void show(PacketView shown) {
        packet = shown;
        List<Integer> rows = new ArrayList<>();
        for (int at = 0; at < shown.bytes().size(); at += ROW) {
            rows.add(at);
        }
        getItems().setAll(rows);
        double height = Math.min(rows.size(), MOST_ROWS) * ROW_HEIGHT + 22;
        setMinHeight(height);
        setPrefHeight(height);
    }

    /** Marks the bytes of a field. */
    public void mark(FieldView marked) {
        field = marked;
        if (marked.length() > 0) {
            scrollTo(Math.max(0, marked.offset() / ROW - 1));
        }
        refresh();
    }

    /** Who is told the index of a byte that was chosen. */
    public void onByte(IntConsumer listener) {
        onByte = listener;
    }

    /** Who is told the index of a byte the pointer is on, -1 once it has left. */
    public void onHover(IntConsumer listener) {
        onHover = listener;
    }

    private final class Row extends ListCell<Integer> {
        private final Label offset = new Label();
        private final List<Label> bytes = new ArrayList<>();
        private final HBox box = new HBox(offset);

        Row() {
            getStyleClass().add("hex-row");
            offset.getStyleClass().add("hex-offset");
            for (int i = 0; i < ROW; i++) {
                Label label = new Label();
                int column = i;
                label.setOnMouseClicked(event -> onByte.accept(getItem() + column));
                label.setOnMouseEntered(event -> onHover.accept(getItem() + column));
                label.setOnMouseExited(event -> onHover.accept(-1));
                bytes.add(label);
                HBox cell = new HBox(label);
                cell.getStyleClass().add(i == 7 ? "hex-cell-wide" : "hex-cell");
                box.getChildren().add(cell);
            }
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Integer at, boolean empty) {
            super.updateItem(at, empty);
            if (empty || at == null) {
                setGraphic(null);
                return;
            }
            offset.setText(String.format("%04x", at));
            for (int i = 0; i < ROW; i++) {
                show(bytes.get(i), at + i);
            }
            setGraphic(box);
        }

        private void show(Label label, int index) {
            boolean there = index < packet.bytes().size();
            label.setVisible(there);
            if (there) {
                label.setText(String.format("%02x", packet.bytes().u8(index)));
                label.getStyleClass().setAll("hex-byte", LayerStyle.of(packet.layerAt(index)));
                label.pseudoClassStateChanged(MARKED, field.touches(index));
            }
        }
    }
}
