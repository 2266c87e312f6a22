package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.preferences.EditedLabFile;
import org.packetwalk.desktop.preferences.PreferencesFile;
import org.packetwalk.desktop.preferences.RecentFile;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;

/** A program that ended without a word begins where it was. */
@ExtendWith(ApplicationExtension.class)
class RecoveryStoryTest {
    @TempDir
    Path home;

    private PreferencesFile settings() {
        return PreferencesFile.of("", home);
    }

    /** A program that keeps what is edited; nothing tells it that it ends. */
    private SessionModel begin(WindowModel window, String last) {
        SessionModel session = new SessionModel(new SessionWalks(LabCatalog.all()), Messages.of(Locale.ENGLISH));
        Autosave autosave = new Autosave(EditedLabFile.beside(settings()), () -> session, window);
        autosave.begin(last);
        return session;
    }

    @Test
    void anEditOfALabInAFileComesBackAndTheFileIsAsItWas() throws Exception {
        Path file = Files.writeString(
                home.resolve("mine.sh"), "# title: Mine\n# teaches: x\nip netns add a\nip -n a link set lo up\n");
        String before = Files.readString(file);
        WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            SessionModel session = begin(window, "");
            session.opening().openText(file.toString(), before, refused -> {});
            session.run("a", "ip addr add 10.9.9.9/24 dev lo");
        });
        WaitForAsyncUtils.waitFor(
                5,
                TimeUnit.SECONDS,
                () -> Files.exists(EditedLabFile.beside(settings()).path()));

        SessionModel again = WaitForAsyncUtils.waitForAsyncFx(120_000, () -> begin(window, ""));

        assertThat(again.document().scriptProperty().get().source()).contains("10.9.9.9/24");
        assertThat(again.document().file()).isEqualTo(file.toString());
        assertThat(again.document().unsaved()).isTrue();
        assertThat(window.noticeProperty().get().text()).isNotEmpty();
        assertThat(file).content().isEqualTo(before);
        WaitForAsyncUtils.waitForAsyncFx(120_000, () -> again.document().undo());
        assertThat(again.document().unsaved()).isFalse();
    }

    @Test
    void theLabThatWasOpenLastIsBehindTheStartScreen() {
        WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);

        SessionModel session = WaitForAsyncUtils.waitForAsyncFx(120_000, () -> begin(window, "own-address"));

        assertThat(session.atStartProperty().get()).isTrue();
        assertThat(session.labProperty().get().id()).isEqualTo("own-address");
        SessionModel gone = WaitForAsyncUtils.waitForAsyncFx(120_000, () -> begin(window, "own lab:/no/such/lab.sh"));
        assertThat(gone.labProperty().get().id()).isEmpty();
    }

    @Test
    void whatWasTracedIsKnownAtTheNextStart() throws Exception {
        RecentFile file = RecentFile.beside(settings());
        SessionWalks first = new SessionWalks(LabCatalog.all(), file.read(), recent -> {
            try {
                file.write(recent);
            } catch (java.io.IOException unwritable) {
                throw new java.io.UncheckedIOException(unwritable);
            }
        });
        SessionModel session = new SessionModel(first, Messages.of(Locale.ENGLISH));
        session.open("own-address", TableSetting.SHARED);
        session.trace("web-1", "ping -c1 10.141.155.131");

        SessionModel again = new SessionModel(
                new SessionWalks(LabCatalog.all(), file.read(), recent -> {}), Messages.of(Locale.ENGLISH));

        assertThat(again.recent()).isEqualTo(session.recent()).hasSize(1);
        assertThat(again.opening().labs())
                .filteredOn(card -> card.id().equals("own-address"))
                .isEqualTo(session.opening().labs().stream()
                        .filter(card -> card.id().equals("own-address"))
                        .toList());
        Files.writeString(home.resolve(".config/packetwalk/recent.properties"), "0.lab=x\n0.steps=many\n");
        assertThat(file.read()).isEqualTo(List.of());
    }
}
