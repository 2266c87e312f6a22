package org.packetwalk.desktop.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.narrate.Messages;

/** Opens labs of the shelf, labs of one's own and saved traces; who has something to lose is asked first. */
public final class LabOpening {
    private final WalkSource source;
    private final Messages messages;
    private final Work work;
    private final Shown shown;
    private Consumer<Runnable> leaving = Runnable::run;

    /** Who shows what was opened. */
    interface Shown {
        /** A lab is open; {@code then} is done when it is shown. */
        void lab(TableSetting setting, Runnable then);

        /** A saved trace is open. */
        void trace();
    }

    LabOpening(WalkSource source, Messages messages, Work work, Shown shown) {
        this.source = source;
        this.messages = messages;
        this.work = work;
        this.shown = shown;
    }

    /** The labs of the start screen. */
    public List<LabCard> labs() {
        return source.labs(messages);
    }

    /** Commands worth a try. */
    public List<String> suggestions() {
        return source.suggestions();
    }

    /** Who is asked before the open lab is left: whoever wants to leave it goes on when that is said to be right. */
    public void onLeave(Consumer<Runnable> asked) {
        leaving = asked;
    }

    /** Opens a lab, and does something then; the walk before it is left. */
    public void open(String id, TableSetting setting, Runnable then) {
        leaving.accept(() -> work.run("", () -> source.open(id, setting), opened -> shown.lab(setting, then)));
    }

    /** Opens a lab with one host and nothing else. */
    public void openNew() {
        openText("", OwnLabs.NEW, refused -> {});
    }

    /**
     * Opens a lab of one's own and tells why it is none; what is refused leaves everything as it is.
     *
     * @param file where it lies, empty for a new one
     */
    public void openText(String file, String text, Consumer<Refusal> then) {
        leaving.accept(() -> work.run("", () -> source.openText(file, text, messages), refused -> {
            if (!refused.isPresent()) {
                shown.lab(TableSetting.SHARED, () -> {});
            }
            then.accept(refused);
        }));
    }

    /** Opens a saved walk at its first step and tells what came of it; what is refused leaves everything as it is. */
    public void reopen(SavedTrace saved, Consumer<Reopening> then) {
        leaving.accept(() -> work.run(saved.trace().command(), () -> source.reopen(saved), outcome -> {
            if (outcome != Reopening.REFUSED) {
                shown.trace();
            }
            then.accept(outcome);
        }));
    }

    /** The file of a lab of one's own by its id, an empty path if it is in none; nothing for other labs. */
    public Optional<Path> ownFile(String id) {
        OpenLab named = new OpenLab(id, OpenLab.NO_SCRIPT, "", "", "");
        return named.isOwn() ? Optional.of(Path.of(named.file())) : Optional.empty();
    }
}
