package org.packetwalk.desktop.model;

import java.util.List;

import org.packetwalk.narrate.Messages;
import org.packetwalk.session.LabScript;

/** The lab as a document: its text, its edits, and the courses of events that edits in the past have begun. */
public interface Editing {
    /** The text of the lab with all edits. */
    LabScript script();

    /** Whether the text has changed since it was opened or saved. */
    default boolean unsaved() {
        return false;
    }

    /** The file the lab is of, empty if it is of none. */
    default String file() {
        return "";
    }

    /** The text is in a file now. */
    default void saved(String file) {}

    /** Puts a host at another place of the canvas, in logical pixels. */
    void move(String host, int x, int y);

    /** Gives the lab another text and sets it up anew; a text that is no lab changes nothing and is refused. */
    Pending<Refusal> rewrite(String source, Messages messages);

    /** Takes back the last edit; whether there was one. */
    boolean undo();

    /** Does the edit again that was taken back last; whether there was one. */
    boolean redo();

    /** What {@link #undo} takes back, as it stands in the script; empty if nothing. */
    String undoTitle();

    /** What {@link #redo} does again, empty if nothing. */
    String redoTitle();

    /** One stands right after an event of the walk in view, counted from 0: what is typed next happens there. */
    void standAt(int event);

    /** The event of the walk in view one stands after; -1 before the first and without a walk. */
    int event();

    /** All courses of events, the one in view included, in the order in which they began. */
    List<BranchView> branches();

    /** Goes over to another course, to the place where it was left. */
    void switchTo(String branch);

    /** Gives a course another name; whether that name was free. */
    boolean rename(String branch, String name);

    /** Lets go of a course that is not in view. */
    void drop(String branch);
}
