package org.packetwalk.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.packetwalk.importing.ImportNote.Kind;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

/**
 * Makes a lab command by command, each tried in a world as it is written. A collected text may come from anybody and a lab
 * may be run as root: a command with a character that means something to a shell outside of quotes is refused.
 */
final class LabBuilder {

    private static final Pattern HARMLESS = Pattern.compile("(?:[\\w./:@%+=,!^\\[\\] -]|'[^']*'|\\\\')+(?: &)?");

    private final Shell shell = new Shell();
    private final List<String> script = new ArrayList<>();
    private final List<ImportNote> notes = new ArrayList<>();
    private World world = World.EMPTY;
    private int understood;

    /** Tries a command made of a collected line; if it is refused the line is noted instead. */
    boolean run(CollectedLine source, String command) {
        if (!HARMLESS.matcher(command).matches()) {
            note(source, Kind.NOT_UNDERSTOOD, "");
            return false;
        }
        Shell.Outcome outcome = shell.execute(world, Shell.NO_HOST, command, SnapshotSink.NONE);
        if (outcome.understood()
                && outcome.result().ok()
                && outcome.result().stderr().isEmpty()) {
            world = outcome.world();
            script.add(command);
            return true;
        }
        note(
                source,
                Kind.REFUSED,
                command + ": " + outcome.result().stderr().lines().findFirst().orElse(""));
        return false;
    }

    /** What a command prints; it is not part of the lab. */
    List<String> ask(String command) {
        if (!HARMLESS.matcher(command).matches()) {
            return List.of();
        }
        Shell.Outcome outcome = shell.execute(world, Shell.NO_HOST, command, SnapshotSink.NONE);
        return outcome.result().stdout().lines().toList();
    }

    /** Writes a comment. */
    void heading(String text) {
        script.add("");
        script.add("# " + text);
    }

    void note(CollectedLine source, Kind kind, String detail) {
        notes.add(new ImportNote(source.number(), source.text().strip(), kind, detail));
    }

    /** Counts a line that is in the lab as it stood. */
    void understood() {
        understood++;
    }

    int countUnderstood() {
        return understood;
    }

    List<String> script() {
        return script;
    }

    List<ImportNote> notes() {
        return notes;
    }
}
