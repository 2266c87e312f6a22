package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.export.recording.ComparisonResult;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.session.Executor;
import org.packetwalk.session.Session;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.World;
import org.packetwalk.trace.TraceEvent;

/** The bundled labs: time can be walked both ways, and they did the same on a real kernel. */
class BothWaysTest {

    static List<Lab> labs() {
        return LabCatalog.all();
    }

    @ParameterizedTest
    @MethodSource("labs")
    void forwardBackAndForwardShowTheSameWorlds(Lab lab) {
        for (LineRun probe : walks(lab)) {
            Session session = session(probe.before());
            session.execute(Shell.NO_HOST, probe.line().text());
            List<World> forward = worlds(session, true);
            List<World> back = worlds(session, false);

            assertThat(back).isEqualTo(forward);
            assertThat(worlds(session, true)).isEqualTo(forward);
            assertThat(forward.get(0)).isEqualTo(probe.before());
        }
    }

    /** State holds all there is: nothing of the first time is left over anywhere else. */
    @ParameterizedTest
    @MethodSource("labs")
    void aCommandGivenAgainInThePastDoesTheSame(Lab lab) {
        for (LineRun probe : walks(lab)) {
            Session session = session(probe.before());
            session.execute(Shell.NO_HOST, probe.line().text());
            List<TraceEvent> first = events(session);
            session.seek(0);
            session.execute(Shell.NO_HOST, probe.line().text());

            assertThat(events(session)).isEqualTo(first);
        }
    }

    static List<Lab> recordedLabs() {
        return labs().stream().filter(Lab::recorded).toList();
    }

    @Test
    void onlyOlderKernelsAndWhatTheRecordingKernelLacksIsNotRecorded() {
        assertThat(labs().stream().filter(lab -> !lab.recorded()).map(Lab::name))
                .containsExactlyInAnyOrder("before-kernel-4.1", "listings-of-older-articles", "lvs-direct-routing");
    }

    @ParameterizedTest
    @MethodSource("recordedLabs")
    void theKernelDidTheSame(Lab lab) throws Exception {
        LabRun run = LabRunner.run(lab);

        ComparisonResult result = KernelLab.scoreBundled(lab.name(), run);

        assertThat(result.conforms()).as(String.join("\n", result.notes())).isTrue();
    }

    /** The probes in which something can be walked. */
    private static List<LineRun> walks(Lab lab) {
        List<LineRun> walks = LabRunner.run(lab).probes().stream()
                .filter(probe -> !probe.snapshots().isEmpty())
                .toList();
        assertThat(walks).isNotEmpty();
        return walks;
    }

    private static Session session(World world) {
        Session session = new Session((now, host, line, sink) -> {
            LineRun run = LabRunner.probe(now, host, line);
            run.snapshots().forEach(sink::accept);
            return new Executor.Execution(
                    run.after(),
                    run.result().exit(),
                    run.result().stdout(),
                    run.result().stderr());
        });
        session.open("lab", world);
        return session;
    }

    private static List<TraceEvent> events(Session session) {
        List<TraceEvent> events = new ArrayList<>();
        for (int i = 1; i <= session.state().timeline().size(); i++) {
            session.seek(i);
            events.add(session.state().current().orElseThrow().event());
        }
        return events;
    }

    /** The worlds at every place of the time line, in its order, gone through from either end. */
    private static List<World> worlds(Session session, boolean forward) {
        int size = session.state().timeline().size();
        List<World> worlds = new ArrayList<>();
        for (int i = 0; i <= size; i++) {
            session.seek(forward ? i : size - i);
            worlds.add(forward ? worlds.size() : 0, session.state().world());
        }
        return worlds;
    }
}
