package org.packetwalk.desktop.notes;

import java.util.List;
import java.util.Optional;

import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ObservableList;

import org.packetwalk.desktop.model.FocusView;
import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.MomentView;
import org.packetwalk.desktop.model.Pin;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.trace.Trace;

/** Keeps steps, tells how they differ from each other, and writes them down. */
public final class NotesModel {
    private final SessionModel session;
    private final WindowModel window;

    /** The notes of a window about the walks of a session. */
    public NotesModel(SessionModel session, WindowModel window) {
        this.session = session;
        this.window = window;
    }

    /** The steps that are kept, in the order in which they were. */
    public ObservableList<Pin> pins() {
        return window.pins();
    }

    /** Whether there is a step to keep. */
    public ObservableBooleanValue canPin() {
        return session.positionProperty().greaterThanOrEqualTo(0);
    }

    /** Keeps the step in view and shows it among the others. */
    public void pin() {
        here().ifPresent(place -> {
            MomentView moment = session.momentProperty().get();
            FocusView focus = moment.focus();
            String packet = (focus.kind() + " " + focus.addresses() + " " + focus.detail()).strip();
            List<Pin.Field> fields = moment.packet().headers().stream()
                    .flatMap(header -> header.fields().stream()
                            .map(field -> new Pin.Field(header.label() + " " + field.name(), field.value())))
                    .toList();
            pins().add(new Pin(place, current().sentence(), packet, fields));
            window.log().show(LogTab.NOTES);
        });
    }

    /** Lets go of a kept step. */
    public void remove(Pin pin) {
        pins().remove(pin);
    }

    /** Whether the walk of a kept step is the one in view. */
    public boolean reachable(Pin pin) {
        return here().filter(pin.place()::sameWalk).isPresent();
    }

    /** Goes to a kept step, if its walk is in view. */
    public void goTo(Pin pin) {
        if (reachable(pin)) {
            session.toEvent(pin.place().event());
        }
    }

    /** What is different in the packet from the pin before this one. */
    public List<String> changes(Pin pin) {
        int index = pins().indexOf(pin);
        return index < 1 ? List.of() : pin.since(pins().get(index - 1));
    }

    /** All kept steps as Markdown (CommonMark). */
    public String markdown() {
        var out = new StringBuilder("# " + session.messages().text("log.tab.notes") + "\n");
        for (Pin pin : pins()) {
            Pin.Place place = pin.place();
            out.append("\n## ")
                    .append(session.messages().text("notes.step", place.step()))
                    .append(" · ")
                    .append(pin.sentence())
                    .append("\n\n`")
                    .append(place.command())
                    .append("` · ")
                    .append(place.host())
                    .append(" · ")
                    .append(place.time())
                    .append('\n');
            if (!pin.packet().isEmpty()) {
                out.append("\n`").append(pin.packet()).append("`\n");
            }
            List<String> changes = changes(pin);
            if (!changes.isEmpty()) {
                out.append('\n');
                changes.forEach(change -> out.append("- ").append(change).append('\n'));
            }
            if (!pin.noteProperty().get().isBlank()) {
                out.append("\n> ").append(pin.noteProperty().get().strip()).append('\n');
            }
        }
        return out.toString();
    }

    private StepView current() {
        return session.steps().get(session.position());
    }

    private Optional<Pin.Place> here() {
        if (session.position() < 0) {
            return Optional.empty();
        }
        StepView step = current();
        Trace trace = session.saved().orElseThrow().trace();
        return Optional.of(new Pin.Place(
                trace.host() + " $ " + trace.command(),
                trace.events().size(),
                step.last(),
                step.number(),
                step.time(),
                step.host()));
    }
}
