package org.packetwalk.session;

import java.util.List;
import java.util.Optional;

import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.Timeline;
import org.packetwalk.sim.World;

/**
 * Everything a view needs to know.
 *
 * @param lab the title of the lab
 * @param start the world when the lab was opened
 * @param timeline what happened since
 * @param commands the commands that made it, in order
 * @param cursor how many events of the timeline have happened where one stands, 0 to all
 * @param branches what was left behind by changing something in the past, oldest first
 */
public record SessionState(
        String lab, World start, Timeline timeline, List<CommandRun> commands, int cursor, List<Branch> branches) {

    /** Copies the lists. */
    public SessionState {
        commands = List.copyOf(commands);
        branches = List.copyOf(branches);
    }

    /**
     * A future that was left.
     *
     * @param name by which it is listed
     */
    public record Branch(String name, Timeline timeline, List<CommandRun> commands) {

        /** Copies the list. */
        public Branch {
            commands = List.copyOf(commands);
        }
    }

    /** The event one stands at, if any has happened. */
    public Optional<Snapshot> current() {
        return cursor == 0 ? Optional.empty() : Optional.of(timeline.get(cursor - 1));
    }

    /** The world as it is where one stands. */
    public World world() {
        Optional<CommandRun> ended =
                commands.stream().filter(run -> run.end() == cursor).reduce((first, second) -> second);
        return ended.map(CommandRun::after)
                .orElseGet(() -> current().map(Snapshot::world).orElse(start));
    }

    /** The command whose events one stands in; the last one that began before. */
    public Optional<CommandRun> command() {
        return commands.stream()
                .filter(run -> run.first() < cursor || run.first() == cursor && run.size() == 0)
                .reduce((first, second) -> second);
    }
}
