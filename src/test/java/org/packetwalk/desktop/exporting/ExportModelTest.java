package org.packetwalk.desktop.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.packetwalk.desktop.layers.LayersModel;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.MomentView;
import org.packetwalk.desktop.model.Pending;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.model.Work;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;
import org.packetwalk.sim.Stopped;
import org.packetwalk.trace.TraceEvent;

class ExportModelTest {
    private final WindowModel window = new WindowModel(Theme.DARK, Locale.ENGLISH);
    private final SessionModel session =
            new SessionModel(new SessionWalks(LabCatalog.all()), Messages.of(Locale.ENGLISH));
    private final CommandModel command = new CommandModel(session);
    private final LayersModel canvas = new LayersModel(session, window);
    private final ExportModel files = new ExportModel(
            session,
            command,
            window,
            () -> canvas.layout(ExportRequest.PICTURE, Density.REGULAR).drawing());

    @TempDir
    private Path folder;

    private Path trace = Path.of("");

    @BeforeEach
    void traceAndSave() {
        session.open("own-address", TableSetting.SEPARATE);
        command.trace();
        session.seek(5);
        trace = folder.resolve(files.fileName(ExportFormat.JSON).orElseThrow());
        files.save(ExportFormat.JSON, trace);
    }

    @Test
    void aSavedTraceReopensInAnotherLanguage() {
        assertThat(window.noticeProperty().get().text()).isEqualTo("Saved as " + trace + ".");
        SessionModel chinese = new SessionModel(new SessionWalks(List.of()), Messages.of(Locale.CHINESE));
        CommandModel offered = new CommandModel(chinese);

        new ExportModel(
                        chinese,
                        offered,
                        window,
                        () -> canvas.layout(ExportRequest.PICTURE, Density.REGULAR)
                                .drawing())
                .open(trace);

        assertThat(chinese.steps()).hasSameSizeAs(session.steps());
        assertThat(chinese.position()).isZero();
        assertThat(chinese.atStartProperty().get()).isFalse();
        assertThat(offered.textProperty().get())
                .isEqualTo(command.textProperty().get());
        assertThat(window.noticeProperty().get().isPresent()).isFalse();
        chinese.seek(5);
        assertThat(chinese.momentProperty().get().stack())
                .isEqualTo(session.momentProperty().get().stack());
        assertThat(chinese.steps().get(5).sentence()).containsPattern("\\p{IsHan}");
    }

    @Test
    void thePictureIsOfTheStepAndBothKindsCanBeExported() throws IOException {
        Path stack = folder.resolve("stack.png");
        Path topology = folder.resolve("topology.png");

        files.save(ExportFormat.PNG, stack);
        canvas.pictureProperty().set(CanvasPicture.TOPOLOGY);
        files.save(ExportFormat.PNG, topology);

        assertThat(files.fileName(ExportFormat.PNG)).contains("ping-10.141.155.131-step-06.png");
        assertThat(new String(Files.readAllBytes(stack), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("Step 6 of", "Tables local and main: separate");
        assertThat(stack).isRegularFile();
        assertThat(Files.readAllBytes(topology)).isNotEqualTo(Files.readAllBytes(stack));
        assertThat(window.folderProperty().get()).isEqualTo(folder.toString());
        List<byte[]> bytes = new ArrayList<>();
        files.picture(bytes::add);
        BufferedImage copied = ImageIO.read(new ByteArrayInputStream(bytes.get(0)));
        assertThat(copied.getWidth()).isEqualTo(2308);
    }

    @Test
    void beforeTheFirstCommandThereIsNothingToSave() {
        session.open("own-address", TableSetting.SHARED);

        assertThat(files.anySteps().get()).isFalse();
        assertThat(files.fileName(ExportFormat.JSON)).isEmpty();
        List<byte[]> copied = new ArrayList<>();
        files.picture(copied::add);
        assertThat(copied).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ExportFormat.class)
    void aSaveThatIsStoppedLeavesWhatWasThere(ExportFormat format) throws IOException {
        Path file = Files.writeString(folder.resolve("kept"), "as before");
        window.computeBy(new StoppingWork());

        files.save(format, file);

        assertThat(file).hasContent("as before");
        assertThat(folder.resolve("kept.part")).doesNotExist();
        assertThat(window.noticeProperty().get().text()).doesNotContain("kept");
    }

    @Test
    void packetsAreSavedOfAllDevicesOrOfOne() throws IOException {
        session.open("other-namespace", TableSetting.SHARED);
        command.trace();
        files.formatProperty().set(ExportFormat.PCAPNG);
        assertThat(files.devices()).containsExactly("left/veth0", "right/veth1");

        files.look();
        long all = files.previewProperty().get().words().lines().count();
        files.save(ExportFormat.PCAPNG, folder.resolve("all.pcapng"));
        files.deviceProperty().set("right/veth1");
        files.look();
        files.save(ExportFormat.PCAPNG, folder.resolve("one.pcapng"));

        assertThat(all).isEqualTo(8);
        assertThat(files.previewProperty().get().words().lines())
                .hasSize(4)
                .allMatch(line -> line.contains("right/veth1"));
        assertThat(folder.resolve("one.pcapng"))
                .content(StandardCharsets.ISO_8859_1)
                .doesNotContain("left/veth0");
        assertThat(folder.resolve("all.pcapng"))
                .content(StandardCharsets.ISO_8859_1)
                .contains("left/veth0");
    }

    @Test
    void aSaveTellsHowFarItIs() {
        List<TraceEvent> told = new ArrayList<>();
        window.computeBy(new Work() {
            @Override
            public <T> void run(String title, Supplier<Pending<T>> begin, Consumer<T> end) {
                assertThat(title).isEqualTo("Saving walk.gif");
                end.accept(begin.get()
                        .compute(snapshot -> told.add(snapshot.event()))
                        .get());
            }

            @Override
            public <T> void aside(String title, Supplier<Pending<T>> begin, Consumer<T> end) {}

            @Override
            public void inTurn(Runnable action) {}
        });

        files.save(ExportFormat.GIF, folder.resolve("walk.gif"));

        assertThat(told).hasSizeGreaterThan(session.steps().size());
        assertThat(folder.resolve("walk.gif")).isRegularFile();
    }

    /** Whoever waits has pressed Stop: the next event ends it. */
    private static final class StoppingWork implements Work {
        @Override
        public <T> void run(String title, Supplier<Pending<T>> begin, Consumer<T> end) {
            assertThatThrownBy(() -> begin.get().compute(snapshot -> {
                        throw new Stopped();
                    }))
                    .isInstanceOf(Stopped.class);
        }

        @Override
        public <T> void aside(String title, Supplier<Pending<T>> begin, Consumer<T> end) {}

        @Override
        public void inTurn(Runnable action) {}
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ping",
                "{\"format\": \"packetwalk-trace\", \"version\": 1",
                "{\"format\": \"packetwalk-trace\", \"version\": 2, \"savedBy\": \"2.1\"}",
                "\u0000\u0000"
            })
    void whatIsNoTraceIsRefusedInOneSentenceAndNothingChanges(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("no-trace.json"), content);
        MomentView moment = session.momentProperty().get();
        List<StepView> steps = List.copyOf(session.steps());

        files.open(file);

        assertThat(window.noticeProperty().get().text())
                .startsWith("no-trace.json")
                .hasLineCount(1);
        assertThat(session.momentProperty().get()).isEqualTo(moment);
        assertThat(session.steps()).isEqualTo(steps);
    }

    @Test
    void theFaultIsNamedWithItsPlace() throws IOException {
        String text = Files.readString(trace);
        Path file = Files.writeString(folder.resolve("bad.json"), text.replaceFirst("\"mark\": 0", "\"mark\": \"x\""));

        files.open(file);

        assertThat(window.noticeProperty().get().text()).matches("bad\\.json, line \\d+, column \\d+: .*mark.*");
    }

    @Test
    void aNewerTraceSaysWhoSavedIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("new.json"), "{\"format\": \"packetwalk-trace\", \"version\": 2, \"savedBy\": \"2.1\"}");

        files.open(file);

        assertThat(window.noticeProperty().get().text())
                .contains("This trace was saved by Packetwalk 2.1. This is development.");
    }

    @Test
    void whatAnotherVersionWalkedIsShownWithOneSentence() throws IOException {
        String text = Files.readString(trace);
        Path file = Files.writeString(
                folder.resolve("old.json"),
                text.replaceFirst("\"savedBy\": \"[^\"]*\"", "\"savedBy\": \"0.9\"")
                        .replaceFirst("\"labText\": \"[^\"]*\"", "\"labText\": \"\""));

        files.open(file);

        assertThat(window.noticeProperty().get().text()).startsWith("This trace was saved by Packetwalk 0.9");
        assertThat(session.steps()).isNotEmpty();
        files.save(ExportFormat.PNG, folder.resolve("alone.png"));
        assertThat(folder.resolve("alone.png")).isRegularFile();
    }

    @Test
    void aFileThatCannotBeReadOrWrittenIsSaid() {
        files.open(folder.resolve("missing.json"));
        String missing = window.noticeProperty().get().text();
        files.save(ExportFormat.JSON, Path.of("/proc/nothing/here.json"));

        assertThat(missing).contains("could not be read");
        assertThat(window.noticeProperty().get().text()).contains("could not be written");
    }
}
