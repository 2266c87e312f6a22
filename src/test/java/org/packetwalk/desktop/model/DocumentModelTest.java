package org.packetwalk.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;

class DocumentModelTest {
    private static final String WEB = "web-1";

    private final SessionModel session =
            new SessionModel(new SessionWalks(LabCatalog.all()), Messages.of(Locale.ENGLISH));
    private final DocumentModel document = session.document();

    @BeforeEach
    void open() {
        session.open("own-address", TableSetting.SHARED);
    }

    private Ran run(String host, String command) {
        List<Ran> came = new ArrayList<>();
        session.run(host, command, came::add);
        return came.get(0);
    }

    private Refusal rewrite(String text) {
        List<Refusal> came = new ArrayList<>();
        document.rewrite(text, came::add);
        return came.get(0);
    }

    private String script() {
        return document.scriptProperty().get().source();
    }

    @Test
    void aCommandThatChangesAHostIsALineOfTheLabAndCanBeUndone() {
        String before = script();

        run(WEB, "ip addr add 10.0.0.1/24 dev eth0");

        assertThat(script()).contains("\nip -n web-1 addr add 10.0.0.1/24 dev eth0\n\n# probe:");
        assertThat(document.undoProperty().get()).isEqualTo("ip -n web-1 addr add 10.0.0.1/24 dev eth0");
        assertThat(session.names().addresses()).contains("10.0.0.1");
        document.undo();
        assertThat(script()).isEqualTo(before);
        assertThat(session.names().addresses()).doesNotContain("10.0.0.1");
        assertThat(document.canUndo().get()).isFalse();
        document.redo();
        assertThat(session.names().addresses()).contains("10.0.0.1");
    }

    @Test
    void askingAndPingingAreNoEdits() {
        String before = script();

        run(WEB, "ip route get 8.8.8.8");
        run(WEB, "ping -c1 10.141.155.131");
        run(WEB, "ip addr add nonsense dev eth0");

        assertThat(script()).isEqualTo(before);
        assertThat(document.canUndo().get()).isFalse();
    }

    @Test
    void aMovedHostIsALineAndStandsThere() {
        run(WEB, "ping -c1 10.141.155.131");

        document.move(WEB, 321, 123);

        assertThat(script()).contains("# layout: web-1 321 123\n");
        assertThat(session.steps()).isNotEmpty();
        document.undo();
        assertThat(script()).doesNotContain("layout");
    }

    @Test
    void anEditInThePastGoesOnInAnotherWayAndTheOldOneIsKept() {
        run(WEB, "ping -c2 -W1 10.141.128.1");
        int steps = session.steps().size();
        session.seek(2);

        Ran ran = run(WEB, "ip route add blackhole 10.141.128.1");

        assertThat(ran.branched()).isTrue();
        assertThat(session.position()).isEqualTo(2);
        assertThat(session.steps()).hasSizeLessThan(steps);
        assertThat(document.branches())
                .extracting(BranchView::name, BranchView::current)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("main", false),
                        org.assertj.core.groups.Tuple.tuple("branch 1", true));
        document.rename("branch 1", "blackhole");
        document.switchTo("main");
        assertThat(session.steps()).hasSize(steps);
        assertThat(session.position()).isEqualTo(2);
        assertThat(script()).doesNotContain("blackhole");
        document.switchTo("blackhole");
        assertThat(script()).contains("blackhole 10.141.128.1");
        document.undo();
        assertThat(document.branches()).hasSize(1);
        assertThat(session.steps()).hasSize(steps);
    }

    @Test
    void inThePastAPingGoesOnFromThePresent() {
        run(WEB, "ping -c1 10.141.155.131");
        session.seek(1);

        Ran ran = run(WEB, "ping -c1 127.0.0.1");

        assertThat(ran.branched()).isFalse();
        assertThat(session.position()).isZero();
        assertThat(document.branches()).hasSize(1);
    }

    @Test
    void theTextCanBeWrittenAnewAndIsSetUp() {
        String before = script();

        Refusal refusal = rewrite("ip netns add solo\nip -n solo link set lo up\n");

        assertThat(refusal.isPresent()).isFalse();
        assertThat(session.labProperty().get().hosts()).containsExactly("solo");
        document.undo();
        assertThat(script()).isEqualTo(before);
        assertThat(session.labProperty().get().hosts()).contains(WEB);
    }

    @Test
    void aTextThatIsNoLabChangesNothing() {
        String before = script();

        assertThat(rewrite("ip netns add x\nfrobnicate now\n").text()).contains("Line 2", "frobnicate now");
        assertThat(rewrite("ip netns add \\\n").text()).isNotEmpty();

        assertThat(script()).isEqualTo(before);
        assertThat(document.canUndo().get()).isFalse();
    }

    @Test
    void fiveHundredRandomEditsUndoneGiveTheSameText() {
        Random random = new Random(4711);
        List<String> texts = new ArrayList<>();
        List<List<String>> addresses = new ArrayList<>();
        int edits = 0;
        while (edits < 500) {
            texts.add(script());
            addresses.add(session.names().addresses());
            edit(random);
            if (script().equals(texts.get(texts.size() - 1))) {
                texts.remove(texts.size() - 1);
                addresses.remove(addresses.size() - 1);
            } else {
                edits++;
            }
        }
        String last = script();

        for (int i = texts.size() - 1; i >= 0; i--) {
            document.undo();
            assertThat(script()).isEqualTo(texts.get(i));
            assertThat(session.names().addresses()).isEqualTo(addresses.get(i));
        }
        assertThat(document.canUndo().get()).isFalse();

        while (document.canRedo().get()) {
            document.redo();
        }
        assertThat(script()).isEqualTo(last);
    }

    private void edit(Random random) {
        int n = random.nextInt(200);
        switch (random.nextInt(8)) {
            case 0 -> run(WEB, "ip addr add 10.7." + n + ".1/24 dev eth0");
            case 1 -> run(WEB, "ip addr del 10.7." + n + ".1/24 dev eth0");
            case 2 -> run(WEB, "ip route add 10.8." + n + ".0/24 dev lo");
            case 3 -> run("", "ip netns add h" + n);
            case 4 -> run("", "ip netns del h" + n);
            case 5 -> document.move("h" + n, random.nextInt(900), random.nextInt(600));
            case 6 -> run(WEB, "sysctl -w net.ipv4.ip_default_ttl=" + (1 + n));
            default -> {
                run(WEB, "ping -c1 127.0.0.1");
                session.seek(random.nextInt(5));
            }
        }
    }
}
