package org.packetwalk.export.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.testing.Walks;

/** The stored walks are read by people when they change: {@code -Dgolden=write} writes them anew. */
class WalkTextTest {

    private static final Path STORED = Path.of("src/test/resources/org/packetwalk/export/text");

    @ParameterizedTest
    @CsvSource({"LAYER, en", "LAYER, zh", "ROW, en"})
    void theWalkOfAPingReadsAsItDid(Grain grain, String language) throws IOException {
        Path file = STORED.resolve("ping-127.0.0.1-" + grain.name().toLowerCase(Locale.ROOT) + "-" + language + ".txt");

        String walk = WalkText.of(Walks.loopbackPing("127.0.0.1"), grain, Messages.of(new Locale(language)));

        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(file, walk);
        }
        assertThat(walk).isEqualTo(Files.readString(file));
    }

    @Test
    void timesCarryTheUnitThatSuitsThem() {
        assertThat(WalkText.time(0)).isEqualTo("0.0 µs");
        assertThat(WalkText.time(2_200)).isEqualTo("2.2 µs");
        assertThat(WalkText.time(3_060_000)).isEqualTo("3.060 ms");
        assertThat(WalkText.time(3_060_000_000L)).isEqualTo("3.060 s");
    }
}
