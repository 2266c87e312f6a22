package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.session.CommandRun;
import org.packetwalk.session.Computed;
import org.packetwalk.session.Session;
import org.packetwalk.session.SessionState;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;

/**
 * What a command does, and the walk that comes of it.
 *
 * @param before how things stood
 * @param computed what it does
 * @param changed whether the configuration of a host has changed
 * @param walk what is in view then
 * @param begin the place of its first event in the timeline
 */
record CommandCourse(Standing before, Computed computed, boolean changed, Walk walk, int begin) {

    /** In the past only what changes the configuration begins a branch: packets alone go on from the present. */
    static CommandCourse of(Session session, Standing before, HostId host, String command, SnapshotSink watch) {
        SessionState here = before.state();
        Computed computed = session.compute(here, host, command, watch);
        boolean changed = changes(computed);
        int end = here.timeline().size();
        if (here.cursor() < end && !changed) {
            computed = session.compute(here.at(end), host, command, watch);
            changed = changes(computed);
        }
        SessionState from = computed.from();
        int begin = from.cursor() < end ? before.seen().begin() : from.cursor();
        List<Snapshot> recording = new ArrayList<>(from.timeline().subList(begin, from.cursor()));
        recording.addAll(computed.happened());
        Walk seen = before.seen().walk();
        if (!recording.isEmpty()) {
            seen = Walk.of(
                    WalkedCommand.saved(before, computed, recording),
                    List.copyOf(recording),
                    SessionEdits.places(from.script()),
                    seen.grain());
        } else if (changed) {
            seen = Walk.NONE.at(seen.grain());
        } else {
            begin = before.seen().begin();
        }
        return new CommandCourse(before, computed, changed, seen, begin);
    }

    private static boolean changes(Computed computed) {
        return Ran.differ(computed.from().world(), computed.execution().after());
    }

    /** Where one stands then: a command that neither walks nor changes anything leaves that as it is. */
    int standing(CommandRun run) {
        if (branched()) {
            return run.first();
        }
        boolean seen = run.size() > 0 || changed;
        return seen ? run.end() : before.state().cursor();
    }

    /** Whether it happens in the past, where it begins a branch. */
    boolean branched() {
        return computed.from().cursor() < computed.from().timeline().size();
    }
}
