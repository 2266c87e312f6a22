package org.packetwalk.program;

import java.util.List;

/**
 * One step of nc: it goes on at once, or its turn ends.
 *
 * @param next nc after the step
 * @param turn how the turn ends; empty if it goes on
 */
record NcStep(NcProgram next, List<Turn> turn) {

    static NcStep go(NcProgram next) {
        return new NcStep(next, List.of());
    }

    static NcStep wait(NcProgram next, Turn turn) {
        return new NcStep(next, List.of(turn));
    }

    static NcStep exit(NcProgram next, int status) {
        return new NcStep(next, List.of(new Turn.Exited(status)));
    }

    boolean ends() {
        return !turn.isEmpty();
    }
}
