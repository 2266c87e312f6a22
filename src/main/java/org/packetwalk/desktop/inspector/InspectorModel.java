package org.packetwalk.desktop.inspector;

import java.util.Optional;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.packetwalk.desktop.model.FieldView;
import org.packetwalk.desktop.model.HeaderView;
import org.packetwalk.desktop.model.PacketView;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WhyQuestion;
import org.packetwalk.narrate.Messages;

/** The packet of the current step, and the field that is marked in its headers and in its bytes. */
public final class InspectorModel {
    /** No field is marked. */
    public static final FieldView NO_FIELD = new FieldView("", "", 0, 0);

    private final SessionModel session;
    private final ObservableValue<PacketView> packet;
    private final ReadOnlyObjectWrapper<FieldView> field = new ReadOnlyObjectWrapper<>(NO_FIELD);

    /** The packets of a session. */
    public InspectorModel(SessionModel session) {
        this.session = session;
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
        field.set(chosen.same(field.get()) ? NO_FIELD : chosen);
    }

    /** Marks the field of the byte before or behind the marked one. */
    public void moveByte(int by) {
        FieldView marked = field.get();
        int size = packet.getValue().bytes().size();
        int from = by > 0 ? marked.offset() + marked.length() : marked.offset() - 1;
        if (size > 0) {
            chooseByte(Math.max(0, Math.min(size - 1, marked.length() == 0 ? 0 : from)));
        }
    }

    /** A field in words: its header, its name and value, where it stands, and its value before. */
    public String described(FieldView shown, Messages messages) {
        if (shown.name().isEmpty()) {
            return "";
        }
        String header = packet.getValue().headers().stream()
                .filter(owner -> owner.fields().stream().anyMatch(shown::same))
                .map(HeaderView::label)
                .findFirst()
                .orElse("");
        String place = shown.length() == 0
                ? messages.text("inspector.field.beside", header, shown.name(), shown.value())
                : messages.text(
                        "inspector.field.place", header, shown.name(), shown.value(), shown.length(), shown.offset());
        return shown.changed() ? place + " " + messages.text("inspector.field.was", shown.before()) : place;
    }

    /** Asks where the marked field has its value from. */
    public void askWhy() {
        FieldView marked = field.get();
        if (!marked.key().isEmpty()) {
            session.askWhy(new WhyQuestion(marked.name() + " " + marked.value(), marked.key(), marked.value(), ""));
        }
    }

    /** The field of a byte. */
    public FieldView fieldAt(int index) {
        return packet.getValue().fieldAt(index).orElse(NO_FIELD);
    }

    /** Marks the field a byte belongs to. */
    public void chooseByte(int index) {
        field.set(packet.getValue().fieldAt(index).orElse(NO_FIELD));
    }

    private void keepField(PacketView shown) {
        FieldView before = field.get();
        Optional<FieldView> same = shown.headers().stream()
                .flatMap(header -> header.fields().stream())
                .filter(other -> other.same(before))
                .findFirst();
        field.set(same.orElse(NO_FIELD));
    }
}
