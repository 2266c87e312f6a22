package org.packetwalk.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.packetwalk.desktop.model.LabBuilder.Mode;
import org.packetwalk.desktop.model.LabBuilder.Selection;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;

class LabBuilderTest {
    private final SessionModel session =
            new SessionModel(new SessionWalks(LabCatalog.all()), Messages.of(Locale.ENGLISH));
    private final LabBuilder builder = new LabBuilder(session);

    @BeforeEach
    void open() {
        session.open("other-namespace", TableSetting.SHARED);
    }

    private String script() {
        return session.document().scriptProperty().get().source();
    }

    private void select(String host, String device) {
        builder.selectedProperty().set(new Selection(host, device));
    }

    private long hosts() {
        return session.momentProperty().get().topology().hosts().size();
    }

    @Test
    void aGestureComposesTheCommandAndTheCommandDoesIt() {
        long before = hosts();

        builder.addHost();
        assertThat(builder.textProperty().get()).isEqualTo("ip netns add h1 && ip -n h1 link set lo up");
        assertThat(hosts()).isEqualTo(before);
        builder.run();

        assertThat(hosts()).isEqualTo(before + 1);
        assertThat(script()).contains("\nip netns add h1 && ip -n h1 link set lo up\n");
        assertThat(session.consoleProperty().get())
                .last()
                .matches(entry -> entry.host().isEmpty());
    }

    @Test
    void aNetworkIsBuiltFromNothing() {
        builder.addHost();
        builder.run();
        builder.connectFrom("left");
        builder.connectTo("h1");
        builder.run();
        select("left", "eth0");
        builder.addAddress();
        builder.run();
        select("h1", "");
        builder.addAddress();
        assertThat(builder.textProperty().get()).isEqualTo("ip -n h1 addr add 10.0.1.2/24 dev eth0");
        builder.run();

        session.run("h1", "ping -c1 10.0.1.1");
        session.seek(session.steps().size());

        assertThat(session.consoleProperty().get().get(4).output()).contains("1 received");
    }

    @Test
    void aDeviceBecomesThePortOfABridge() {
        select("left", "veth0");
        builder.addBridge();
        builder.run();

        assertThat(builder.refusalProperty().get()).isEqualTo(Refusal.NONE);
        assertThat(session.names().devices("left")).contains("br0");
        session.run("left", "bridge link");
        assertThat(session.consoleProperty().get().get(1).output())
                .contains("veth0@")
                .contains("master br0");
    }

    @Test
    void deletingAndUndoing() {
        String before = script();
        select("right", "");
        builder.delete();
        builder.run();
        assertThat(session.labProperty().get().hosts()).doesNotContain("right");
        assertThat(builder.selectedProperty().get()).isEqualTo(Selection.NONE);

        session.document().undo();

        assertThat(session.labProperty().get().hosts()).contains("right");
        assertThat(script()).isEqualTo(before);
    }

    @Test
    void aDeviceIsRenamedByCommandsAndAHostInTheLines() {
        select("left", "veth0");
        builder.rename();
        builder.textProperty().set("lan0");
        assertThat(builder.renaming()).endsWith("ip -n left link set veth0 name lan0 && ip -n left link set lan0 up");
        builder.run();
        assertThat(session.names().devices("left")).contains("lan0");

        select("left", "");
        builder.rename();
        builder.textProperty().set("web");
        builder.run();

        assertThat(session.labProperty().get().hosts()).contains("web").doesNotContain("left");
        assertThat(session.names().devices("web")).contains("lan0");
        assertThat(script()).contains("ip netns add web").doesNotContain("-n left ");
    }

    @Test
    void aNameThatIsTakenOrWrongIsRefused() {
        select("left", "");
        builder.rename();
        builder.textProperty().set("right");
        builder.run();
        assertThat(builder.refusalProperty().get().text()).contains("right");
        assertThat(builder.modeProperty().get()).isEqualTo(Mode.NAME);

        builder.textProperty().set("two words");
        builder.run();

        assertThat(builder.refusalProperty().get().text()).contains("two words");
    }

    @Test
    void whatTheKernelRefusesIsShownAndCanBeCorrected() {
        builder.addHost();
        builder.textProperty().set("ip netns add left");
        builder.run();

        assertThat(builder.refusalProperty().get().text()).contains("File exists");
        builder.cancel();
        assertThat(builder.modeProperty().get()).isEqualTo(Mode.NONE);
    }

    @Test
    void movingIsACommentOfTheLabAndUndone() {
        builder.move("left", 120.4, 80);
        assertThat(script()).contains("# layout: left 120 80");
        assertThat(session.momentProperty().get().topology().positions())
                .anyMatch(place -> place.host().equals("left") && place.x() == 120);

        session.document().undo();

        assertThat(script()).doesNotContain("# layout: left");
    }
}
