package org.packetwalk.desktop.model;

import java.util.List;

import org.packetwalk.narrate.Messages;
import org.packetwalk.session.LabScript;

/** The document of walks that are only shown: nothing to edit, to undo or to branch. */
final class NotEdited implements Editing {
    @Override
    public LabScript script() {
        return LabScript.EMPTY;
    }

    @Override
    public void move(String host, int x, int y) {
        throw new IllegalStateException("This lab is not edited.");
    }

    @Override
    public Pending<Refusal> rewrite(String source, Messages messages) {
        throw new IllegalStateException("This lab is not edited.");
    }

    @Override
    public boolean undo() {
        return false;
    }

    @Override
    public boolean redo() {
        return false;
    }

    @Override
    public String undoTitle() {
        return "";
    }

    @Override
    public String redoTitle() {
        return "";
    }

    @Override
    public void standAt(int event) {
        // there is no past a command could be typed in
    }

    @Override
    public int event() {
        return -1;
    }

    @Override
    public List<BranchView> branches() {
        return List.of();
    }

    @Override
    public void switchTo(String branch) {
        throw new IllegalStateException("There is no branch " + branch + ".");
    }

    @Override
    public boolean rename(String branch, String name) {
        return false;
    }

    @Override
    public void drop(String branch) {
        throw new IllegalStateException("There is no branch " + branch + ".");
    }
}
