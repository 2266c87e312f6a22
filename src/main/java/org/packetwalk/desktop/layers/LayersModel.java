package org.packetwalk.desktop.layers;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

import org.packetwalk.desktop.model.FocusView;
import org.packetwalk.desktop.model.MomentView;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.DiagramLayout;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.TopologyDiagram;

/** What the canvas shows: which picture, laid out for a size, and the packet in focus. */
public final class LayersModel {
    private final SessionModel session;
    private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>(Picture.STACK);
    private final ObservableValue<FocusView> focus;

    /** The two zooms of one picture. */
    public enum Picture {
        TOPOLOGY,
        STACK
    }

    /** The canvas of a session. */
    public LayersModel(SessionModel session) {
        this.session = session;
        focus = session.momentProperty().map(MomentView::focus);
    }

    /** Which picture is shown. */
    public ObjectProperty<Picture> pictureProperty() {
        return picture;
    }

    /** The packet in focus. */
    public ObservableValue<FocusView> focus() {
        return focus;
    }

    /** The step the picture is of. */
    public ReadOnlyObjectProperty<MomentView> momentProperty() {
        return session.momentProperty();
    }

    /** The picture, laid out. */
    public DiagramLayout layout(Size size, Density density) {
        MomentView moment = session.momentProperty().get();
        return switch (picture.get()) {
            case STACK -> StackDiagram.layout(moment.stack(), size, density);
            case TOPOLOGY -> TopologyDiagram.layout(moment.topology(), size);
        };
    }

    /** Whether no command was traced yet. */
    public ObservableBooleanValue empty() {
        return Bindings.isEmpty(session.steps());
    }
}
