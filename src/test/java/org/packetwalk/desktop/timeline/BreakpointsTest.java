package org.packetwalk.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.packetwalk.desktop.model.Breakpoints;
import org.packetwalk.desktop.model.Compared;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Station;
import org.packetwalk.diagram.Subject;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;

class BreakpointsTest {
    private final SessionModel session =
            new SessionModel(new SessionWalks(LabCatalog.all()), Messages.of(Locale.ENGLISH));
    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private final TimelineModel time = new TimelineModel(session, window, new Compared());
    private final Breakpoints breakpoints = window.breakpoints();

    @BeforeEach
    void trace() {
        session.open("own-address", TableSetting.SHARED);
        session.run("web-1", "ping -c1 10.141.155.131");
    }

    @Test
    void playingStopsAtAStation() {
        breakpoints.toggle(Breakpoints.expression(Subject.station("web-1", Station.ROUTE_IN))
                .orElseThrow());
        time.togglePlay();

        while (time.playingProperty().get()) {
            time.rested();
        }

        assertThat(session.steps().get(session.position()).facts().stations()).contains("route-input");
        assertThat(session.position()).isLessThan(session.steps().size() - 1);
    }

    @Test
    void oneRunsFromBreakpointToBreakpointAndThenToTheEnd() {
        assertThat(breakpoints.add("station == neighbor").isPresent()).isFalse();

        time.runToNext();
        int first = session.position();
        time.runToNext();

        assertThat(first).isPositive();
        assertThat(breakpoints.stopsAt(session.steps().get(first))).isTrue();
        assertThat(session.position()).isGreaterThan(first);
        breakpoints.clear();
        time.runToNext();
        assertThat(session.position()).isEqualTo(session.steps().size() - 1);
    }

    @Test
    void theStationOfTheCurrentStepIsMarkedAndUnmarked() {
        session.seek(3);

        time.toggleBreakpoint();
        assertThat(breakpoints.stopsAt(session.steps().get(3))).isTrue();
        time.toggleBreakpoint();

        assertThat(breakpoints.all()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodIsNotSet() {
        assertThat(breakpoints.add("colour == red").isPresent()).isTrue();

        assertThat(breakpoints.all()).isEmpty();
    }
}
