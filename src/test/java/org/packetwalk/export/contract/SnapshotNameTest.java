package org.packetwalk.export.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotNameTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ping -c1 10.141.155.131      | 9   | ping-10.141.155.131-step-09.png
                    ping -c 1 -W 2 10.141.155.131| 128 | ping-10.141.155.131-step-128.png
                    ping -n localhost            | 1   | ping-localhost-step-01.png
                    ip route get 127.0.0.1       | 3   | ip-route-get-127.0.0.1-step-03.png
                    curl http://127.18.0.2/      | 15  | curl-http-127.18.0.2-step-15.png
                    ''                           | 1   | walk-step-01.png
                    ../../etc/passwd             | 2   | etc-passwd-step-02.png
                    """)
    void aFileIsCalledAfterTheCommandAndTheStep(String command, int step, String name) {
        assertThat(SnapshotName.of(command, step, "png")).isEqualTo(name);
    }
}
