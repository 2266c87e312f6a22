package org.packetwalk.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LineRun;
import org.packetwalk.sim.World;

/** Which line of the lab, or which command typed since, made something true that is true now. */
public final class Origins {
    private final List<Origin> lines = new ArrayList<>();

    /**
     * A line and the worlds around it.
     *
     * @param number of the line in the lab's text, 0 for a command typed later
     * @param text as it stands there
     */
    public record Origin(int number, String text, World before, World after) {}

    /** The lines of a lab that was set up, then what was typed. */
    public Origins(LabRun setup, List<CommandRun> typed) {
        for (LineRun line : setup.lines()) {
            lines.add(new Origin(line.line().number(), line.line().text(), line.before(), line.after()));
        }
        for (CommandRun run : typed) {
            lines.add(new Origin(0, run.line(), run.before(), run.after()));
        }
    }

    /** The last line after which something held that had not held before it; none if it always held or never did. */
    public Optional<Origin> of(Predicate<World> something) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            Origin line = lines.get(i);
            if (something.test(line.after()) && !something.test(line.before())) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
