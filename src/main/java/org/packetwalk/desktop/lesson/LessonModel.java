package org.packetwalk.desktop.lesson;

import java.util.Optional;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.LessonShelf;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.lesson.Item;
import org.packetwalk.lesson.Lesson;
import org.packetwalk.lesson.LessonProgress;
import org.packetwalk.lesson.LessonProgress.Guess;
import org.packetwalk.lesson.Performance;

/** The lesson of the open lab: its pages, its prediction, and the tasks that are found done. */
public final class LessonModel {
    private final SessionModel session;
    private final WindowModel window;
    private final LessonShelf shelf;
    private final LessonWords words;
    private final ReadOnlyObjectWrapper<LessonPage> page = new ReadOnlyObjectWrapper<>(LessonPage.NONE);
    private final ReadOnlyObjectWrapper<PredictCard> card = new ReadOnlyObjectWrapper<>(PredictCard.NONE);
    private String lab = "";
    private boolean skipping;

    /** The lessons of a window. */
    public LessonModel(SessionModel session, WindowModel window) {
        this.session = session;
        this.window = window;
        shelf = window.lessons();
        words = new LessonWords(session.messages());
        shelf.held().ifPresent(held -> {
            session.holdBack(held.prediction().hide());
            card.set(words.card(held.prediction()));
        });
        session.labProperty().subscribe(open -> opened(open.id()));
        session.heldBackProperty().subscribe(held -> leftOpen(held));
        session.performedProperty().subscribe(this::performed);
        session.positionProperty().subscribe(position -> standing(position.intValue()));
        shelf.openProperty().subscribe(wanted -> show());
        shelf.versionProperty().subscribe(version -> show());
        window.canvasProperty().subscribe(picture -> cover());
    }

    /** What the panel shows. */
    ReadOnlyObjectProperty<LessonPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** The card that asks. */
    ReadOnlyObjectProperty<PredictCard> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** Whether the panel is in view. */
    public ObservableBooleanValue shown() {
        return Bindings.createBooleanBinding(
                () -> shelf.openProperty().get() && page.get().isPresent(), shelf.openProperty(), page);
    }

    /** Whether the open lab has a lesson. */
    public ObservableBooleanValue there() {
        return Bindings.createBooleanBinding(() -> page.get().isPresent(), page);
    }

    /** Opens the panel, or closes it; a prediction that is open stays. */
    public void toggle() {
        shelf.openProperty().set(!shelf.openProperty().get());
    }

    private Optional<LessonProgress> progress() {
        return shelf.progress(lab);
    }

    private void opened(String id) {
        if (!id.equals(lab)) {
            boolean another = !lab.isEmpty();
            lab = id;
            if (another) {
                close();
            }
        }
        show();
    }

    private void show() {
        page.set(progress()
                .map(now -> words.page(now, session.labProperty().get().label(), shelf.page(lab)))
                .orElse(LessonPage.NONE));
        session.expect(shelf.openProperty().get() ? progress().flatMap(LessonProgress::prediction) : Optional.empty());
    }

    /** To the next page, where nothing is given away. */
    public void next() {
        LessonPage shown = page.get();
        if (shown.isPresent() && !shown.locked() && shown.number() < shown.pages()) {
            shelf.page(lab, shown.number());
            show();
        }
    }

    /** To the page before. */
    public void back() {
        if (page.get().number() > 1) {
            shelf.page(lab, page.get().number() - 2);
            show();
        }
    }

    /** Begins the lesson anew, with the lab as it is at the start. */
    public void restart() {
        progress().map(LessonProgress::lesson).ifPresent(this::restart);
    }

    private void restart(Lesson lesson) {
        close();
        shelf.page(lab, 0);
        shelf.progress(lab, LessonProgress.begin(lesson));
        session.open(lab, session.tablesProperty().get());
        show();
    }

    /** Whether a prediction can be asked now. */
    public ObservableBooleanValue canPredict() {
        return Bindings.createBooleanBinding(
                () -> shelf.openProperty().get()
                        && card.get().stage() != PredictCard.Stage.ASKING
                        && progress().flatMap(LessonProgress::prediction).isPresent(),
                shelf.openProperty(),
                card,
                page);
    }

    /** Runs the command of the next prediction, as far as the answer cannot be seen. */
    public void predict() {
        ask(false);
    }

    private void ask(boolean skip) {
        skipping = skip;
        if (card.get().stage() != PredictCard.Stage.ASKING) {
            progress()
                    .flatMap(LessonProgress::prediction)
                    .ifPresent(asked -> session.trace(
                            asked.command().host().name(), asked.command().command()));
        }
    }

    /** Shows the answer of the next prediction without an answer to it. */
    public void skip() {
        if (shelf.held().isPresent()) {
            answer("");
        } else {
            ask(true);
        }
    }

    private void performed(Optional<Performance> performance) {
        if (performance.isEmpty()) {
            return;
        }
        Performance run = performance.get();
        progress().ifPresent(before -> {
            Optional<Item.Prediction> asked = before.prediction();
            if (session.heldBackProperty().get() && asked.isPresent()) {
                String right = asked.get().answer().right(run).orElse("");
                shelf.hold(Optional.of(new LessonShelf.Held(asked.get(), right)));
                session.seek(session.steps().size() - 1);
                card.set(words.card(asked.get()));
                cover();
                if (skipping) {
                    answer("");
                }
            }
            skipping = false;
            progress().ifPresent(now -> shelf.progress(lab, now.after(run)));
        });
    }

    private void standing(int position) {
        // whoever steps on has read the answer
        closeCard();
        if (position >= 0 && position < session.steps().size()) {
            progress()
                    .ifPresent(before -> shelf.progress(
                            lab, before.standing(session.steps().get(position).facts())));
        }
    }

    /** While a prediction is open, no picture is shown that would answer it. */
    private void cover() {
        if (shelf.held().isPresent() && window.canvasProperty().get() != CanvasPicture.STACK) {
            window.canvasProperty().set(CanvasPicture.STACK);
        }
    }

    /** Answers the open prediction with one of its choices, 1 and up, and shows the right one. */
    public void answer(int choice) {
        choose(choice);
        reveal();
    }

    /** Puts away the card of an answered prediction. */
    public void closeCard() {
        if (card.get().isRevealed()) {
            card.set(PredictCard.NONE);
        }
    }

    /** Chooses one of the possibilities, 1 and up. */
    void choose(int choice) {
        PredictCard asked = card.get();
        if (asked.stage() == PredictCard.Stage.ASKING
                && choice <= asked.choices().size()) {
            card.set(asked.choosing(choice));
        }
    }

    /** Types a value. */
    void type(String value) {
        if (card.get().stage() == PredictCard.Stage.ASKING) {
            card.set(card.get().typing(value));
        }
    }

    /** Shows the right answer beside the one that was given; a second time, closes the card. */
    void reveal() {
        PredictCard asked = card.get();
        if (asked.isRevealed()) {
            closeCard();
        } else if (asked.isAnswered()) {
            answer(asked.choices().isEmpty() ? asked.given().strip() : String.valueOf(asked.chosen()));
        }
    }

    private void answer(String given) {
        shelf.held().ifPresent(held -> {
            Guess guess = new Guess(given, held.right());
            shelf.hold(Optional.empty());
            session.showAll();
            card.set(card.get().revealed(stage(guess), number(held), words.verdict(held.prediction(), guess)));
            progress().ifPresent(before -> shelf.progress(lab, before.guessed(guess)));
        });
    }

    private static PredictCard.Stage stage(Guess guess) {
        if (guess.skipped()) {
            return PredictCard.Stage.SKIPPED;
        }
        return guess.correct() ? PredictCard.Stage.RIGHT : PredictCard.Stage.WRONG;
    }

    private static int number(LessonShelf.Held held) {
        return held.right().matches("[1-9]") ? Integer.parseInt(held.right()) : 0;
    }

    /** The lab was opened anew while a prediction was open. */
    private void leftOpen(boolean held) {
        if (!held && shelf.held().isPresent()) {
            shelf.hold(Optional.empty());
            card.set(PredictCard.NONE);
        }
    }

    /** Leaves a prediction that was not answered. */
    private void close() {
        shelf.hold(Optional.empty());
        session.showAll();
        card.set(PredictCard.NONE);
    }
}
