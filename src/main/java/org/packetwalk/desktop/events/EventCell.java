package org.packetwalk.desktop.events;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.packetwalk.desktop.control.LayerChip;
import org.packetwalk.desktop.model.StepView;

/** One row of the event list: past, current or still to come. */
public final class EventCell extends ListCell<StepView> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass FUTURE = PseudoClass.getPseudoClass("future");

    private final ReadOnlyIntegerProperty position;
    // a row that the list has dropped must not be kept by the position it follows
    private final InvalidationListener follow;
    private final Label number = column("event-number", 58);
    private final Label time = column("event-time", 92);
    private final Label host = column("event-host", 110);
    private final LayerChip chip = new LayerChip();
    private final Label title = column("event-title", 250);
    private final Label detail = column("event-detail", Region.USE_COMPUTED_SIZE);
    private final HBox row;

    /** A row that follows the index of the current step. */
    public EventCell(ReadOnlyIntegerProperty position) {
        this.position = position;
        this.follow =
                change -> mark(getItem() == null || isEmpty() ? -1 : getItem().number() - 1);
        position.addListener(new WeakInvalidationListener(follow));
        getStyleClass().add("event-row");
        StackPane chipColumn = new StackPane(chip);
        chipColumn.getStyleClass().add("event-chip");
        chipColumn.setAlignment(Pos.CENTER_LEFT);
        fix(chipColumn, 104);
        row = new HBox(number, time, host, chipColumn, title, detail);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(detail, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(StepView step, boolean empty) {
        super.updateItem(step, empty);
        if (empty || step == null) {
            setGraphic(null);
            setAccessibleText("");
            mark(-1);
            return;
        }
        number.setText(String.valueOf(step.number()));
        time.setText(step.time());
        host.setText(step.host());
        if (step.dropped()) {
            chip.showDropped(step.label());
        } else {
            chip.show(step.layer(), step.label());
        }
        title.setText(step.title());
        detail.setText(step.detail());
        setAccessibleText(step.number() + ". " + step.title() + ". " + step.detail());
        setGraphic(row);
        mark(step.number() - 1);
    }

    private void mark(int index) {
        int now = position.get();
        pseudoClassStateChanged(CURRENT, index >= 0 && index == now);
        pseudoClassStateChanged(FUTURE, index > now);
    }

    private static Label column(String styleClass, double width) {
        Label label = new Label();
        label.getStyleClass().addAll("event-column", styleClass);
        if (width > 0) {
            fix(label, width);
        } else {
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(0);
        }
        return label;
    }

    private static void fix(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }
}
