package org.packetwalk.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;

class SessionModelTest {
    private final SampleWalks source = new SampleWalks();
    private final SessionModel session = new SessionModel(source, Messages.of(Locale.ENGLISH));

    @Test
    void itBeginsAtTheStartScreenAndLeavesItWithALab() {
        assertThat(session.atStartProperty().get()).isTrue();

        session.open("own", TableSetting.SEPARATE);

        assertThat(session.atStartProperty().get()).isFalse();
        assertThat(session.labProperty().get().title()).isEqualTo("Your own address");
        assertThat(session.tablesProperty().get()).isEqualTo(TableSetting.SEPARATE);
        assertThat(session.momentProperty().get().stack().hosts())
                .as("the host at rest")
                .hasSize(1);
        assertThat(session.steps()).isEmpty();
    }

    @Test
    void aTraceShowsItsFirstStep() {
        session.open("own", TableSetting.SHARED);

        session.trace("web-1", "ping -c1 10.141.155.131");

        assertThat(session.steps()).hasSize(28);
        assertThat(session.position()).isZero();
    }

    @Test
    void aRefusedCommandLeavesTheWalkAsItIs() {
        session.open("own", TableSetting.SHARED);
        session.trace("web-1", "ping -c1 10.141.155.131");
        session.seek(8);

        session.trace("web-1", "ping -c1 10.42.0.300");

        assertThat(session.refusalProperty().get().text())
                .isEqualTo("10.42.0.300 is not an address: 300 is above 255.");
        assertThat(session.position()).isEqualTo(8);
        assertThat(session.steps()).hasSize(28);
    }

    @Test
    void aRefusalIsForgottenWhenTheCommandIsCorrected() {
        CommandModel command = new CommandModel(session);
        session.open("own", TableSetting.SHARED);
        command.textProperty().set("ping -c1 10.42.0.300");
        command.trace();
        assertThat(session.refusalProperty().get().isPresent()).isTrue();

        command.textProperty().set("ping -c1 10.42.0.30");

        assertThat(session.refusalProperty().get().isPresent()).isFalse();
    }

    @Test
    void aSeekBeyondTheEndsGoesToThem() {
        session.open("own", TableSetting.SHARED);
        session.trace("web-1", "ping -c1 10.141.155.131");

        session.seek(99);
        assertThat(session.position()).isEqualTo(27);
        session.seek(-5);

        assertThat(session.position()).isZero();
    }

    @Test
    void theMomentIsThereBeforeThePositionIsTold() {
        session.open("own", TableSetting.SHARED);
        session.trace("web-1", "ping -c1 10.141.155.131");
        List<Boolean> decided = new ArrayList<>();
        session.positionProperty()
                .addListener((property, before, now) ->
                        decided.add(session.momentProperty().get().why().decides()));

        session.seek(3);

        assertThat(decided).containsExactly(true);
    }

    @Test
    void anotherLanguageGoesOnAtTheSameStepWithoutRunningAnythingAgain() {
        session.open("own", TableSetting.SEPARATE);
        session.trace("web-1", "ping -c1 10.141.155.131");
        session.seek(3);

        SessionModel chinese = new SessionModel(source, Messages.of(Locale.CHINESE));
        chinese.resume(TableSetting.SEPARATE, Grain.FUNCTION, session.position(), false);

        assertThat(chinese.position()).isEqualTo(3);
        assertThat(chinese.atStartProperty().get()).isFalse();
        assertThat(source.calls()).hasSize(2);
    }
}
