package org.packetwalk.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.HostId;

class LabFileTest {

    private static final String FIRST = """
            # title: The first ping
            # teaches: One
            #   or more lines.
            # seeds: 000 001

            # layout: a 120 -80
            ip netns add a
            ip netns exec a nc -l 8080 &

            # probe: over lo
            ip netns exec a ping -c1 127.0.0.1

            # probe: lost, since an empty line follows

            ip -n a link show
            # cleanup
            ip netns del a
            """;

    @Test
    void headLinesProbesAndCleanupAreToldApart() throws LabFormatException {
        Lab lab = LabFile.read("labs/first.sh", FIRST);

        assertThat(lab.name()).isEqualTo("first");
        assertThat(lab.head())
                .containsEntry("title", "The first ping")
                .containsEntry("teaches", "One or more lines.")
                .containsEntry("seeds", "000 001");
        assertThat(lab.lines()).extracting(LabLine::number).containsExactly(7, 8, 11, 15);
        assertThat(lab.probes())
                .containsExactly(new LabLine(11, "ip netns exec a ping -c1 127.0.0.1", true, "over lo"));
        assertThat(lab.lines().get(1).background()).isTrue();
        assertThat(lab.lines().get(1).command()).isEqualTo("ip netns exec a nc -l 8080");
        assertThat(lab.cleanup()).extracting(LabLine::text).containsExactly("ip netns del a");
        assertThat(lab.hosts()).containsExactly(new HostId("a"));
        assertThat(lab.layout()).containsExactly(new Lab.Position(new HostId("a"), 120, -80));
        assertThat(lab.source()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no command",
                "'# title: t' | no command",
                "'# title: t\nip link \\' | x.sh:2: The command goes on",
            })
    void whatIsNoLabIsRefusedInOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> LabFile.read("x.sh", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(LabFormatException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aScriptWithoutATitleHasItsFilesName() throws LabFormatException {
        assertThat(LabFile.read("dir/mine.sh", "ip link").head()).containsEntry("title", "mine");
    }

    @Test
    void binaryAndForeignEncodingsAreRefusedWithTheirPlace() {
        byte[] latin = "# title: caf\u00e9\nip link\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> LabFile.read("x.sh", new byte[] {'#', '\n', 0}))
                .hasMessageStartingWith("x.sh:2: The file is not text");
        assertThatThrownBy(() -> LabFile.read("x.sh", latin)).hasMessageStartingWith("x.sh:1: The file is not UTF-8");
    }

    @Test
    void aHugeFileIsRefusedWithTheLimit() {
        assertThatThrownBy(() -> LabFile.read("x.sh", new byte[LabFile.MAXIMUM_SIZE + 1]))
                .hasMessageContaining("more than 1048576 bytes");
    }
}
