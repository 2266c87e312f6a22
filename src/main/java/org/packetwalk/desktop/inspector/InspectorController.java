package org.packetwalk.desktop.inspector;

import java.util.ArrayList;
import java.util.List;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.packetwalk.desktop.control.Paced;
import org.packetwalk.desktop.control.WordingFlow;
import org.packetwalk.desktop.model.FieldView;
import org.packetwalk.desktop.model.HeaderView;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.PacketView;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.model.Wording;
import org.packetwalk.narrate.Messages;

/** Shows the packet of the current step; fields and bytes are marked together. */
public final class InspectorController {
    private static final int AFTER_THE_PICTURE = 2;

    private final InspectorModel model;
    private final WindowModel window;
    private final Messages messages;
    private final List<HeaderRows> rows = new ArrayList<>();

    @FXML
    private WordingFlow headline;

    @FXML
    private VBox headers;

    @FXML
    private HexView bytes;

    @FXML
    private Label place;

    @FXML
    private Button why;

    @FXML
    private WordingFlow remark;

    /** The controller of one panel. */
    public InspectorController(InspectorModel model, WindowModel window, Messages messages) {
        this.model = model;
        this.window = window;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        bytes.onByte(model::chooseByte);
        bytes.onHover(index -> tell(index < 0 ? model.fieldProperty().get() : model.fieldAt(index)));
        bytes.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Paced.follow(
                model.packet().when(window.tabProperty().isEqualTo(InspectorTab.PACKET)),
                window.playingProperty(),
                AFTER_THE_PICTURE,
                this::show);
        model.fieldProperty().subscribe(this::mark);
    }

    private void show(PacketView packet) {
        headline.show(packet.isPresent() ? packet.headline() : Wording.plain(messages.text("inspector.packet.none")));
        headers.getChildren().clear();
        rows.clear();
        for (HeaderView header : packet.headers()) {
            rows.add(new HeaderRows(header, model::choose, messages));
        }
        headers.getChildren().addAll(rows);
        bytes.show(packet);
        shown(bytes, packet.isPresent());
        mark(model.fieldProperty().get());
    }

    private void mark(FieldView field) {
        rows.forEach(header -> header.mark(field));
        bytes.mark(field);
        tell(field);
    }

    /** Where a field stands and what is to be known of it, in words. */
    private void tell(FieldView field) {
        place.setText(model.described(field, messages));
        shown(place, !place.getText().isEmpty());
        shown(why, !model.fieldProperty().get().key().isEmpty());
        Wording note = field.note().isEmpty() ? model.packet().getValue().remark() : field.note();
        remark.show(note);
        shown(remark, !note.isEmpty());
    }

    @FXML
    private void askWhy() {
        model.askWhy();
        window.tabProperty().set(InspectorTab.WHY);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            model.moveByte(event.getCode() == KeyCode.RIGHT ? 1 : -1);
            event.consume();
        }
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
