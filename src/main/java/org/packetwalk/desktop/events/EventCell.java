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

    private static final double ROOMY = 900;
    private static final double SLIM = 620;

    private final ReadOnlyIntegerProperty position;
    // a row that the list has dropped must not be kept by the position it follows
    private final InvalidationListener follow;
    private final Label number = column("event-number");
    private final Label time = column("event-time");
    private final Label host = column("event-host");
    private final LayerChip chip = new LayerChip();
    private final StackPane chipColumn = new StackPane(chip);
    private final Label title = column("event-title");
    private final Label detail = column("event-detail");
    private final HBox row;

    /** A row that follows the index of the current step. */
    public EventCell(ReadOnlyIntegerProperty position) {
        this.position = position;
        this.follow =
                change -> mark(getItem() == null || isEmpty() ? -1 : getItem().number() - 1);
        position.addListener(new WeakInvalidationListener(follow));
        getStyleClass().add("event-row");
        chipColumn.getStyleClass().add("event-chip");
        chipColumn.setAlignment(Pos.CENTER_LEFT);
        row = new HBox(number, time, host, chipColumn, title, detail);
        row.setAlignment(Pos.CENTER_LEFT);
        detail.setMaxWidth(Double.MAX_VALUE);
        detail.setMinWidth(0);
        HBox.setHgrow(detail, Priority.ALWAYS);
        setPrefWidth(0);
        widthProperty().subscribe(width -> fit(width.doubleValue()));
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

    /** In less width the columns are as wide as what stands in them most often, and the evidence goes before the title does. */
    private void fit(double width) {
        boolean roomy = width >= ROOMY;
        fix(number, roomy ? 58 : 50);
        fix(time, roomy ? 92 : 84);
        fix(host, roomy ? 110 : 88);
        fix(chipColumn, roomy ? 104 : 80);
        boolean evident = width == 0 || width >= SLIM;
        detail.setVisible(evident);
        detail.setManaged(evident);
        if (evident) {
            HBox.setHgrow(title, Priority.NEVER);
            fix(title, roomy ? 250 : 190);
        } else {
            title.setMinWidth(0);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
        }
    }

    private static Label column(String styleClass) {
        Label label = new Label();
        label.getStyleClass().addAll("event-column", styleClass);
        return label;
    }

    private static void fix(Region region, double width) {
        region.setMinWidth(width);
        region.setPrefWidth(width);
        region.setMaxWidth(width);
    }
}
