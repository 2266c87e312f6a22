package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.LabBuilder;
import org.packetwalk.desktop.model.LessonShelf;
import org.packetwalk.desktop.model.LogTab;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lesson.LessonCatalog;

/** No label of a control is cut, in either language, in the smallest window and in larger ones, at each scale. */
@ExtendWith(ApplicationExtension.class)
class UncutLabelsTest {
    /** Evidence and sentences in lists may end in an ellipsis: the inspector has them whole. */
    private static final Set<String> MAY_BE_CUT = Set.of(
            "event-detail", "event-title", "source", "console-row-text", "pick-text", "focus-kind", "recent-command");

    private static final String LESSON = "where-does-127.0.0.1-go";
    private static final Fonts FONTS = Fonts.load();

    private record Shown(DesktopWindow desktop, WindowModel window) {}

    static Stream<Arguments> windows() {
        return Stream.of(Locale.ENGLISH, Locale.CHINESE)
                .flatMap(language -> Stream.of(
                        Arguments.of(language, 1024, 700, 1.0),
                        Arguments.of(language, 1600, 1000, 1.0),
                        Arguments.of(language, 1536, 1050, 1.5),
                        Arguments.of(language, 2048, 1400, 2.0)));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void noLabelIsCut(Locale language, int width, int height, double scale) {
        Shown shown = WaitForAsyncUtils.waitForAsyncFx(120_000, () -> open(language, width, height, scale));
        List<String> cut = new ArrayList<>(cutIn(shown, () -> {}));
        cut.addAll(cutIn(shown, () -> trace(shown)));
        for (InspectorTab tab : InspectorTab.values()) {
            cut.addAll(cutIn(shown, () -> shown.window().tabProperty().set(tab)));
        }
        for (LogTab tab : LogTab.values()) {
            cut.addAll(cutIn(shown, () -> shown.window().log().show(tab)));
        }
        cut.addAll(cutIn(shown, () -> shown.window().log().toggleSplit()));
        cut.addAll(cutIn(shown, () -> {
            shown.window().canvasProperty().set(CanvasPicture.TOPOLOGY);
            LabBuilder builder = shown.desktop().composition().builder();
            builder.selectedProperty().set(new LabBuilder.Selection("left", "veth0"));
            builder.rename();
        }));
        cut.addAll(cutIn(shown, () -> {
            shown.window().canvasProperty().set(CanvasPicture.STACK);
            shown.desktop().composition().session().open(LESSON, TableSetting.SHARED);
            shown.window().lessons().openProperty().set(true);
        }));
        cut.addAll(cutIn(shown, () -> shown.desktop().composition().lesson().predict()));
        cut.addAll(cutIn(shown, () -> shown.desktop().composition().lesson().skip()));
        for (int page = 2; page <= 4; page++) {
            cut.addAll(cutIn(shown, () -> shown.desktop().composition().lesson().next()));
        }
        cut.addAll(cutIn(
                shown, () -> shown.window().accommodation().presentingProperty().set(true)));

        assertThat(cut).isEmpty();
    }

    private static void trace(Shown shown) {
        shown.desktop().composition().session().open("other-namespace", TableSetting.SHARED);
        shown.desktop().composition().command().trace();
        shown.desktop().composition().session().seek(16);
    }

    private static Shown open(Locale language, int width, int height, double scale) {
        WindowModel window = new WindowModel(Theme.LIGHT, language);
        window.accommodation().scaleProperty().set(scale);
        window.teach(new LessonShelf(LessonCatalog.all()));
        DesktopWindow desktop = new DesktopWindow(new SessionWalks(LabCatalog.all()), window, FONTS, width, height);
        return new Shown(desktop, window);
    }

    private static List<String> cutIn(Shown shown, Runnable step) {
        return WaitForAsyncUtils.waitForAsyncFx(120_000, () -> {
            step.run();
            shown.desktop().scene().snapshot(null);
            shown.desktop().scene().snapshot(null);
            List<String> cut = new ArrayList<>();
            collect(shown.desktop().scene().getRoot(), cut);
            return cut;
        });
    }

    private static void collect(Node node, List<String> cut) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()
                && !mayBeCut(labeled)) {
            for (Node child : labeled.getChildrenUnmodifiable()) {
                boolean letters = child instanceof Text && child.getStyleClass().contains("text");
                if (letters
                        && child.isVisible()
                        && child instanceof Text text
                        && !text.getText().equals(labeled.getText())) {
                    cut.add(labeled.getText() + " is cut to " + text.getText() + " " + labeled.getStyleClass());
                }
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, cut));
        }
    }

    private static boolean mayBeCut(Labeled labeled) {
        return labeled.getStyleClass().stream().anyMatch(MAY_BE_CUT::contains);
    }
}
