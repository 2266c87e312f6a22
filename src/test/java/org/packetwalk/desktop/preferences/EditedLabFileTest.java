package org.packetwalk.desktop.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.packetwalk.desktop.preferences.EditedLabFile.Edited;

class EditedLabFileTest {
    @TempDir
    private Path folder;

    private EditedLabFile file() {
        return EditedLabFile.beside(PreferencesFile.of(folder.toString(), folder));
    }

    @Test
    void whatWasKeptComesBackByteByByte() throws IOException {
        Edited edited = new Edited("own-address", "ip netns add a\r\n\n\t# ünïcode 主机\nip netns add b");

        file().write(edited);

        assertThat(file().read()).contains(edited);
        file().remove();
        assertThat(file().read()).isEmpty();
    }

    @Test
    void whatIsNotOursIsNoLab() throws IOException {
        Files.createDirectories(file().path().getParent());
        Files.write(file().path(), new byte[] {(byte) 0xff, 0, 1});
        assertThat(file().read()).isEmpty();

        Files.writeString(file().path(), "ip netns add a\n");

        assertThat(file().read()).isEmpty();
    }

    /** A program that edits without end is killed at a random moment: the file holds one of its labs, whole. */
    @RepeatedTest(3)
    void killedAtARandomMomentItIsWhole() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Editor.class.getName(),
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        while (process.isAlive() && !Files.exists(file().path())) {
            TimeUnit.MILLISECONDS.sleep(5);
        }

        TimeUnit.MILLISECONDS.sleep(new Random().nextInt(200));
        process.destroyForcibly().waitFor();

        Edited kept = file().read().orElseThrow();
        List<String> rows = kept.source().lines().toList();
        assertThat(kept.source()).endsWith("end " + rows.size() + "\n");
    }

    /** Writes labs of changing lengths whose last row tells how many rows there are. */
    static final class Editor {
        private Editor() {}

        public static void main(String[] arguments) throws IOException {
            EditedLabFile file = EditedLabFile.beside(PreferencesFile.of(arguments[0], Path.of(arguments[0])));
            for (int edit = 0; ; edit++) {
                int rows = 1 + edit % 2000;
                file.write(new Edited("lab", "ip netns add somewhere\n".repeat(rows - 1) + "end " + rows + "\n"));
            }
        }
    }
}
