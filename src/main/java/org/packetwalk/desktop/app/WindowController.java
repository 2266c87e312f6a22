package org.packetwalk.desktop.app;

import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.Parts;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.Notice;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Density;
import org.packetwalk.narrate.Messages;

/** Places the panels: the start screen or the open lab, and the notification bar above either. */
public final class WindowController {
    private static final double MARGIN = 28;
    private static final double INSPECTOR_LEAST = 360;
    private static final double INSPECTOR_MOST = 446;
    private static final double INSPECTOR_COMPACT = 312;
    private static final double INSPECTOR_WIDE = 520;
    /** The picture as wide as one host with its packets beside the stations: before it is less, the inspector is narrower. */
    private static final double PICTURE = 1036;

    private final SessionModel session;
    private final WindowModel window;
    private final Parts parts;
    private final Messages messages;

    @FXML
    private HBox notice;

    @FXML
    private Label noticeText;

    @FXML
    private Button noticeDetails;

    @FXML
    private VBox workbench;

    @FXML
    private StackPane stage;

    @FXML
    private TabPane inspector;

    @FXML
    private Tab whyTab;

    @FXML
    private Tab routeTab;

    @FXML
    private Tab packetTab;

    @FXML
    private Tab stateTab;

    @FXML
    private HBox middle;

    @FXML
    private StackPane picture;

    @FXML
    private Node lesson;

    @FXML
    private Node predict;

    /** The controller of one window. */
    public WindowController(SessionModel session, WindowModel window, Parts parts, Messages messages) {
        this.messages = messages;
        this.session = session;
        this.window = window;
        this.parts = parts;
    }

    @FXML
    private void initialize() {
        BooleanProperty presenting = window.accommodation().presentingProperty();
        workbench.visibleProperty().bind(session.atStartProperty().not().and(presenting.not()));
        onStage("labs/StartView.fxml", session.atStartProperty());
        onStage(
                "presentation/PresentationView.fxml",
                session.atStartProperty().flatMap(atStart -> presenting.map(now -> now && !atStart)));
        ObservableValue<Boolean> atWork = session.atStartProperty().not();
        parts.add(
                "layers/LayersView.fxml", atWork, part -> picture.getChildren().add(0, part));
        parts.add("explain/ExplainView.fxml", atWork, whyTab::setContent);
        parts.add(
                "timeline/TimelineView.fxml",
                atWork,
                part -> workbench.getChildren().add(workbench.getChildren().indexOf(middle) + 1, part));
        parts.add("log/LogView.fxml", atWork, part -> {
            window.canvasProperty().subscribe(picture -> place(part, !picture.fillsWindow()));
            workbench.getChildren().add(part);
        });
        inTab("lookup/LookupTabView.fxml", InspectorTab.ROUTE, routeTab);
        inTab("inspector/InspectorView.fxml", InspectorTab.PACKET, packetTab);
        inTab("state/StateView.fxml", InspectorTab.STATE, stateTab);
        window.canvasProperty().subscribe(picture -> {
            place(
                    inspector,
                    !picture.fillsWindow() && !session.heldBackProperty().get());
        });
        // what the inspector says would answer a prediction
        session.heldBackProperty()
                .subscribe(held ->
                        place(inspector, !held && !window.canvasProperty().get().fillsWindow()));
        window.densityProperty().subscribe(this::placeLesson);
        window.densityProperty().subscribe(density -> fitInspector());
        middle.widthProperty().subscribe(this::fitInspector);
        lesson.managedProperty().subscribe(this::fitInspector);
        window.densityProperty()
                .subscribe(density -> routeTab.setText(
                        messages.text(density == Density.COMPACT ? "canvas.view.route.short" : "canvas.view.route")));
        window.noticeProperty().subscribe(this::show);
        window.tabProperty().subscribe(tab -> inspector.getSelectionModel().select(tab.ordinal()));
        inspector
                .getSelectionModel()
                .selectedIndexProperty()
                .subscribe(index -> window.tabProperty().set(InspectorTab.values()[Math.max(0, index.intValue())]));
    }

    /** What is not seen is not in the scene: other colours and sizes need not be worked out for it. */
    private void onStage(String view, ObservableValue<Boolean> shown) {
        parts.add(view, shown, part -> {
            part.visibleProperty().bind(shown);
            shown.subscribe(now -> {
                stage.getChildren().remove(part);
                if (now) {
                    stage.getChildren().add(part);
                }
            });
        });
    }

    private void inTab(String view, InspectorTab tab, Tab place) {
        parts.add(view, window.tabProperty().isEqualTo(tab), place::setContent);
    }

    /** In a small window the lesson floats over the picture. */
    private void placeLesson(Density density) {
        middle.getChildren().remove(lesson);
        picture.getChildren().remove(lesson);
        boolean floats = density == Density.COMPACT;
        if (floats) {
            picture.getChildren().add(picture.getChildren().indexOf(predict), lesson);
            StackPane.setAlignment(lesson, Pos.TOP_LEFT);
        } else {
            middle.getChildren().add(0, lesson);
        }
        StackPane.setAlignment(predict, floats ? Pos.CENTER_RIGHT : Pos.CENTER);
        StackPane.setMargin(predict, floats ? new Insets(0, MARGIN, 0, 0) : Insets.EMPTY);
    }

    private void fitInspector() {
        double width = switch (window.densityProperty().get()) {
            case COMPACT -> INSPECTOR_COMPACT;
            case WIDE -> INSPECTOR_WIDE;
            case REGULAR, PRESENTATION -> {
                double taken = lesson.isManaged() ? lesson.prefWidth(-1) : 0;
                double left = middle.getWidth() - taken - PICTURE;
                yield Math.max(INSPECTOR_LEAST, Math.min(INSPECTOR_MOST, left));
            }
        };
        inspector.setMinWidth(width);
        inspector.setPrefWidth(width);
        inspector.setMaxWidth(width);
    }

    private static void place(Node region, boolean shown) {
        region.setVisible(shown);
        region.setManaged(shown);
    }

    private void show(Notice shown) {
        noticeText.setText(shown.text());
        notice.setVisible(shown.isPresent());
        notice.setManaged(shown.isPresent());
        noticeDetails.setVisible(!shown.details().isEmpty());
        noticeDetails.setManaged(!shown.details().isEmpty());
    }

    @FXML
    private void copyDetails() {
        ClipboardContent content = new ClipboardContent();
        content.putString(window.noticeProperty().get().details());
        Clipboard.getSystemClipboard().setContent(content);
    }

    @FXML
    private void dismiss() {
        window.dismiss();
    }
}
