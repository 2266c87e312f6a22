package org.packetwalk.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.trace.Stage;

class StepLabelsTest {

    @ParameterizedTest
    @CsvSource({"0, 0.0 µs", "2200, 2.2 µs", "3060000, 3.060 ms", "3060000000, 3.060 s"})
    void timesCarryTheUnitThatSuitsThem(long nanos, String text) {
        assertThat(StepLabels.time(step(7 + nanos), step(7))).isEqualTo(text);
    }

    private static Step step(long nanos) {
        return new Step(
                1,
                0,
                0,
                0,
                Row.ALL,
                new HostId("a"),
                Stage.OUTPUT,
                PacketId.NONE,
                new SimTime(nanos),
                Account.of(Sentence.NONE, "", Sentence.NONE, Source.NONE),
                Sentence.NONE,
                false,
                Tick.HOOK);
    }
}
