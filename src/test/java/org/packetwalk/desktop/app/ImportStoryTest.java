package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.exporting.FileDialogs;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;

/** A person brings what their own host says and sees where a packet goes there. */
@ExtendWith(ApplicationExtension.class)
class ImportStoryTest {
    private static final Path FOLDER = Path.of("src/test/resources/collected");

    private DesktopWindow desktop;

    @Start
    void start(Stage stage) {
        desktop = new DesktopWindow(
                new SessionWalks(LabCatalog.all()),
                new WindowModel(Theme.LIGHT, Locale.ENGLISH),
                Fonts.load(),
                new Size(1240, 780),
                scene -> new Collected());
        stage.setScene(desktop.scene());
        stage.show();
    }

    @Test
    void pastedLinesThatAreNotUnderstoodAreShownBeforeTheLabIsOpened(FxRobot robot) throws Exception {
        String pasted = Files.readString(FOLDER.resolve("pasted.txt"));
        robot.push(KeyCode.CONTROL, KeyCode.I);
        TextArea text = robot.lookup("#import-text").queryAs(TextArea.class);
        Button make = robot.lookup("#import-make").queryButton();
        assertThat(make.isDisabled()).isTrue();

        robot.interact(() -> text.setText(pasted));
        robot.clickOn("#import-make");
        WaitForAsyncUtils.waitForFxEvents();

        ListView<?> notes = robot.lookup("#import-notes").queryListView();
        assertThat(notes.getItems()).hasSize(2);
        assertThat(desktop.composition().session().atStartProperty().get()).isTrue();
        robot.interact(() -> notes.getSelectionModel().select(1));
        assertThat(text.getSelectedText()).isEqualTo("admin@web:~$ what else");

        robot.clickOn("#import-make");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("#import").tryQuery()).isEmpty();
        assertThat(desktop.composition().session().labProperty().get().title()).isEqualTo("host");
        assertThat(desktop.composition().command().textProperty().get()).isEqualTo("ping -c1 -W1 8.8.8.8");
        assertThat(desktop.composition().session().steps()).isNotEmpty();
        assertThat(desktop.composition().events().rows())
                .anyMatch(row -> row.toString().contains("192.0.2.1"));
    }

    @Test
    void aCollectedFileOpensAtOnce(FxRobot robot) {
        robot.clickOn("#import-host");
        robot.clickOn("#import-file");
        robot.interact(() ->
                robot.lookup("#import-destination").queryTextInputControl().setText("172.17.0.2"));
        robot.clickOn("#import-make");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(desktop.composition().session().labProperty().get().hosts()).contains("web1", "c1");
        assertThat(desktop.composition().session().steps()).isNotEmpty();
    }

    @Test
    void whatIsNoDestinationIsNotSent(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.I);
        robot.interact(() -> {
            robot.lookup("#import-text").queryAs(TextArea.class).setText("nothing that is known");
            robot.lookup("#import-destination").queryTextInputControl().setText("8.8.8.8; reboot");
        });
        assertThat(robot.lookup("#import-make").queryButton().isDisabled()).isTrue();

        robot.interact(() ->
                robot.lookup("#import-destination").queryTextInputControl().setText(""));
        robot.clickOn("#import-make");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#import-summary").queryAs(Label.class).getText())
                .isEqualTo("0 lines are in the lab as the host said them; 1 are listed above.");
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#import").tryQuery()).isEmpty();
    }

    /** Answers with what was collected on a real kernel. */
    private static final class Collected implements FileDialogs {
        @Override
        public Optional<Path> saveLab(String remembered, String name, Messages messages) {
            return Optional.empty();
        }

        @Override
        public Closing closing(String lab, Messages messages) {
            return Closing.KEEP;
        }

        @Override
        public Unsaved unsaved(String lab, Messages messages) {
            return Unsaved.DISCARD;
        }

        @Override
        public Optional<Path> save(String folder, String name, ExportFormat format, Messages messages) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> open(String folder, Messages messages) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> other(String folder, String key, Messages messages) {
            return Optional.of(FOLDER.resolve("docker-host.txt"));
        }
    }
}
