package org.packetwalk.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.packetwalk.kernel.HostId;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.Timeline;
import org.packetwalk.sim.World;

/** A lab that is open: the only stateful object above the kernel's walk, used alike by window and command line. */
public final class Session {

    private final Executor executor;
    private final List<Consumer<SessionState>> listeners = new ArrayList<>();
    private SessionState state;

    /** A session without a lab; commands are run by {@code executor}. */
    public Session(Executor executor) {
        this.executor = executor;
        this.state = SessionState.opened("", LabScript.EMPTY, World.EMPTY);
    }

    /** How things stand. */
    public SessionState state() {
        return state;
    }

    /** Tells about every later change. */
    public void onChange(Consumer<SessionState> listener) {
        listeners.add(listener);
    }

    /** Opens a lab without a text that was set up; what was open before is gone. */
    public void open(String lab, World world) {
        open(lab, LabScript.EMPTY, world);
    }

    /** Opens a lab that was set up; what was open before is gone. */
    public void open(String lab, LabScript script, World world) {
        change(SessionState.opened(lab, script, world));
    }

    /** Goes back to how things stood once, or forward again: undo and redo. */
    public void restore(SessionState before) {
        change(before);
    }

    /** Gives the lab another text; the world stays, the text has to lead to it. */
    public void write(LabScript script) {
        change(state.with(script));
    }

    /**
     * Runs a command line where one stands. In the past this begins a branch: the future that was there is kept among the
     * branches. Afterwards one stands before the first event of the command.
     */
    public CommandRun execute(HostId host, String line) {
        return add(compute(state, host, line, SnapshotSink.NONE));
    }

    /**
     * What a command line does where one stands in {@code from}. Nothing changes until it is given to {@link #add}, so that it
     * may be computed on another thread.
     *
     * @param watch is given each event as it comes, and may throw {@link org.packetwalk.sim.Stopped}
     */
    public Computed compute(SessionState from, HostId host, String line, SnapshotSink watch) {
        List<Snapshot> happened = new ArrayList<>();
        Executor.Execution execution = executor.execute(from.world(), host, line, snapshot -> {
            happened.add(snapshot);
            watch.accept(snapshot);
        });
        return new Computed(from, host, line, happened, execution);
    }

    /**
     * Lets happen what was computed.
     *
     * @throws IllegalStateException if the session has gone another way since
     */
    public CommandRun add(Computed computed) {
        if (computed.from().timeline() != state.timeline()) {
            throw new IllegalStateException("The session has gone another way since " + computed.line() + ".");
        }
        List<Snapshot> happened = computed.happened();
        int at = computed.from().cursor();
        CommandRun run = computed.run();
        List<CommandRun> commands = past(at, run.before());
        commands.add(run);
        List<Branch> branches = new ArrayList<>(state.branches());
        String name = state.branch();
        int number = state.number();
        if (at < state.timeline().size()) {
            branches.add(state.course());
            name = freeName();
            number = 1 + branches.stream().mapToInt(Branch::number).max().orElse(0);
        }
        Timeline timeline = state.timeline().first(at).plus(happened);
        change(new SessionState(
                state.lab(), state.script(), state.start(), timeline, commands, at, name, number, branches));
        return run;
    }

    /** The commands that began before a place of the timeline, the last one cut there if it went on. */
    private List<CommandRun> past(int at, World there) {
        List<CommandRun> past = new ArrayList<>();
        for (CommandRun run : state.commands()) {
            if (run.end() <= at) {
                past.add(run);
            } else if (run.first() < at) {
                past.add(run.cutAt(at, there));
            }
        }
        return past;
    }

    private String freeName() {
        int number = 1;
        while (state.named("branch " + number)) {
            number++;
        }
        return "branch " + number;
    }

    /**
     * Goes to a place in the timeline.
     *
     * @param cursor how many events have happened there; outside of the timeline its nearer end
     */
    public void seek(int cursor) {
        int inside = Math.max(0, Math.min(cursor, state.timeline().size()));
        if (inside != state.cursor()) {
            change(state.at(inside));
        }
    }

    /** Goes over to another branch, to the place where it was left; one that is not there changes nothing. */
    public void switchTo(String name) {
        state.other(name).ifPresent(course -> {
            List<Branch> others = new ArrayList<>(state.branches());
            others.set(others.indexOf(course), state.course());
            change(state.in(course, others));
        });
    }

    /** Gives a branch another name; whether that name was free. */
    public boolean rename(String branch, String name) {
        if (name.isBlank() || state.named(name)) {
            return false;
        }
        List<Branch> others = state.branches().stream()
                .map(other -> other.name().equals(branch) ? other.called(name) : other)
                .toList();
        change(state.with(state.branch().equals(branch) ? name : state.branch(), others));
        return true;
    }

    /** Lets go of a branch one does not stand in. */
    public void drop(String name) {
        change(state.with(
                state.branch(),
                state.branches().stream()
                        .filter(other -> !other.name().equals(name))
                        .toList()));
    }

    private void change(SessionState now) {
        state = now;
        listeners.forEach(listener -> listener.accept(now));
    }
}
