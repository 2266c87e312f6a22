package org.packetwalk.desktop.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.packetwalk.diagram.Theme;

class PreferencesFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        PreferencesFile file = PreferencesFile.of(folder.toString(), Path.of("/nowhere"));
        Preferences chosen = new Preferences(
                Locale.CHINESE,
                Theme.DARK,
                1280,
                800,
                " /home/a b\\c",
                new Preferences.Habits(-120.5, 40, true, true, 1.25, true, 2, "gif-dark", 240, "own lab:/tmp/a b.sh"));

        file.write(chosen);

        assertThat(file.read(Locale.ENGLISH)).isEqualTo(new PreferencesFile.Read(chosen, false));
        assertThat(file.path()).isEqualTo(folder.resolve("packetwalk/settings.properties"));
    }

    @Test
    void withoutAFileTheStandardIsUsedAndNothingIsSaid() {
        PreferencesFile file = PreferencesFile.of(folder.toString(), folder);

        assertThat(file.read(Locale.CHINESE))
                .isEqualTo(new PreferencesFile.Read(Preferences.standard(Locale.CHINESE), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"theme=purple", "width=many", "language=\\u12", "language=?", "height=99999999999999999999"})
    void whatCannotBeReadIsReplacedAndSaid(String content) throws IOException {
        PreferencesFile file = PreferencesFile.of(folder.toString(), folder);
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), content);

        assertThat(file.read(Locale.ENGLISH))
                .isEqualTo(new PreferencesFile.Read(Preferences.standard(Locale.ENGLISH), true));
    }

    @Test
    void aBinaryAndAHugeFileAreReplacedAndSaid() throws IOException {
        PreferencesFile file = PreferencesFile.of(folder.toString(), folder);
        Files.createDirectories(file.path().getParent());

        Files.write(file.path(), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        assertThat(file.read(Locale.ENGLISH).broken()).isTrue();
        Files.write(file.path(), new byte[100_000]);

        assertThat(file.read(Locale.ENGLISH).broken()).isTrue();
    }

    @Test
    void aSizeNoScreenHasIsBroughtIntoBounds() {
        Preferences small = new Preferences(Locale.ENGLISH, Theme.LIGHT, 3, -7, "");

        assertThat(small.width()).isEqualTo(1024);
        assertThat(small.height()).isEqualTo(640);
    }

    @Test
    void aRelativeConfigHomeIsIgnored() {
        assertThat(PreferencesFile.of("here", folder).path())
                .isEqualTo(folder.resolve(".config/packetwalk/settings.properties"));
        assertThat(PreferencesFile.of("", folder).path())
                .isEqualTo(folder.resolve(".config/packetwalk/settings.properties"));
    }
}
