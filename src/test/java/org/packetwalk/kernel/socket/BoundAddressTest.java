package org.packetwalk.kernel.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.packetwalk.net.IpAddress;

/** Which sockets may not share a port; the table is what Linux 6.18 answers, for TCP and UDP alike. */
class BoundAddressTest {

    private static final List<String> BOUND = List.of(
            "0.0.0.0", "127.0.0.1", "127.0.0.2", "::", ":: only", "::1 only", "::ffff:127.0.0.1", "2001:db8::1 only");

    private static final List<String> CLASHES =
            List.of("xxxx--x-", "xx-x--x-", "x-xx----", "xxxxxxxx", "---xxx-x", "---xxx--", "xx-x--x-", "---xx--x");

    private static BoundAddress bound(String text) {
        String[] words = text.split(" ");
        return new BoundAddress(new Endpoint(IpAddress.parse(words[0]), 7000), words.length > 1);
    }

    @Test
    void overlapsAsLinuxRefusesToBind() {
        List<String> rows = BOUND.stream()
                .map(first -> BOUND.stream()
                        .map(second -> bound(first).overlaps(bound(second)) ? "x" : "-")
                        .reduce("", String::concat))
                .toList();
        assertThat(rows).isEqualTo(CLASHES);
    }
}
