package org.packetwalk.desktop.timeline;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.desktop.model.StepView;
import org.packetwalk.narrate.Tick;

/**
 * Which steps of a walk have a tick of their own on a line of some length. Where all have room, all do; else neighbours share one:
 * a drop is always seen, and of a run of steps in one layer the first.
 */
final class Ticks {

    private Ticks() {}

    /**
     * The indices of the steps with a tick, in order.
     *
     * @param room how far a step is from the next one, in pixels
     * @param narrowest how far a tick is from the next one at least
     */
    static List<Integer> of(List<StepView> steps, double room, double narrowest) {
        List<Integer> ticks = new ArrayList<>();
        int share = room >= narrowest ? 1 : (int) Math.min(steps.size(), Math.ceil(narrowest / Math.max(room, 1e-6)));
        for (int first = 0; first < steps.size(); first += share) {
            int shown = share == 1 ? first : shown(steps, first, Math.min(steps.size(), first + share));
            if (shown >= 0) {
                ticks.add(shown);
            }
        }
        int last = steps.size() - 1;
        if (last >= 0 && !ticks.contains(last)) {
            ticks.add(last);
        }
        return ticks;
    }

    private static int shown(List<StepView> steps, int from, int to) {
        for (int i = from; i < to; i++) {
            if (steps.get(i).tick() == Tick.DROP) {
                return i;
            }
        }
        for (int i = from; i < to; i++) {
            if (i == 0 || !steps.get(i).sameLayer(steps.get(i - 1))) {
                return i;
            }
        }
        return -1;
    }
}
