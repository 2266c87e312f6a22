package org.packetwalk.desktop.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.packetwalk.desktop.model.Pin;

class NotesFileTest {
    private static final Pin.Place PLACE = new Pin.Place("web-1 $ ping -c1 10.0.0.1", 44, 7, 8, "0.7 µs", "web-1");

    @TempDir
    private Path folder;

    private NotesFile file() {
        return NotesFile.beside(PreferencesFile.of(folder.toString(), folder));
    }

    @Test
    void whatWasWrittenAboutAStepComesBackWithIt() throws IOException {
        Pin first = new Pin(PLACE, "lo 已把数据包转回。", "ICMP \\ a=b", List.of(new Pin.Field("IP TTL", "64")));
        first.noteProperty().set(" why?\nbecause: x = \\n");
        Pin second = new Pin(PLACE, "", "", List.of(new Pin.Field("IP TTL", "63")));

        file().write(NotesFile.lines(List.of(first, second)));

        List<Pin> read = file().read();
        assertThat(NotesFile.lines(read)).isEqualTo(NotesFile.lines(List.of(first, second)));
        assertThat(read.get(0).place()).isEqualTo(PLACE);
        assertThat(read.get(0).noteProperty().get()).isEqualTo(" why?\nbecause: x = \\n");
        assertThat(read.get(1).since(read.get(0))).containsExactly("IP TTL: 64 → 63");
    }

    @Test
    void whatCannotBeReadIsLeftOut() throws IOException {
        assertThat(file().read()).isEmpty();

        file().write(List.of("0.command=ping", "0.events=many"));

        assertThat(file().read()).isEmpty();
        Files.write(file().path(), new byte[] {(byte) 0xff, 0, 1});
        assertThat(file().read()).isEmpty();
    }
}
