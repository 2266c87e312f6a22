package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
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
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;

/** A person traces a ping, reads why it takes lo, saves it, and opens it again another day. */
@ExtendWith(ApplicationExtension.class)
class SavingStoryTest {
    @TempDir
    private Path folder;

    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private DesktopWindow desktop;

    /** Answers with a file of the folder, under the name that was suggested. */
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
            return Optional.of(folder.resolve(name));
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
        public Optional<Path> open(String remembered, Messages messages) {
            return Optional.of(folder.resolve("ping-10.141.155.131.packetwalk.json"));
        }
    }

    @Start
    void start(Stage stage) {
        desktop = window();
        stage.setScene(desktop.scene());
        stage.show();
    }

    private DesktopWindow window() {
        return new DesktopWindow(
                new SessionWalks(LabCatalog.all()), window, Fonts.load(), new Size(1240, 780), scene -> new Answers());
    }

    @Test
    void aTraceIsReadSavedAndReadAgain(FxRobot robot) {
        robot.clickOn("#lab-own-address");
        robot.clickOn("#trace");
        int hit = stepToTheRoutingDecision(robot);
        String reason = reason(robot);
        assertThat(reason).startsWith("10.141.155.131 is this host’s own address.");
        robot.type(KeyCode.LEFT);
        assertThat(reason(robot)).isNotEqualTo(reason);
        robot.type(KeyCode.END);
        List<String> sentences = sentences();
        String end = reason(robot);
        String step = text(robot, "#step-text");

        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(text(robot, "#notice-text")).startsWith("Saved as ");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        assertThat(folder).isDirectoryContaining(file -> file.toString().endsWith(".png"));
        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#open-trace");

        assertThat(robot.lookup("#start").queryAll()).isEmpty();
        assertThat(session().position()).isZero();
        assertThat(sentences()).isEqualTo(sentences);
        robot.type(KeyCode.RIGHT);
        assertThat(stepToTheRoutingDecision(robot)).isEqualTo(hit);
        assertThat(reason(robot)).isEqualTo(reason);
        robot.type(KeyCode.END);
        assertThat(reason(robot)).isEqualTo(end);
        assertThat(text(robot, "#step-text")).isEqualTo(step);
    }

    @Test
    void aFormatIsChosenWithALookAtItAndRemembered(FxRobot robot) throws Exception {
        robot.clickOn("#lab-own-address");
        robot.clickOn("#trace");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
        Image light = shownPicture(robot);

        robot.clickOn("#export-dark");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(brightness(shownPicture(robot))).isLessThan(brightness(light) / 2);
        robot.interact(() -> robot.lookup("#export-formats")
                .<ExportFormat>queryListView()
                .getSelectionModel()
                .select(ExportFormat.MARKDOWN));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".export-words").queryLabeled().getText()).startsWith("# ");

        robot.clickOn("#export-save");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(folder).isDirectoryContaining(file -> file.toString().endsWith(".md"));
        assertThat(robot.lookup("#export-sheet").tryQuery()).isEmpty();
        assertThat(window.export().word()).isEqualTo("markdown-dark");
    }

    private static Image shownPicture(FxRobot robot) {
        return ((ImageView) ((Pane) robot.lookup("#export-preview").query())
                        .getChildren()
                        .get(0))
                .getImage();
    }

    private static double brightness(Image picture) {
        return picture.getPixelReader().getColor(3, 3).getBrightness();
    }

    @Test
    void theMenuOfTheCommandBarSaves(FxRobot robot) {
        robot.clickOn("#lab-own-address");
        robot.clickOn("#trace");
        robot.clickOn("#export");
        robot.clickOn("#export-json");

        assertThat(Files.exists(folder.resolve("ping-10.141.155.131.packetwalk.json")))
                .isTrue();
    }

    private int stepToTheRoutingDecision(FxRobot robot) {
        int steps = 0;
        while (!reason(robot).contains("own address") && steps < 30) {
            robot.type(KeyCode.RIGHT);
            steps++;
        }
        return session().position();
    }

    private List<String> sentences() {
        List<String> all = new ArrayList<>();
        session().steps().forEach(step -> all.add(step.sentence()));
        return all;
    }

    private SessionModel session() {
        return desktop.composition().session();
    }

    private static String reason(FxRobot robot) {
        return robot.lookup("#why-headline").query().getAccessibleText();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }
}
