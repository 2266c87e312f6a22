package org.packetwalk.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.packetwalk.kernel.HostId;
import org.packetwalk.sim.Snapshot;
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
        this.state = new SessionState("", World.EMPTY, Timeline.empty(), List.of(), 0, List.of());
    }

    /** How things stand. */
    public SessionState state() {
        return state;
    }

    /** Tells about every later change. */
    public void onChange(Consumer<SessionState> listener) {
        listeners.add(listener);
    }

    /** Opens a lab that was set up; what was open before is gone. */
    public void open(String lab, World world) {
        change(new SessionState(lab, world, Timeline.empty(), List.of(), 0, List.of()));
    }

    /**
     * Runs a command line where one stands. In the past this begins a branch: the future that was there is kept among the
     * branches. Afterwards one stands before the first event of the command.
     */
    public CommandRun execute(HostId host, String line) {
        World before = state.world();
        List<Snapshot> happened = new ArrayList<>();
        Executor.Execution execution = executor.execute(before, host, line, happened::add);
        return add(before, host, line, happened, execution);
    }

    private CommandRun add(
            World before, HostId host, String line, List<Snapshot> happened, Executor.Execution execution) {
        int at = state.cursor();
        boolean branching = at < state.timeline().size();
        List<CommandRun> past =
                state.commands().stream().filter(run -> run.end() <= at).toList();
        CommandRun run = new CommandRun(
                host,
                line,
                at,
                at + happened.size(),
                execution.exit(),
                execution.stdout(),
                execution.stderr(),
                before,
                execution.after());
        List<CommandRun> commands = new ArrayList<>(past);
        commands.add(run);
        List<SessionState.Branch> branches = new ArrayList<>(state.branches());
        if (branching) {
            branches.add(
                    new SessionState.Branch("branch " + (branches.size() + 1), state.timeline(), state.commands()));
        }
        Timeline timeline = state.timeline().first(at).plus(happened);
        change(new SessionState(state.lab(), state.start(), timeline, commands, at, branches));
        return run;
    }

    /**
     * Goes to a place in the timeline.
     *
     * @param cursor how many events have happened there; outside of the timeline its nearer end
     */
    public void seek(int cursor) {
        int inside = Math.max(0, Math.min(cursor, state.timeline().size()));
        if (inside != state.cursor()) {
            change(new SessionState(
                    state.lab(), state.start(), state.timeline(), state.commands(), inside, state.branches()));
        }
    }

    private void change(SessionState now) {
        state = now;
        listeners.forEach(listener -> listener.accept(now));
    }
}
