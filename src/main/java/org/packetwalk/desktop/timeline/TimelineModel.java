package org.packetwalk.desktop.timeline;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.ObservableList;

import org.packetwalk.desktop.model.Breakpoints;
import org.packetwalk.desktop.model.Compared;
import org.packetwalk.desktop.model.DocumentModel;
import org.packetwalk.desktop.model.Notice;
import org.packetwalk.desktop.model.Runs;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.filter.StepFilter;
import org.packetwalk.narrate.Grain;

/** Moving along the steps of a walk: single steps, layers, ends, and playing them one after the other. */
public final class TimelineModel {
    private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);
    private static final double REST_MILLIS = 700;
    private static final double DECISION_REST_MILLIS = 1400;
    /** Where packets do not travel, every step is looked at for as long. */
    private static final double REDUCED_REST_MILLIS = 1200;

    /** Running there takes about as long, in milliseconds, however far it is: the packet is seen running. */
    private static final double RUN_MILLIS = 1600;

    private static final double RUN_REST_MOST = 160;
    private static final double RUN_REST_LEAST = 30;

    private final SessionModel session;
    private final WindowModel window;
    private final Course course;
    private final DoubleProperty speed;
    private final ReadOnlyBooleanProperty reducedMotion;
    private final BooleanProperty playing;
    private final Breakpoints breakpoints;
    /** The step that is run to, -1 if nothing runs. */
    private int goal = -1;

    private double runRest;

    /** The time bar of a session; {@code compared} is what it moves along while two walks are compared. */
    public TimelineModel(SessionModel session, WindowModel window, Compared compared) {
        this.session = session;
        this.window = window;
        course = new Course(session, window, compared);
        speed = window.speedProperty();
        reducedMotion = window.accommodation().reducedMotionProperty();
        playing = window.playingProperty();
        breakpoints = window.breakpoints();
        session.atStartProperty().subscribe(start -> pause());
        window.runs().by(new Runs.Runner() {
            @Override
            public void until(String expression) {
                runUntil(expression);
            }

            @Override
            public void to(int step) {
                runTo(step);
            }
        });
    }

    /** The steps. */
    public ObservableList<StepView> steps() {
        return course.steps();
    }

    /** The index of the current step, -1 if there is none. */
    public ReadOnlyIntegerProperty positionProperty() {
        return course.positionProperty();
    }

    /** Whether the steps follow each other by themselves. */
    public ReadOnlyBooleanProperty playingProperty() {
        return playing;
    }

    /** How fast they do. */
    public ReadOnlyDoubleProperty speedProperty() {
        return speed;
    }

    /** How finely the walk is cut into steps. */
    public ReadOnlyObjectProperty<Grain> grainProperty() {
        return session.grainProperty();
    }

    /** Cuts the walk more finely or less. */
    public void choose(Grain grain) {
        pause();
        session.cut(grain);
    }

    /** The speeds that can be chosen. */
    public List<Double> speeds() {
        return SPEEDS;
    }

    /** Whether there is a walk to move in. */
    public ObservableBooleanValue anySteps() {
        return Bindings.isNotEmpty(steps());
    }

    /** Whether there is a step before the current one. */
    public ObservableBooleanValue canGoBack() {
        return positionProperty().greaterThan(0);
    }

    /** Whether there is a step after the current one. */
    public ObservableBooleanValue canGoOn() {
        return positionProperty().lessThan(Bindings.size(steps()).subtract(1));
    }

    /** Such as "Step 4 of 28", empty without a walk. */
    public ObservableStringValue stepText() {
        return course.stepText();
    }

    /** The virtual time of the current step, empty without a walk. */
    public ObservableStringValue timeText() {
        return course.timeText();
    }

    /** Goes to a step. */
    public void seek(int index) {
        course.seek(index);
    }

    /** To the first step. */
    public void toStart() {
        pause();
        seek(0);
    }

    /** To the last step. */
    public void toEnd() {
        pause();
        seek(steps().size() - 1);
    }

    /** One step on. */
    public void step() {
        seek(course.position() + 1);
    }

    /** One step back. */
    public void stepBack() {
        pause();
        seek(course.position() - 1);
    }

    /** To the first step of the next layer. */
    public void stepOver() {
        int at = course.position();
        if (at < 0) {
            return;
        }
        StepView from = current();
        int next = at + 1;
        while (next < steps().size() - 1 && steps().get(next).sameLayer(from)) {
            next++;
        }
        seek(next);
    }

    /** To the first step of this layer, or of the one before if it is already there. */
    public void stepOverBack() {
        int at = course.position();
        if (at <= 0) {
            return;
        }
        int first = at - 1;
        while (first > 0 && steps().get(first - 1).sameLayer(steps().get(first))) {
            first--;
        }
        seek(first);
    }

    /** Plays or pauses; at the end it plays from the start. */
    public void togglePlay() {
        if (playing.get()) {
            pause();
        } else if (!steps().isEmpty()) {
            if (course.position() == steps().size() - 1) {
                seek(0);
            }
            playing.set(true);
        }
    }

    /** Stops playing. */
    public void pause() {
        goal = -1;
        playing.set(false);
    }

    /** The rest at the current step is over: goes on, and stops at the end. */
    public void rested() {
        step();
        boolean arrived = goal >= 0 && course.position() >= goal;
        if (arrived || course.position() >= steps().size() - 1 || breakpoints.stopsAt(current())) {
            pause();
        }
    }

    /** Runs on until a packet comes to what a filter means. If none does in a later step, that is said and nothing moves. */
    public void runUntil(String expression) {
        StepFilter there = StepFilter.read(expression);
        for (int i = course.position() + 1; i < steps().size(); i++) {
            boolean comes = there.accepts(steps().get(i).facts())
                    && (i == 0 || !there.accepts(steps().get(i - 1).facts()));
            if (comes) {
                runTo(i);
                return;
            }
        }
        window.say(Notice.of(session.messages().text("time.run-to.none", expression)));
    }

    /** Runs on to a step; to an earlier one, and where packets do not travel, it goes at once. */
    public void runTo(int step) {
        pause();
        if (reducedMotion.get() || step <= course.position()) {
            seek(step);
        } else {
            goal = step;
            runRest = Math.max(RUN_REST_LEAST, Math.min(RUN_REST_MOST, RUN_MILLIS / (step - course.position())));
            playing.set(true);
        }
    }

    /** The places at which playing stops. */
    public Breakpoints breakpoints() {
        return breakpoints;
    }

    /** The lab with its branches. */
    public DocumentModel document() {
        return session.document();
    }

    /** Goes on to the next step with a breakpoint, or to the end. */
    public void runToNext() {
        pause();
        int at = course.position() + 1;
        while (at < steps().size() - 1 && !breakpoints.stopsAt(steps().get(at))) {
            at++;
        }
        seek(at);
    }

    /** Sets a breakpoint at the station of the current step, or takes it away. */
    public void toggleBreakpoint() {
        if (course.position() >= 0) {
            breakpoints.toggle(Breakpoints.expression(current()));
        }
    }

    /** How long the packet rests at the current step before it goes on. */
    public double restMillis() {
        if (goal >= 0) {
            return runRest;
        }
        if (reducedMotion.get()) {
            return REDUCED_REST_MILLIS / speed.get();
        }
        return (course.decides() ? DECISION_REST_MILLIS : REST_MILLIS) / speed.get();
    }

    /** Chooses a speed. */
    public void chooseSpeed(double chosen) {
        speed.set(chosen);
    }

    /** The next higher speed. */
    public void faster() {
        shiftSpeed(1);
    }

    /** The next lower speed. */
    public void slower() {
        shiftSpeed(-1);
    }

    /** The next finer grain, the coarsest after the finest. */
    public void nextGrain() {
        Grain[] all = Grain.values();
        choose(all[(grainProperty().get().ordinal() + 1) % all.length]);
    }

    private void shiftSpeed(int by) {
        int at = SPEEDS.indexOf(speed.get()) + by;
        speed.set(SPEEDS.get(Math.max(0, Math.min(at, SPEEDS.size() - 1))));
    }

    private StepView current() {
        return course.current();
    }
}
