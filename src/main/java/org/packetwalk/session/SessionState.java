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
 * @param script the text of the lab, with the edits made since it was opened
 * @param start the world when the lab was opened
 * @param timeline what happened since
 * @param commands the commands that made it, in order
 * @param cursor how many events of the timeline have happened where one stands, 0 to all
 * @param branch the name of the course of events one stands in
 * @param number the how manieth it was, 0 for the first
 * @param branches the other courses, in the order in which they were left
 */
public record SessionState(
        String lab,
        LabScript script,
        World start,
        Timeline timeline,
        List<CommandRun> commands,
        int cursor,
        String branch,
        int number,
        List<Branch> branches) {

    /** Copies the lists. */
    public SessionState {
        commands = List.copyOf(commands);
        branches = List.copyOf(branches);
    }

    /** A lab that was just opened. */
    static SessionState opened(String lab, LabScript script, World start) {
        return new SessionState(lab, script, start, Timeline.empty(), List.of(), 0, Branch.FIRST, 0, List.of());
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

    /** The course of events one stands in, as it is listed when it is left. */
    public Branch course() {
        return new Branch(branch, number, script, timeline, commands, cursor);
    }

    /** The other course of a name, if there is one. */
    public Optional<Branch> other(String name) {
        return branches.stream().filter(other -> other.name().equals(name)).findFirst();
    }

    /** Whether a course has this name. */
    boolean named(String name) {
        return branch.equals(name) || other(name).isPresent();
    }

    /** The same, standing at another place of the timeline. */
    public SessionState at(int place) {
        return new SessionState(lab, script, start, timeline, commands, place, branch, number, branches);
    }

    SessionState with(LabScript text) {
        return new SessionState(lab, text, start, timeline, commands, cursor, branch, number, branches);
    }

    SessionState with(String name, List<Branch> others) {
        return new SessionState(lab, script, start, timeline, commands, cursor, name, number, others);
    }

    SessionState in(Branch course, List<Branch> others) {
        return new SessionState(
                lab,
                course.script(),
                start,
                course.timeline(),
                course.commands(),
                course.cursor(),
                course.name(),
                course.number(),
                others);
    }
}
