package org.packetwalk.desktop.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javafx.application.Platform;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.Busy;
import org.packetwalk.desktop.model.Pending;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.narrate.Messages;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;
import org.packetwalk.trace.CallChain;
import org.packetwalk.trace.ControlEvent;
import org.packetwalk.trace.EventHead;
import org.packetwalk.trace.ExecutionContext;

@ExtendWith(ApplicationExtension.class)
class WorkerTest {
    private static final Snapshot EVENT = new Snapshot(
            World.EMPTY,
            new ControlEvent.Configured(
                    new EventHead(
                            SimTime.ZERO, new HostId("a"), ExecutionContext.PROCESS, CallChain.EMPTY, SkBuff.NONE),
                    "x"));

    private final List<Busy> shown = Collections.synchronizedList(new ArrayList<>());
    private final List<String> came = Collections.synchronizedList(new ArrayList<>());
    private Worker worker;

    @BeforeEach
    void make() {
        worker = WaitForAsyncUtils.waitForAsyncFx(120_000, () -> new Worker(shown::add));
    }

    @Test
    void thingsHappenInTheOrderInWhichTheyWereAskedFor() throws TimeoutException {
        Platform.runLater(() -> {
            worker.run("slow", () -> computing(300, "slow"), came::add);
            worker.inTurn(() -> came.add("short"));
            worker.run("next", () -> computing(1, "next"), came::add);
        });

        await(() -> came.size() == 3);
        assertThat(came).containsExactly("slow", "short", "next");
        assertThat(shown).allMatch(busy -> busy == Busy.NOT);
    }

    @Test
    void aStormIsShownAndStopped() throws TimeoutException {
        Platform.runLater(() -> {
            worker.run("storm", () -> WorkerTest::storm, came::add);
            worker.inTurn(() -> came.add("after"));
        });

        await(() -> shown.stream().anyMatch(busy -> busy.events() > 0));
        Busy busy = shown.get(shown.size() - 1);
        assertThat(busy.title()).isEqualTo("storm");
        Platform.runLater(busy.stop());

        await(() -> came.contains("after"));
        assertThat(came).containsExactly("after");
        assertThat(shown.get(shown.size() - 1)).isSameAs(Busy.NOT);
    }

    @Test
    void whatDoesNotListenIsLeftBehind() throws TimeoutException {
        Platform.runLater(() -> {
            worker.run("deaf", () -> computing(5000, "deaf"), came::add);
            worker.inTurn(() -> came.add("after"));
        });

        await(() -> shown.stream().anyMatch(busy -> busy != Busy.NOT));
        Platform.runLater(shown.get(shown.size() - 1).stop());

        await(() -> came.contains("after"));
        assertThat(came).containsExactly("after");
    }

    @Test
    void whatNobodyWaitsForGivesWay() throws TimeoutException {
        Platform.runLater(() -> {
            worker.aside("search", () -> WorkerTest::storm, came::add);
            worker.aside("another search", () -> WorkerTest::storm, came::add);
            worker.run("command", () -> computing(1, "command"), came::add);
            worker.aside("last search", () -> computing(1, "found"), came::add);
        });

        await(() -> came.size() == 2);
        assertThat(came).containsExactly("command", "found");
    }

    @Test
    void theOpeningOfALabIsStopped() throws TimeoutException, LabFormatException {
        StringBuilder lab = new StringBuilder("# title: t\n# teaches: t\nip netns add a\nip -n a link set lo up\n");
        lab.append("ip netns exec a ping -q -c 2000 -i 0.01 127.0.0.1 > /dev/null\n".repeat(1000));
        Lab read = LabFile.read("long.sh", lab.toString().getBytes(UTF_8));
        SessionModel session = WaitForAsyncUtils.waitForAsyncFx(
                120_000, () -> new SessionModel(new SessionWalks(List.of(read)), Messages.of(Locale.ENGLISH), worker));
        Platform.runLater(() -> session.open("long", TableSetting.SHARED));
        await(() -> shown.stream().anyMatch(busy -> busy.events() > 0));

        Platform.runLater(shown.get(shown.size() - 1).stop());
        await(worker::idle);

        assertThat(session.labProperty().get().id()).isEmpty();
    }

    @Test
    void theSessionIsSetUpAndTracedAsideOfTheWindow() throws TimeoutException {
        SessionModel session = WaitForAsyncUtils.waitForAsyncFx(
                120_000,
                () -> new SessionModel(new SessionWalks(LabCatalog.all()), Messages.of(Locale.ENGLISH), worker));

        Platform.runLater(() -> {
            session.open("own-address", TableSetting.SHARED);
            session.run("web-1", "ip addr add 10.0.0.1/24 dev eth0", ran -> came.add("edited"));
            session.trace("web-1", "ping -c1 10.0.0.1");
            session.document().undo();
        });

        await(() -> worker.idle() && came.size() == 1);
        assertThat(session.steps()).isEmpty();
        assertThat(session.document().canRedo().get()).isTrue();
        Platform.runLater(session.document()::redo);
        await(() -> !session.steps().isEmpty());
    }

    private static Pending<String> computing(long millis, String answer) {
        return watch -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException left) {
                Thread.currentThread().interrupt();
            }
            return () -> answer;
        };
    }

    private static java.util.function.Supplier<String> storm(SnapshotSink watch) {
        while (true) {
            watch.accept(EVENT);
        }
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(120, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(120_000, condition));
    }
}
