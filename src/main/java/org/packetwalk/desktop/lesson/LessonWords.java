package org.packetwalk.desktop.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.packetwalk.desktop.model.Wording;
import org.packetwalk.lesson.Answer;
import org.packetwalk.lesson.Item;
import org.packetwalk.lesson.Lesson;
import org.packetwalk.lesson.LessonProgress;
import org.packetwalk.lesson.Part;
import org.packetwalk.lesson.Text;
import org.packetwalk.lesson.Typed;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.SpokenPart;

/** Puts the pages of a lesson into the words of the window. */
final class LessonWords {
    /** Which parts share a page. */
    static final List<List<Part>> PAGES = List.of(
            List.of(Part.SYMPTOM, Part.PREDICT),
            List.of(Part.WATCH),
            List.of(Part.EXPLAIN),
            List.of(Part.CHANGE, Part.CHECK));

    private final Messages messages;

    LessonWords(Messages messages) {
        this.messages = messages;
    }

    /** A page of a lesson as far as the learner is. */
    LessonPage page(LessonProgress progress, String label, int page) {
        Lesson lesson = progress.lesson();
        List<LessonPage.Paragraph> texts = new ArrayList<>();
        List<LessonPage.Row> rows = new ArrayList<>();
        for (Part part : PAGES.get(page)) {
            lesson.section(part).filter(section -> !asks(rows)).ifPresent(section -> {
                if (!section.text().isEmpty()) {
                    texts.add(new LessonPage.Paragraph(
                            messages.text("lesson." + part.name().toLowerCase(Locale.ROOT)),
                            wording(section.text()),
                            false));
                }
                section.notes()
                        .forEach(note -> texts.add(
                                new LessonPage.Paragraph(messages.text("lesson.article"), wording(note), true)));
                section.items().forEach(item -> {
                    if (!asks(rows)) {
                        boolean first = rows.stream().allMatch(LessonWords::isDone);
                        rows.add(row(progress, item, first));
                    }
                });
            });
        }
        return new LessonPage(
                lesson.lab(),
                label,
                page + 1,
                PAGES.size(),
                lesson.question().in(messages.locale()),
                texts,
                rows,
                guesses(progress),
                lesson.predictions().size(),
                progress.right(),
                locked(progress, page),
                progress.complete());
    }

    /** Nobody is told what a prediction of this page asks before it is answered or skipped. */
    private static boolean locked(LessonProgress progress, int page) {
        return PAGES.get(page).stream()
                .flatMap(part -> progress.lesson().section(part).stream())
                .flatMap(section -> section.items().stream())
                .anyMatch(item -> item instanceof Item.Prediction && !progress.done(item));
    }

    /** Whether the last of the rows asks for a prediction that is open: what comes behind it would often answer it. */
    private static boolean asks(List<LessonPage.Row> rows) {
        return !rows.isEmpty() && rows.get(rows.size() - 1).prediction() && !isDone(rows.get(rows.size() - 1));
    }

    private static boolean isDone(LessonPage.Row row) {
        return row.state() != LessonPage.State.OPEN && row.state() != LessonPage.State.CURRENT;
    }

    /** An item; the first of a page that is not done is the one to do now. */
    private LessonPage.Row row(LessonProgress progress, Item item, boolean first) {
        LessonPage.State open = first ? LessonPage.State.CURRENT : LessonPage.State.OPEN;
        LessonPage.State state = progress.done(item) ? LessonPage.State.DONE : open;
        if (item instanceof Item.Task task) {
            return new LessonPage.Row(
                    false,
                    wording(item.text()),
                    state,
                    task.solution().stream().map(LessonWords::typed).toList(),
                    "");
        }
        Item.Prediction prediction = (Item.Prediction) item;
        int number = progress.lesson().predictions().indexOf(prediction);
        boolean answered = number < progress.guesses().size();
        return new LessonPage.Row(
                true,
                wording(item.text()),
                answered ? state(progress.guesses().get(number)) : state,
                List.of(typed(prediction.command())),
                answered ? remark(prediction, progress.guesses().get(number)) : "");
    }

    /** A command with the host it is typed on. */
    private static String typed(Typed typed) {
        return (typed.host().name().isEmpty() ? "" : typed.host().name() + " ") + "$ " + typed.command();
    }

    private static List<LessonPage.State> guesses(LessonProgress progress) {
        return progress.guesses().stream().map(LessonWords::state).toList();
    }

    private static LessonPage.State state(LessonProgress.Guess guess) {
        if (guess.skipped()) {
            return LessonPage.State.SKIPPED;
        }
        return guess.correct() ? LessonPage.State.DONE : LessonPage.State.WRONG;
    }

    private String remark(Item.Prediction prediction, LessonProgress.Guess guess) {
        String right = plain(answer(prediction, guess.right()));
        if (guess.skipped()) {
            return messages.text("predict.skipped", right);
        }
        return guess.correct()
                ? messages.text("predict.right", right)
                : messages.text("predict.wrong", plain(answer(prediction, guess.given())), right);
    }

    /** What is said when a prediction is revealed. */
    Wording verdict(Item.Prediction prediction, LessonProgress.Guess guess) {
        return Wording.plain(remark(prediction, guess));
    }

    /** An answer as a learner reads it: of choices, the label. */
    private String answer(Item.Prediction prediction, String answer) {
        if (prediction.answer() instanceof Answer.Choices choices
                && answer.matches("[1-9]")
                && Integer.parseInt(answer) <= choices.choices().size()) {
            return choices.choices().get(Integer.parseInt(answer) - 1).label().in(messages.locale());
        }
        return answer;
    }

    private static String plain(String text) {
        return text.replace("`", "");
    }

    /** The card of a prediction. */
    PredictCard card(Item.Prediction prediction) {
        List<PredictCard.Possibility> choices = prediction.answer() instanceof Answer.Choices some
                ? some.choices().stream()
                        .map(choice ->
                                new PredictCard.Possibility(wording(choice.label()), wording(choice.description())))
                        .toList()
                : List.of();
        return new PredictCard(wording(prediction.text()), choices, 0, "", PredictCard.Stage.ASKING, 0, Wording.NONE);
    }

    /** A text whose names and commands stand between backquotes. */
    private Wording wording(Text text) {
        List<SpokenPart> parts = new ArrayList<>();
        String[] pieces = text.in(messages.locale()).split("`", -1);
        for (int i = 0; i < pieces.length; i++) {
            if (!pieces[i].isEmpty()) {
                parts.add(new SpokenPart(pieces[i], i % 2 == 0 ? SpokenPart.Style.PLAIN : SpokenPart.Style.NAME));
            }
        }
        return new Wording(parts);
    }
}
