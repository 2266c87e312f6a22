package org.packetwalk.desktop.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.packetwalk.desktop.model.StepLine;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.narrate.Tick;
import org.packetwalk.trace.Stage;

class TicksTest {
    private static final double WIDTH = 700;
    private static final double NARROWEST = 7;

    @Test
    void whereAllHaveRoomAllHaveATick() {
        assertThat(Ticks.of(steps(30, -1), WIDTH / 29, NARROWEST)).hasSize(30);
    }

    @Test
    void aLongWalkHasNoMoreTicksThanThereIsRoomFor() {
        List<Integer> ticks = Ticks.of(steps(10_000, -1), WIDTH / 9_999, NARROWEST);

        assertThat(ticks).hasSizeBetween(50, 102).isSorted().startsWith(0).endsWith(9_999);
    }

    @Test
    void aDropIsSeenAmongThousands() {
        assertThat(Ticks.of(steps(10_000, 4_321), WIDTH / 9_999, NARROWEST)).contains(4_321);
    }

    /** Steps in one layer after the other, one of them a drop. */
    private static List<StepView> steps(int count, int drop) {
        List<StepView> steps = new ArrayList<>();
        Stage.Layer[] layers = Stage.Layer.values();
        for (int i = 0; i < count; i++) {
            steps.add(new StepView(
                    i + 1,
                    i,
                    i,
                    "web",
                    layers[i % layers.length],
                    new StepLine.Written("0 ms", "L3", "", "", "", ""),
                    i == drop ? Tick.DROP : Tick.LAYER,
                    1,
                    List.of()));
        }
        return steps;
    }
}
