package org.packetwalk.desktop.notes;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
    /** So many passing notes stand there. */
    private static final int PASSING = 12;

    private final SessionModel session;
    private final WindowModel window;

    /** The notes of a window about the walks of a session. */
    public NotesModel(SessionModel session, WindowModel window) {
        this.session = session;
        this.window = window;
        session.causesProperty().subscribe(asked -> {
            if (asked.isPresent()) {
                passing(asked.shown());
            }
        });
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
        pinned(StepView::sentence).ifPresent(pin -> {
            pins().add(pin);
            window.log().show(LogTab.NOTES);
        });
    }

    /** Whoever asks where a value comes from finds that step again among the last passing notes. */
    private void passing(String asked) {
        pinned(current -> session.messages().text("notes.asked", asked))
                .map(Pin::passing)
                .filter(pin -> pins().stream()
                        .noneMatch(other -> other.place().equals(pin.place())
                                && other.sentence().equals(pin.sentence())))
                .ifPresent(pin -> {
                    List<Pin> before =
                            pins().stream().filter(other -> !other.isKept()).toList();
                    if (before.size() >= PASSING) {
                        pins().remove(before.get(0));
                    }
                    pins().add(pin);
                });
    }

    /** Keeps a passing note. */
    public void keep(Pin pin) {
        pin.keep();
        pins().set(pins().indexOf(pin), pin);
    }

    private Optional<Pin> pinned(Function<StepView, String> sentence) {
        return here().map(place -> {
            MomentView moment = session.momentProperty().get();
            FocusView focus = moment.focus();
            String packet = (focus.kind() + " " + focus.addresses() + " " + focus.detail()).strip();
            List<Pin.Field> fields = moment.packet().headers().stream()
                    .flatMap(header -> header.fields().stream()
                            .map(field -> new Pin.Field(header.label() + " " + field.name(), field.value())))
                    .toList();
            return new Pin(place, sentence.apply(current()), packet, fields);
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
        List<Pin> kept = pins().stream().filter(Pin::isKept).toList();
        int index = kept.indexOf(pin);
        return index < 1 ? List.of() : pin.since(kept.get(index - 1));
    }

    /** All kept steps as Markdown (CommonMark). */
    public String markdown() {
        var out = new StringBuilder("# " + session.messages().text("log.tab.notes") + "\n");
        for (Pin pin : pins().filtered(Pin::isKept)) {
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
