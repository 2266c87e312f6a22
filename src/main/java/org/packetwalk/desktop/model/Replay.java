package org.packetwalk.desktop.model;

import java.util.List;
import java.util.TreeMap;

import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabLine;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.sim.Simulation;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;

/**
 * A saved trace made again: its lab is run up to the command, and the command on its host.
 *
 * @param script what led to the world before the command, an empty lab if that cannot be made again
 * @param before that world
 * @param recording what the command did, empty if it was not run
 * @param same whether that is what the file says
 */
record Replay(Lab script, World before, List<Snapshot> recording, boolean same) {

    /** More lines or events than any lab has; a script with more is not run, so that no file keeps the window busy. */
    private static final int MOST_LINES = 2_000;

    private static final int MOST_EVENTS = 200_000;

    private static final Replay IMPOSSIBLE =
            new Replay(new Lab("", "", new TreeMap<>(), List.of(), List.of()), World.EMPTY, List.of(), false);

    /** Runs what the file says. */
    static Replay of(SavedTrace saved) {
        try {
            Lab lab = LabFile.read("saved.sh", saved.labText());
            return lab.lines().size() > MOST_LINES ? IMPOSSIBLE : of(saved, lab);
        } catch (LabFormatException none) {
            return IMPOSSIBLE;
        }
    }

    private static Replay of(SavedTrace saved, Lab lab) {
        LabRun run = LabRunner.run(lab, Simulation.DEFAULT_BUDGET, MOST_EVENTS);
        if (run.lines().size() < lab.lines().size()) {
            return IMPOSSIBLE;
        }
        LabLine last = lab.lines().get(lab.lines().size() - 1);
        World before = run.lines().get(run.lines().size() - 1).before();
        HostId host = new HostId(saved.trace().host());
        if (!last.probe() || before.machine().find(host).isEmpty()) {
            return new Replay(lab.before(last), before, List.of(), false);
        }
        LineRun again = LabRunner.probe(before, host, saved.trace().command());
        boolean same = again.events().equals(saved.trace().events());
        return new Replay(
                lab.before(last),
                before,
                again.snapshots(),
                same && !again.events().isEmpty());
    }
}
