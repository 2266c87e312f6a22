package org.packetwalk.desktop.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.packetwalk.desktop.exporting.ExportModel;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.LessonShelf;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.importing.CaptureOverlay;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lesson.LessonCatalog;
import org.packetwalk.lesson.LessonProgress;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.trace.LinkEvent;

class LessonModelTest {
    private static final String LAB = "where-does-127.0.0.1-go";
    private static final String PING = "ping -c1 127.0.0.1";

    private final SessionWalks source = new SessionWalks(LabCatalog.all());
    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private SessionModel session;
    private LessonModel lesson;

    @BeforeEach
    void openTheLesson() {
        window.teach(new LessonShelf(LessonCatalog.all()));
        compose(Locale.ENGLISH);
        session.open(LAB, TableSetting.SHARED);
        window.lessons().openProperty().set(true);
    }

    private void compose(Locale language) {
        session = new SessionModel(source, Messages.of(language));
        lesson = new LessonModel(session, window);
    }

    private boolean sends() {
        return session.steps().stream().anyMatch(step -> step.title().startsWith("Sent by"));
    }

    @Test
    void whileAPredictionIsOpenNothingGivesItAway() {
        lesson.predict();

        assertThat(lesson.cardProperty().get().stage()).isEqualTo(PredictCard.Stage.ASKING);
        assertThat(session.steps()).isNotEmpty();
        assertThat(session.position()).isEqualTo(session.steps().size() - 1);
        assertThat(sends()).isFalse();
        assertThat(session.captured()).isEmpty();
        session.seek(1000);
        assertThat(session.position()).isEqualTo(session.steps().size() - 1);
        window.canvasProperty().set(CanvasPicture.ROUTE);
        assertThat(window.canvasProperty().get()).isEqualTo(CanvasPicture.STACK);
        lesson.next();
        assertThat(lesson.pageProperty().get().number()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Grain.class)
    void howeverCoarseTheStepsAreNoneReachesBeyondWhatIsHidden(Grain grain) {
        session.cut(grain);
        lesson.predict();

        assertThat(session.steps())
                .allSatisfy(step -> assertThat(step.events()).noneMatch(LinkEvent.TransmitStarted.class::isInstance));
    }

    @Test
    void thePictureDoesNotOpenTheHostThatIsReachedLater() {
        session.open("other-namespace", TableSetting.SHARED);
        lesson.predict();

        assertThat(session.momentProperty().get().stack().hosts()).hasSize(1);
        lesson.answer(1);
        assertThat(session.momentProperty().get().stack().hosts()).hasSize(2);
    }

    @Test
    void whatIsSavedKnowsNothingOfTheRest(@TempDir Path folder) throws IOException {
        ExportModel files = new ExportModel(
                session,
                new CommandModel(session),
                window,
                () -> StackDiagram.layout(
                                session.momentProperty().get().stack(), ExportRequest.PICTURE, Density.REGULAR)
                        .drawing());
        lesson.predict();

        for (ExportFormat format : ExportFormat.values()) {
            files.save(format, folder.resolve(format.id()));
        }

        assertThat(folder).isDirectoryContaining("glob:**png").isDirectoryContaining("glob:**svg");
        assertThat(folder.toFile().list()).hasSize(2);
        assertThat(window.noticeProperty().get().text()).contains("A prediction is open");
        assertThat(session.saved().orElseThrow().trace().events())
                .isNotEmpty()
                .noneMatch(LinkEvent.TransmitStarted.class::isInstance);
    }

    @Test
    void theListOfRecentTracesAndARealCaptureDoNotAnswer() {
        lesson.predict();

        assertThat(session.recent()).noneMatch(trace -> trace.command().equals(PING));
        assertThat(session.overlay(List.of()).count(CaptureOverlay.Where.WALK)).isZero();
        session.document().undo();
        assertThat(lesson.cardProperty().get().isOpen()).isTrue();
        lesson.type("2");
        lesson.reveal();
        assertThat(session.recent()).anyMatch(trace -> trace.command().equals(PING));
    }

    @Test
    void whoLeavesForTheStartAndOpensTheLabAnewIsNotAskedAnyMore() {
        lesson.predict();

        session.goToStart();
        session.open(LAB, TableSetting.SHARED);

        assertThat(lesson.cardProperty().get().isOpen()).isFalse();
        lesson.predict();
        assertThat(lesson.cardProperty().get().isOpen()).isTrue();
    }

    @Test
    void whatFollowsAnOpenPredictionOnItsPageIsReadAfterIt() {
        lesson.skip();
        lesson.next();
        session.trace("web-1", "tcpdump icmp -i lo -c 2 &");
        session.trace("web-1", "ping localhost -c 1");
        lesson.skip();
        lesson.next();
        lesson.next();
        session.seek(session.steps().size() - 1);
        session.trace("web-1", "ip link set lo down");

        assertThat(lesson.pageProperty().get().texts()).hasSize(1);
        assertThat(lesson.pageProperty().get().items())
                .hasSize(2)
                .last()
                .satisfies(row -> assertThat(row.prediction()).isTrue());
        lesson.skip();
        assertThat(lesson.pageProperty().get().texts()).hasSize(2);
        assertThat(lesson.pageProperty().get().items()).hasSize(3);
    }

    @Test
    void theConsoleDoesNotAnswerEither() {
        session.open("which-table-first", TableSetting.SHARED);
        lesson.predict();

        assertThat(session.consoleProperty().get()).last().satisfies(entry -> {
            assertThat(entry.command()).isEqualTo("ip route get 127.5.5.5");
            assertThat(entry.output()).isEmpty();
        });
        assertThat(session.steps()).isEmpty();
        lesson.answer(2);
        assertThat(session.consoleProperty().get())
                .last()
                .satisfies(entry -> assertThat(entry.output()).contains("dev eth0"));
    }

    @Test
    void whileAPredictionIsOpenNothingElseIsRun() {
        lesson.predict();

        session.trace("web-1", "ip link set lo down");

        assertThat(session.refusalProperty().get().text()).contains("A prediction is open");
    }

    @Test
    void aWrongAnswerIsKeptBesideTheRightOne() {
        lesson.predict();
        lesson.type("5");
        lesson.reveal();

        assertThat(lesson.cardProperty().get().stage()).isEqualTo(PredictCard.Stage.WRONG);
        assertThat(lesson.cardProperty().get().verdict().text()).isEqualTo("You said 5. It was 2.");
        assertThat(sends()).isTrue();
        assertThat(lesson.pageProperty().get().guesses()).containsExactly(LessonPage.State.WRONG);
        lesson.reveal();
        assertThat(lesson.cardProperty().get().isOpen()).isFalse();
    }

    @Test
    void whoeverStepsOnHasReadTheAnswer() {
        lesson.predict();
        lesson.type("5");
        lesson.reveal();
        assertThat(lesson.cardProperty().get().isOpen()).isTrue();

        session.seek(session.position() + 1);

        assertThat(lesson.cardProperty().get().isOpen()).isFalse();
    }

    @Test
    void aRightAnswerCounts() {
        lesson.predict();
        lesson.type(" 2 ");
        lesson.reveal();

        assertThat(lesson.pageProperty().get().right()).isEqualTo(1);
        assertThat(lesson.pageProperty().get().locked()).isFalse();
    }

    @Test
    void whatIsTypedByHandIsAskedForToo() {
        session.trace("web-1", PING);

        assertThat(session.heldBackProperty().get()).isTrue();
        assertThat(lesson.cardProperty().get().isOpen()).isTrue();
    }

    @Test
    void aPredictionCanBeSkippedBeforeItIsAsked() {
        lesson.skip();

        assertThat(session.heldBackProperty().get()).isFalse();
        assertThat(lesson.cardProperty().get().verdict().text()).isEqualTo("Skipped. The answer was 2.");
        assertThat(sends()).isTrue();
    }

    @Test
    void anotherLanguageLeavesThePredictionOpen() {
        lesson.predict();
        int seen = session.steps().size();

        SessionModel before = session;
        compose(Locale.CHINESE);
        session.resume(before.tablesProperty().get(), before.grainProperty().get(), before.position(), false);

        assertThat(session.steps()).hasSize(seen);
        assertThat(lesson.cardProperty().get().stage()).isEqualTo(PredictCard.Stage.ASKING);
        lesson.type("2");
        lesson.reveal();
        assertThat(lesson.pageProperty().get().right()).isEqualTo(1);
        window.canvasProperty().set(CanvasPicture.ROUTE);
        assertThat(window.canvasProperty().get()).isEqualTo(CanvasPicture.ROUTE);
    }

    @Test
    void anotherLabLeavesThePredictionUnanswered() {
        lesson.predict();

        session.open("own-address", TableSetting.SHARED);
        session.trace("web-1", "ping -c1 127.0.0.1");

        assertThat(lesson.cardProperty().get().isOpen()).isFalse();
        assertThat(sends()).isTrue();
        assertThat(window.lessons().progress(LAB).orElseThrow().guesses()).isEmpty();
    }

    @Test
    void tasksTickByThemselvesInTheirOrder() {
        session.open("lo-is-down", TableSetting.SHARED);
        lesson.skip();
        assertThat(done("lo-is-down")).isEmpty();
        for (int i = session.position(); i < session.steps().size(); i++) {
            session.seek(i);
        }
        assertThat(done("lo-is-down")).containsExactly(0);

        lesson.skip();
        lesson.skip();
        session.trace("web-1", "ping -c1 -W1 10.141.155.131");
        assertThat(done("lo-is-down")).containsExactly(0);
        session.seek(session.steps().size() - 1);
        session.trace("web-1", "ip link set lo up");
        assertThat(done("lo-is-down")).containsExactly(0, 1);
        session.trace("web-1", "ping -c1 -W1 10.141.155.131");

        assertThat(done("lo-is-down")).containsExactly(0, 1, 2);
        assertThat(lesson.pageProperty().get().complete()).isTrue();
    }

    private Iterable<Integer> done(String lab) {
        return window.lessons().progress(lab).orElseThrow().tasks();
    }

    @Test
    void howFarOneIsIsKept() {
        SortedMap<String, LessonProgress> kept = new TreeMap<>();
        window.lessons().keep(new TreeMap<>(), kept::putAll);

        lesson.skip();

        assertThat(kept.get(LAB).guesses()).containsExactly(new LessonProgress.Guess("", "2"));
        LessonShelf next = new LessonShelf(List.copyOf(LessonCatalog.all()));
        next.keep(kept, all -> {});
        assertThat(next.progress(LAB).orElseThrow().done()).isEqualTo(1);
    }

    @Test
    void aLessonCanBeBegunAnew() {
        lesson.skip();
        lesson.next();

        lesson.restart();

        assertThat(lesson.pageProperty().get().number()).isEqualTo(1);
        assertThat(lesson.pageProperty().get().guesses()).isEmpty();
        assertThat(session.steps()).isEmpty();
    }
}
