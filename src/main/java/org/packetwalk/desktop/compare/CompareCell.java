package org.packetwalk.desktop.compare;

import java.util.Locale;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.LayerChip;
import org.packetwalk.desktop.model.ComparisonView.Row;
import org.packetwalk.narrate.TraceAlignment.Kind;

/** A row of a comparison: what one does, the layer, what the other does; what is equal is quiet. */
final class CompareCell extends ListCell<Row> {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

    private final CompareModel model;
    private final Label left = new Label();
    private final Label leftDetail = new Label();
    private final Label right = new Label();
    private final Label rightDetail = new Label();
    private final LayerChip chip = new LayerChip();
    private final CompareFork fork = new CompareFork();
    private final HBox box;
    private final StackPane whole;

    CompareCell(CompareModel model) {
        this.model = model;
        getStyleClass().add("compare-row");
        VBox one = side(left, leftDetail, "compare-left");
        VBox other = side(right, rightDetail, "compare-right");
        Region middle = new Region();
        middle.setMinWidth(CompareFork.WIDTH);
        middle.setMaxWidth(CompareFork.WIDTH);
        box = new HBox(one, middle, other);
        box.getStyleClass().add("compare-box");
        whole = new StackPane(box, fork, chip);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (!isEmpty()) {
                model.look(getIndex());
            }
        });
    }

    private static VBox side(Label title, Label detail, String styleClass) {
        title.getStyleClass().add("compare-title");
        detail.getStyleClass().add("compare-detail");
        VBox side = new VBox(title, detail);
        side.getStyleClass().add(styleClass);
        side.setMinWidth(0);
        side.setPrefWidth(100);
        side.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    @Override
    protected void updateItem(Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText("");
            pseudoClassStateChanged(FIRST, false);
            return;
        }
        int parting = model.comparisonProperty().get().first();
        boolean first = getIndex() == parting;
        left.setText(row.left());
        right.setText(row.right());
        detail(leftDetail, first ? row.leftDetail() : "");
        detail(rightDetail, first ? row.rightDetail() : "");
        chip.show(row.layer(), row.chip());
        // the fork stands where they part, and nothing on it
        chip.setVisible(!first);
        fork.show(
                first
                        ? CompareFork.Shape.FORK
                        : parting < 0 || getIndex() < parting ? CompareFork.Shape.TOGETHER : CompareFork.Shape.APART,
                row.one() >= 0,
                row.other() >= 0);
        box.getStyleClass()
                .setAll(
                        "compare-box",
                        "compare-" + row.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        box.getStyleClass().add(row.kind() == Kind.SAME ? "compare-quiet" : "compare-loud");
        pseudoClassStateChanged(FIRST, first);
        setAccessibleText(row.left() + " | " + row.right());
        setGraphic(whole);
    }

    private static void detail(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
