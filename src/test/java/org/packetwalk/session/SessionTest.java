package org.packetwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.trace.CallChain;
import org.packetwalk.trace.ControlEvent;
import org.packetwalk.trace.EventHead;
import org.packetwalk.trace.ExecutionContext;

class SessionTest {

    private static final HostId HOST = new HostId("a");

    /** Writes one file per line and makes three events for each. */
    private static Executor.Execution write(World world, HostId host, String line, SnapshotSink sink) {
        World now = world;
        for (int i = 1; i <= 3; i++) {
            now = now.withFile("/" + line + i, "");
            sink.accept(new Snapshot(
                    now,
                    new ControlEvent.Configured(
                            new EventHead(
                                    now.machine().now(), host, ExecutionContext.PROCESS, CallChain.EMPTY, SkBuff.NONE),
                            line)));
        }
        return new Executor.Execution(now.withFile("/" + line + "-done", ""), 0, "", "");
    }

    private static Session opened() {
        Session session = new Session(SessionTest::write);
        session.open("lab", World.EMPTY.with(Machine.EMPTY.with(NetNamespace.create(HOST))));
        return session;
    }

    @Test
    void afterACommandOneStandsBeforeItsFirstEvent() {
        Session session = opened();

        CommandRun run = session.execute(HOST, "one");

        assertThat(session.state().cursor()).isZero();
        assertThat(run.size()).isEqualTo(3);
        assertThat(session.state().world().files()).isEmpty();
    }

    @Test
    void steppingBackRestoresTheState() {
        Session session = opened();
        session.execute(HOST, "one");
        session.seek(2);
        World there = session.state().world();

        session.seek(3);
        assertThat(session.state().world().files()).containsKey("/one-done");
        session.seek(2);

        assertThat(session.state().world()).isSameAs(there);
        assertThat(there.files()).containsOnlyKeys("/one1", "/one2");
    }

    @Test
    void aCommandInThePastBeginsABranchAndKeepsTheOldFuture() {
        Session session = opened();
        session.execute(HOST, "one");
        session.seek(2);

        session.execute(HOST, "other");
        session.seek(99);

        assertThat(session.state().timeline()).hasSize(5);
        assertThat(session.state().world().files()).doesNotContainKey("/one3").containsKey("/other-done");
        assertThat(session.state().branches()).singleElement().satisfies(branch -> {
            assertThat(branch.timeline()).hasSize(3);
            assertThat(branch.commands()).extracting(CommandRun::line).containsExactly("one");
        });
    }

    @Test
    void theCommandThatWasLeftInTheMiddleIsCutThere() {
        Session session = opened();
        session.execute(HOST, "one");
        session.seek(2);

        session.execute(HOST, "other");

        assertThat(session.state().commands()).extracting(CommandRun::line).containsExactly("one", "other");
        assertThat(session.state().commands()).extracting(CommandRun::end).containsExactly(2, 5);
    }

    @Test
    void branchesAreNamedAndOneCanGoBackToThem() {
        Session session = opened();
        session.execute(HOST, "one");
        session.seek(2);
        session.execute(HOST, "other");
        session.seek(99);
        assertThat(session.state().branch()).isEqualTo("branch 1");

        session.switchTo(Branch.FIRST);

        assertThat(session.state().branch()).isEqualTo(Branch.FIRST);
        assertThat(session.state().cursor()).isEqualTo(2);
        session.seek(99);
        assertThat(session.state().world().files()).containsKey("/one-done");
        assertThat(session.state().branches()).extracting(Branch::name).containsExactly("branch 1");
        session.switchTo("branch 1");
        assertThat(session.state().world().files()).containsKey("/other-done");
    }

    @Test
    void aBranchIsRenamedUnlessTheNameIsTaken() {
        Session session = opened();
        session.execute(HOST, "one");
        session.seek(1);
        session.execute(HOST, "other");

        assertThat(session.rename("branch 1", "with a route")).isTrue();
        assertThat(session.rename("with a route", Branch.FIRST)).isFalse();
        assertThat(session.rename("with a route", " ")).isFalse();
        assertThat(session.rename(Branch.FIRST, "before")).isTrue();

        assertThat(session.state().branch()).isEqualTo("with a route");
        assertThat(session.state().branches()).extracting(Branch::name).containsExactly("before");
        session.drop("before");
        assertThat(session.state().branches()).isEmpty();
    }

    @Test
    void branchesShareTheirBeginning() {
        Session session = opened();
        session.execute(HOST, "one");
        session.seek(2);
        session.execute(HOST, "other");

        assertThat(Branch.sharedEvents(
                        session.state().timeline(),
                        session.state().branches().get(0).timeline()))
                .isEqualTo(2);
    }

    @Test
    void listenersHearOfEveryChangeOnce() {
        Session session = opened();
        List<Integer> cursors = new ArrayList<>();
        session.onChange(state -> cursors.add(state.cursor()));

        session.execute(HOST, "one");
        session.seek(1);
        session.seek(1);
        session.seek(-5);

        assertThat(cursors).containsExactly(0, 1, 0);
    }
}
