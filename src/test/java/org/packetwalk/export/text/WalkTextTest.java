package org.packetwalk.export.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.testing.Hosts;
import org.packetwalk.testing.Walks;
import org.packetwalk.trace.Trace;

/** The stored walks are read by people when they change: {@code -Dgolden=write} writes them anew. */
class WalkTextTest {

    private static final Path STORED = Path.of("src/test/resources/org/packetwalk/export/text");

    @ParameterizedTest
    @CsvSource({
        "ping-127.0.0.1, LAYER, en",
        "ping-127.0.0.1, LAYER, zh",
        "ping-127.0.0.1, ROW, en",
        "own-address, LAYER, en",
        "arp, FUNCTION, en",
        "neighbour-fails, LAYER, zh",
        "refusing-rule, ROW, en"
    })
    void walksReadAsTheyDid(String name, Grain grain, String language) throws IOException {
        Path file = STORED.resolve(name + "-" + grain.name().toLowerCase(Locale.ROOT) + "-" + language + ".txt");

        String walk = WalkText.of(walk(name), grain, Messages.of(new Locale(language)));

        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, walk);
        }
        assertThat(walk)
                .as("read the difference; if it is right, write it with -Dgolden=write")
                .isEqualTo(Files.readString(file));
    }

    private static Trace walk(String name) {
        Hosts hosts = Hosts.cabled("a", "b");
        return switch (name) {
            case "ping-127.0.0.1" -> Walks.loopbackPing("127.0.0.1");
            case "own-address" -> Walks.ping(hosts.world(), "a", "-c1", "-W1", "10.0.0.1");
            case "arp" -> Walks.ping(hosts.world(), "a", "-c1", "-W1", "10.0.0.2");
            case "neighbour-fails" -> Walks.ping(hosts.world(), "a", "-c1", "-W4", "10.0.0.9");
            case "refusing-rule" ->
                Walks.ping(hosts.rule("a", Hosts.unreachable("8.8.8.0/24")).world(), "a", "-c1", "-W1", "8.8.8.8");
            default -> throw new IllegalArgumentException(name);
        };
    }
}
