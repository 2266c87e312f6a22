package org.packetwalk.desktop.model;

import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.packetwalk.narrate.Messages;
import org.packetwalk.session.LabScript;

/**
 * The lab as a document, as properties: its text, what can be undone, and its branches. A command that changes the
 * configuration of a host ({@link SessionModel#run}) is an edit; so are {@link #move} and {@link #rewrite}.
 */
public final class DocumentModel {
    private final Editing editing;
    private final Messages messages;
    private final Work work;
    private final Runnable shown;
    private final ObservableBooleanValue closed;
    private final ReadOnlyObjectWrapper<LabScript> script = new ReadOnlyObjectWrapper<>(LabScript.EMPTY);
    private final ReadOnlyStringWrapper undo = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redo = new ReadOnlyStringWrapper("");
    private final ObservableList<BranchView> branches = FXCollections.observableArrayList();
    private final ObservableList<BranchView> branchesView = FXCollections.unmodifiableObservableList(branches);

    /**
     * A document; {@code shown} shows the session anew after it has changed, and while it is {@code closed} nothing changes it.
     */
    DocumentModel(Editing editing, Messages messages, Work work, Runnable shown, ObservableBooleanValue closed) {
        this.editing = editing;
        this.messages = messages;
        this.work = work;
        this.shown = shown;
        this.closed = closed;
    }

    /** The text of the lab. */
    public ReadOnlyObjectProperty<LabScript> scriptProperty() {
        return script.getReadOnlyProperty();
    }

    /** What can be undone, as it stands in the script; empty if nothing. */
    public ReadOnlyStringProperty undoProperty() {
        return undo.getReadOnlyProperty();
    }

    /** What can be done again, empty if nothing. */
    public ReadOnlyStringProperty redoProperty() {
        return redo.getReadOnlyProperty();
    }

    /** Whether something can be undone. */
    public ObservableBooleanValue canUndo() {
        return undo.isNotEmpty().and(Bindings.not(closed));
    }

    /** Whether something can be done again. */
    public ObservableBooleanValue canRedo() {
        return redo.isNotEmpty().and(Bindings.not(closed));
    }

    /** Whether the text has changed since it was opened or saved. */
    public boolean unsaved() {
        return editing.unsaved();
    }

    /** The file the lab is of, empty if it is of none. */
    public String file() {
        return editing.file();
    }

    /** All courses of events, in the order in which they began. */
    public ObservableList<BranchView> branches() {
        return branchesView;
    }

    /** Takes back the last edit. */
    public void undo() {
        work.inTurn(() -> {
            if (!closed.get() && editing.undo()) {
                shown.run();
            }
        });
    }

    /** Does an edit again that was taken back. */
    public void redo() {
        work.inTurn(() -> {
            if (!closed.get() && editing.redo()) {
                shown.run();
            }
        });
    }

    /** Puts a host at another place of the canvas, in logical pixels. */
    public void move(String host, int x, int y) {
        work.inTurn(() -> {
            editing.move(host, x, y);
            shown.run();
        });
    }

    /**
     * Gives the lab another text and sets it up anew.
     *
     * @param then is told why the text is no lab; then nothing has changed
     */
    public void rewrite(String source, Consumer<Refusal> then) {
        if (closed.get()) {
            then.accept(new Refusal(messages.text("predict.first"), 0, 0));
            return;
        }
        work.run("", () -> editing.rewrite(source, messages), refusal -> {
            if (!refusal.isPresent()) {
                shown.run();
            }
            then.accept(refusal);
        });
    }

    /** Goes over to another course of events. */
    public void switchTo(String branch) {
        work.inTurn(() -> {
            if (!closed.get()) {
                editing.switchTo(branch);
                shown.run();
            }
        });
    }

    /** Gives a course of events another name, unless another has it. */
    public void rename(String branch, String name) {
        work.inTurn(() -> {
            editing.rename(branch, name);
            refresh();
        });
    }

    /** Lets go of a course of events that is not in view. */
    public void drop(String branch) {
        work.inTurn(() -> {
            editing.drop(branch);
            refresh();
        });
    }

    /** Reads everything anew. */
    void refresh() {
        script.set(editing.script());
        undo.set(editing.undoTitle());
        redo.set(editing.redoTitle());
        if (!branches.equals(editing.branches())) {
            branches.setAll(editing.branches());
        }
    }
}
