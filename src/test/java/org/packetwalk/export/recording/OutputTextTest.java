package org.packetwalk.export.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations are what the recorder of the kernel lab made of the same texts; the lab names the port 40000. */
class OutputTextTest {

    private static final EphemeralPorts PORTS = EphemeralPorts.of("nc 10.0.0.2 40000\n");

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            icmp_seq=1 ttl=64 time=0.053 ms => icmp_seq=1 ttl=64 time=<t> ms
            64 bytes: time<1 ms => 64 bytes: time=<t> ms
            rtt min/avg/max/mdev = 0.031/0.031/0.031/0.000 ms, pipe 2, ipg/ewma 1.2/3.4 ms => rtt min/avg/max/mdev = <rtt> ms
            1  10.0.0.1  0.123 ms  0.045 ms  0.044 ms => 1  10.0.0.1  <t> ms  <t> ms  <t> ms
            1:  10.0.1.1      [x]  0.5ms => 1:  10.0.1.1      [x]  <t>ms
            tcp      6 431999 ESTABLISHED sport=45678 dport=80 => tcp      6 <timeout> ESTABLISHED sport=<eph> dport=80
            id=4711 used 1/22/333 expires 297sec age 12.5sec => id=<id> used <t> expires <t>sec age <t>
            users:(("nc",pid=1234,fd=3)) pid 55 => users:(("nc",pid=<pid>,fd=3)) pid=<pid>
            10.0.0.1:45678 > 10.0.0.2:40000 12345 61000 32767 32768 1.45678 => 10.0.0.1:<eph> > 10.0.0.2:40000 12345 61000 32767 <eph> 1.45678
            """)
    void whatDiffersFromRunToRunIsMasked(String printed, String recorded) {
        assertThat(OutputText.lines(printed + "\n", PORTS)).containsExactly(recorded);
    }

    @Test
    void theNumberOfPipesAfterALossIsLeftOut() {
        assertThat(OutputText.lines("3 sent, 100% packet loss, time 2031ms\npipe 3\n", PORTS))
                .containsExactly("3 sent, 100% packet loss, time <t>ms");
    }

    @Test
    void emptyLinesStayButNotAtTheEnd() {
        assertThat(OutputText.lines("a\n\nb\n\n\n", PORTS)).containsExactly("a", "", "b");
        assertThat(OutputText.lines("  \n\n", PORTS)).isEqualTo(List.of());
    }
}
