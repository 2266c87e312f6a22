package org.packetwalk.desktop.app;

import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.Notice;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Density;
import org.packetwalk.narrate.Messages;

/** Places the panels: the start screen or the open lab, and the notification bar above either. */
public final class WindowController {
    private final SessionModel session;
    private final WindowModel window;
    private final Messages messages;

    @FXML
    private HBox notice;

    @FXML
    private Label noticeText;

    @FXML
    private Button noticeDetails;

    @FXML
    private Node start;

    @FXML
    private VBox workbench;

    @FXML
    private Node presentation;

    @FXML
    private TabPane inspector;

    @FXML
    private Tab routeTab;

    @FXML
    private Node log;

    /** The controller of one window. */
    public WindowController(SessionModel session, WindowModel window, Messages messages) {
        this.messages = messages;
        this.session = session;
        this.window = window;
    }

    @FXML
    private void initialize() {
        start.visibleProperty().bind(session.atStartProperty());
        BooleanProperty presenting = window.accommodation().presentingProperty();
        workbench.visibleProperty().bind(session.atStartProperty().not().and(presenting.not()));
        presentation.visibleProperty().bind(session.atStartProperty().not().and(presenting));
        window.canvasProperty().subscribe(picture -> {
            place(inspector, !picture.fillsWindow());
            place(log, !picture.fillsWindow());
        });
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
