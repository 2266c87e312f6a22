package org.packetwalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.socket.SocketId;

/** When timers fire; the levels and their granularity are those of the table in {@code kernel/time/timer.c} for 250 Hz. */
class TimerWheelTest {

    @ParameterizedTest
    @CsvSource({
        // armed at, for so long, fires at (milliseconds)
        "0, 0, 4", // the next tick: a timer may be armed at the edge of one
        "0, 40, 44", // first level: 4 ms
        "0, 1000, 1024", // second level: 32 ms
        "1024, 1000, 2048", // armed anew from there
        "2048, 1000, 3072",
        "0, 3000, 3072", // third level: 256 ms
        "0, 30000, 30720", // fourth level: 2048 ms
    })
    void timersAreLateByTheGranularityOfTheirLevel(long now, long wait, long due) {
        SimTime armed = SimTime.ZERO.plusMillis(now);

        assertThat(TimerWheel.due(armed, armed.plusMillis(wait))).isEqualTo(SimTime.ZERO.plusMillis(due));
    }

    @Test
    void ofOneSlotTheTimerArmedLastFiresFirst() {
        Timer first = new Timer.Tcp(new HostId("a"), new SocketId(1), TcpTimerKind.RETRANSMIT);
        Timer second = new Timer.Tcp(new HostId("a"), new SocketId(2), TcpTimerKind.RETRANSMIT);

        Machine machine = Machine.EMPTY
                .withTimer(SimTime.ZERO.plusMillis(1000), first)
                .withTimer(SimTime.ZERO.plusMillis(1001), second);

        assertThat(machine.timers().values()).containsExactly(second, first);
    }
}
