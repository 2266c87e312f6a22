package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.exporting.FileDialogs;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;

/** A person keeps labs of their own in files. */
@ExtendWith(ApplicationExtension.class)
class FilesStoryTest {
    private static final String LAB = """
            # title: Mine
            # teaches: nothing
            ip netns add a
            ip -n a link set lo up
            # probe: p
            ip netns exec a ping -c1 127.0.0.1
            """;

    @TempDir
    Path folder;

    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private final Deque<FileDialogs.Unsaved> answers = new ArrayDeque<>();
    private final Deque<FileDialogs.Closing> closings = new ArrayDeque<>();
    private DesktopWindow desktop;

    /** What a person answers when asked for a file, and whether to leave. */
    private final class Answers implements FileDialogs {
        @Override
        public Optional<Path> save(String remembered, String name, ExportFormat format, Messages messages) {
            return Optional.of(folder.resolve(name));
        }

        @Override
        public Optional<Path> other(String remembered, String key, Messages messages) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveLab(String remembered, String name, Messages messages) {
            return Optional.of(folder.resolve("saved.sh"));
        }

        @Override
        public Closing closing(String lab, Messages messages) {
            return closings.remove();
        }

        @Override
        public Unsaved unsaved(String lab, Messages messages) {
            return answers.remove();
        }

        @Override
        public Optional<Path> open(String remembered, Messages messages) {
            return Optional.of(folder.resolve("mine.sh"));
        }
    }

    @Start
    void start(Stage stage) {
        desktop = new DesktopWindow(
                new SessionWalks(LabCatalog.all()), window, Fonts.load(), new Size(1240, 780), scene -> new Answers());
        stage.setScene(desktop.scene());
        stage.show();
        desktop.focusFirst();
    }

    private SessionModel session() {
        return desktop.composition().session();
    }

    private void fx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(120_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void aLabIsMadeEditedSavedAndOpenedAgain(FxRobot robot) throws IOException {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        assertThat(session().labProperty().get().label()).isEqualTo("New lab");
        assertThat(session().labProperty().get().hosts()).containsExactly("host-1");
        fx(() -> session().run("", "ip netns add second"));

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);

        Path saved = folder.resolve("saved.sh");
        assertThat(saved).content().contains("ip netns add host-1", "ip netns add second");
        assertThat(session().labProperty().get().label()).isEqualTo("saved.sh");
        assertThat(session().document().unsaved()).isFalse();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");

        fx(() -> session().run("", "ip netns add third"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        assertThat(saved).content().contains("third");
        fx(() -> session().document().undo());
        assertThat(session().document().unsaved()).isTrue();
        assertThat(session().document().file()).isEqualTo(saved.toString());
    }

    @Test
    void aFileIsOpenedAndItsCommandOffered(FxRobot robot) throws IOException {
        Files.writeString(folder.resolve("mine.sh"), LAB);

        robot.push(KeyCode.CONTROL, KeyCode.O);

        assertThat(session().labProperty().get().title()).isEqualTo("Mine");
        assertThat(desktop.composition().command().textProperty().get()).isEqualTo("ping -c1 127.0.0.1");
        assertThat(session().recent().get(0).command()).isEqualTo("mine.sh");
        assertThat(session().recent().get(0).lab())
                .isEqualTo(folder.resolve("mine.sh").toString());
    }

    @Test
    void editsAreNotLostWithoutAQuestion() throws IOException {
        Files.writeString(folder.resolve("mine.sh"), LAB);
        fx(() -> session().open("own-address", TableSetting.SHARED));
        fx(() -> session().run("web-1", "ip addr add 10.9.9.9/24 dev eth0"));

        answers.add(FileDialogs.Unsaved.STAY);
        fx(() -> desktop.openFile(folder.resolve("mine.sh")));
        assertThat(session().labProperty().get().id()).isEqualTo("own-address");

        answers.add(FileDialogs.Unsaved.SAVE);
        fx(() -> desktop.openFile(folder.resolve("mine.sh")));
        assertThat(folder.resolve("saved.sh")).content().contains("10.9.9.9/24");
        assertThat(session().labProperty().get().title()).isEqualTo("Mine");

        fx(() -> session().run("a", "ip addr add 10.9.9.9/24 dev lo"));
        answers.add(FileDialogs.Unsaved.DISCARD);
        fx(() -> session().open("own-address", TableSetting.SHARED));
        assertThat(session().labProperty().get().id()).isEqualTo("own-address");
        assertThat(folder.resolve("mine.sh")).content().isEqualTo(LAB);
        assertThat(answers).isEmpty();
    }

    @Test
    void closingAsksAboutALabOfOnesOwnAndNothingElse() throws IOException {
        Files.writeString(folder.resolve("mine.sh"), LAB);
        fx(() -> session().open("own-address", TableSetting.SHARED));
        fx(() -> session().run("web-1", "ip addr add 10.9.9.9/24 dev eth0"));
        assertThat(mayClose()).as("it is there again at the next start").isTrue();

        answers.add(FileDialogs.Unsaved.DISCARD);
        fx(() -> desktop.openFile(folder.resolve("mine.sh")));
        assertThat(mayClose()).as("nothing is edited").isTrue();
        fx(() -> session().run("a", "ip addr add 10.9.9.9/24 dev lo"));
        closings.add(FileDialogs.Closing.STAY);
        assertThat(mayClose()).isFalse();
        closings.add(FileDialogs.Closing.KEEP);
        assertThat(mayClose()).isTrue();
        assertThat(folder.resolve("mine.sh")).content().isEqualTo(LAB);
        assertThat(session().document().unsaved()).isTrue();
        closings.add(FileDialogs.Closing.SAVE);
        assertThat(mayClose()).isTrue();
        assertThat(folder.resolve("mine.sh")).content().contains("10.9.9.9/24");
        assertThat(closings).isEmpty();
        assertThat(mayClose()).isTrue();
    }

    private boolean mayClose() {
        return WaitForAsyncUtils.waitForAsyncFx(
                120_000, () -> desktop.composition().files().mayClose());
    }

    @Test
    void aLabThatWasBroughtAndIsInNoFileIsAskedFor() {
        fx(() -> session().opening().openNew());
        assertThat(mayClose()).as("nobody has done anything to it").isTrue();
        fx(() -> session().opening().openText("", LAB, refused -> {}));
        closings.add(FileDialogs.Closing.SAVE);

        assertThat(mayClose()).isTrue();

        assertThat(folder.resolve("saved.sh")).content().isEqualTo(LAB);
        assertThat(mayClose()).isTrue();
    }

    @Test
    void whatIsNoLabIsRefusedWithItsReason() throws IOException {
        Path binary = Files.write(folder.resolve("binary.sh"), new byte[] {'a', 0, 'b'});
        Path unknown = Files.writeString(
                folder.resolve("unknown.sh"), LAB.replace("ip -n a link", "frobnicate --now\nip -n a link"));

        for (Path file : List.of(binary, unknown, folder.resolve("missing.sh"))) {
            fx(() -> desktop.openFile(file));
            assertThat(window.noticeProperty().get().text()).contains(String.valueOf(file.getFileName()));
            assertThat(session().labProperty().get().id()).isEmpty();
        }
        assertThat(window.noticeProperty().get().text()).contains("there is no such file");
    }
}
