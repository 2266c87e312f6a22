package org.packetwalk.random;

import java.util.List;

/** Thinks up small labs: hosts and wires, settings, changes and questions in turn, and their state at the end. */
public final class RandomLab {

    private static final int CHANGES_AT_FIRST = 10;
    private static final int TURNS = 12;
    private static final int MOST_CHANGES = 25;

    private RandomLab() {}

    /** The lines that make the hosts of a seed, and after them questions about their routes. */
    public static List<String> hosts(long seed, int questions) {
        Dice dice = new Dice(seed);
        LabText lab = new LabText(dice);
        new Wires(dice, lab).lay();
        Settings settings = new Settings(dice, lab);
        Changes changes = new Changes(dice, lab);
        for (int i = dice.below(MOST_CHANGES); i >= 0; i--) {
            if (dice.once(3)) {
                settings.any(lab.anyHost());
            } else {
                changes.any(lab.anyHost());
            }
        }
        lab.line("sleep 1.5");
        Questions asked = new Questions(dice, lab);
        for (int i = 0; i < questions; i++) {
            asked.routeGet(lab.anyHost());
        }
        return lab.lines();
    }

    /** The lines of the lab of a seed. */
    public static List<String> lines(long seed) {
        Dice dice = new Dice(seed);
        LabText lab = new LabText(dice);
        new Wires(dice, lab).lay();
        Settings settings = new Settings(dice, lab);
        Changes changes = new Changes(dice, lab);
        Questions questions = new Questions(dice, lab);
        for (String host : lab.hosts()) {
            settings.start(host);
            settings.trusting(host);
            settings.impatient(host);
        }
        for (int i = dice.below(CHANGES_AT_FIRST); i >= 0; i--) {
            if (dice.once(3)) {
                settings.any(lab.anyHost());
            } else {
                changes.any(lab.anyHost());
            }
        }
        lab.line("sleep 0.3");
        for (int i = 0; i < TURNS; i++) {
            String host = lab.anyHost();
            if (dice.once(3)) {
                changes.any(host);
                lab.line("sleep 0.1");
            }
            questions.any(host);
        }
        lab.line("sleep 1.2");
        lab.hosts().forEach(questions::state);
        return lab.lines();
    }
}
