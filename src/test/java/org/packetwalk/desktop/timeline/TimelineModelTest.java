package org.packetwalk.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.packetwalk.desktop.model.Compared;
import org.packetwalk.desktop.model.SampleWalks;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;

class TimelineModelTest {
    private final SessionModel session = new SessionModel(new SampleWalks(), Messages.of(Locale.ENGLISH));
    private final TimelineModel time =
            new TimelineModel(session, new WindowModel(Theme.LIGHT, Locale.ENGLISH), new Compared());

    @BeforeEach
    void open() {
        session.open("own", TableSetting.SHARED);
    }

    @Test
    void withoutAWalkNothingMoves() {
        time.step();
        time.stepBack();
        time.stepOver();
        time.stepOverBack();
        time.togglePlay();

        assertThat(session.position()).isEqualTo(-1);
        assertThat(time.playingProperty().get()).isFalse();
        assertThat(time.canGoOn().get()).isFalse();
        assertThat(time.stepText().get()).isEmpty();
    }

    @Test
    void stepsGoOnAndBackAndStopAtTheEnds() {
        trace();
        time.stepBack();
        assertThat(time.stepText().get()).isEqualTo("Step 1 of 28");

        time.toEnd();
        time.step();

        assertThat(time.stepText().get()).isEqualTo("Step 28 of 28");
        assertThat(time.canGoOn().get()).isFalse();
        time.stepBack();
        assertThat(time.stepText().get()).isEqualTo("Step 27 of 28");
    }

    @Test
    void steppingOverGoesToTheNextLayer() {
        trace();
        session.seek(2);

        time.stepOver();

        assertThat(time.stepText().get())
                .as("the first hook after three steps of L3")
                .isEqualTo("Step 6 of 28");
    }

    @Test
    void steppingBackOverGoesToTheBeginningOfTheLayer() {
        trace();
        session.seek(4);
        time.stepOverBack();
        assertThat(session.position()).isEqualTo(2);

        time.stepOverBack();

        assertThat(session.position()).isEqualTo(1);
    }

    @Test
    void anotherGrainStaysAtTheEventOneStandsAt() {
        trace();
        session.seek(3);

        time.choose(Grain.LAYER);
        assertThat(session.steps().get(session.position()).title()).isEqualTo("Device chosen: lo");
        time.step();
        assertThat(session.steps().get(session.position()).title()).isEqualTo("POSTROUTING accepts");
        time.choose(Grain.FUNCTION);

        assertThat(time.stepText().get()).isEqualTo("Step 7 of 28");
    }

    @Test
    void theNextGrainAfterTheFinestIsTheCoarsest() {
        time.nextGrain();
        assertThat(time.grainProperty().get()).isEqualTo(Grain.ROW);

        time.nextGrain();

        assertThat(time.grainProperty().get()).isEqualTo(Grain.PACKET);
    }

    @Test
    void playingStopsAtTheEndAndBeginsAgainFromTheStart() {
        trace();
        session.seek(26);
        time.togglePlay();
        time.rested();
        assertThat(time.playingProperty().get()).isFalse();
        assertThat(session.position()).isEqualTo(27);

        time.togglePlay();

        assertThat(session.position()).isZero();
        assertThat(time.playingProperty().get()).isTrue();
    }

    @Test
    void aDecisionRestsLongerAndSpeedShortensBoth() {
        trace();
        session.seek(3);
        assertThat(time.restMillis()).isEqualTo(1400);
        session.seek(4);
        assertThat(time.restMillis()).isEqualTo(700);

        time.faster();

        assertThat(time.restMillis()).isEqualTo(350);
    }

    @Test
    void speedsEndAtTheSlowestAndTheFastest() {
        for (int i = 0; i < 9; i++) {
            time.slower();
        }
        assertThat(time.speedProperty().get()).isEqualTo(0.25);

        for (int i = 0; i < 9; i++) {
            time.faster();
        }

        assertThat(time.speedProperty().get()).isEqualTo(4);
    }

    @Test
    void leavingForTheStartScreenStopsPlaying() {
        trace();
        time.togglePlay();

        session.goToStart();

        assertThat(time.playingProperty().get()).isFalse();
    }

    private void trace() {
        session.trace("web-1", "ping -c1 10.141.155.131");
    }
}
