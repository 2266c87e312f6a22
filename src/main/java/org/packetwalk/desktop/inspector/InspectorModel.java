package org.packetwalk.desktop.inspector;

import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.packetwalk.desktop.model.FieldView;
import org.packetwalk.desktop.model.PacketView;
import org.packetwalk.desktop.model.SessionModel;

/** The packet of the current step, and the field that is marked in its headers and in its bytes. */
public final class InspectorModel {
    /** No field is marked. */
    public static final FieldView NO_FIELD = new FieldView("", "", 0, 0);

    private final ObservableValue<PacketView> packet;
    private final ReadOnlyObjectWrapper<FieldView> field = new ReadOnlyObjectWrapper<>(NO_FIELD);

    /** The packets of a session. */
    public InspectorModel(SessionModel session) {
        packet = session.momentProperty().map(moment -> moment.packet());
        packet.subscribe(this::keepField);
    }

    /** The packet of the current step, {@link PacketView#NONE} if there is none. */
    public ObservableValue<PacketView> packet() {
        return packet;
    }

    /** The marked field, {@link #NO_FIELD} if none is. */
    public ReadOnlyObjectProperty<FieldView> fieldProperty() {
        return field.getReadOnlyProperty();
    }

    /** Marks a field, or takes the mark away if it is marked already. */
    public void choose(FieldView chosen) {
        field.set(chosen.equals(field.get()) ? NO_FIELD : chosen);
    }

    /** Marks the field a byte belongs to. */
    public void chooseByte(int index) {
        field.set(packet.getValue().fieldAt(index).orElse(NO_FIELD));
    }

    private void keepField(PacketView shown) {
        FieldView before = field.get();
        Optional<FieldView> same = shown.headers().stream()
                .flatMap(header -> header.fields().stream())
                .filter(other -> other.equals(before))
                .findFirst();
        field.set(same.orElse(NO_FIELD));
    }
}
