package org.packetwalk.desktop.layers;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

import org.packetwalk.desktop.model.FocusView;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.diagram.StackPicture;

/** What the canvas shows: which picture, and the packet in focus. */
public final class LayersModel {
    private final SessionModel session;
    private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>(Picture.STACK);
    private final ObservableValue<FocusView> focus;
    private final ObservableValue<StackPicture> stack;

    /** The two zooms of one picture. */
    public enum Picture {
        TOPOLOGY,
        STACK
    }

    /** The canvas of a session. */
    public LayersModel(SessionModel session) {
        this.session = session;
        stack = session.momentProperty().map(moment -> moment.stack());
        focus = session.momentProperty().map(moment -> moment.focus());
    }

    /** Which picture is shown. */
    public ObjectProperty<Picture> pictureProperty() {
        return picture;
    }

    /** The packet in focus. */
    public ObservableValue<FocusView> focus() {
        return focus;
    }

    /** What the stack picture shows. */
    public ObservableValue<StackPicture> stack() {
        return stack;
    }

    /** Whether no command was traced yet. */
    public ObservableBooleanValue empty() {
        return Bindings.isEmpty(session.steps());
    }
}
