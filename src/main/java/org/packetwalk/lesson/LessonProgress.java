package org.packetwalk.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.packetwalk.filter.StepFacts;

/**
 * How far a learner is. Tasks are done in their order, so that a check after a change cannot have been done before it; only
 * a look at a walk may be left out.
 *
 * @param tasks the numbers of the tasks that are done, from 0
 * @param guesses what was answered to the predictions, in order
 */
public record LessonProgress(Lesson lesson, SortedSet<Integer> tasks, List<Guess> guesses) {

    /** Keeps its own copies; what a lesson does not have is not done. */
    public LessonProgress {
        int there = lesson.tasks().size();
        tasks = Collections.unmodifiableSortedSet(tasks.stream()
                .filter(task -> task >= 0 && task < there)
                .collect(Collectors.toCollection(TreeSet::new)));
        guesses = List.copyOf(
                guesses.subList(0, Math.min(guesses.size(), lesson.predictions().size())));
    }

    /**
     * What was answered.
     *
     * @param given the answer, empty if it was skipped
     * @param right the right answer
     */
    public record Guess(String given, String right) {

        /** Whether it was shown without an answer. */
        public boolean skipped() {
            return given.isEmpty();
        }

        /** Whether the answer was right. */
        public boolean correct() {
            return !skipped() && Answer.same(given, right);
        }
    }

    /** A lesson nobody has begun. */
    public static LessonProgress begin(Lesson lesson) {
        return new LessonProgress(lesson, new TreeSet<>(), List.of());
    }

    /** After a command was run. */
    public LessonProgress after(Performance run) {
        return with(task -> !task.walked() && task.done().stream().allMatch(condition -> condition.holds(run)));
    }

    /** After somebody has come to stand at a step of a walk. */
    public LessonProgress standing(StepFacts step) {
        return with(task -> task.walked() && task.done().stream().allMatch(condition -> condition.holds(step)));
    }

    private LessonProgress with(Predicate<Item.Task> holds) {
        SortedSet<Integer> done = new TreeSet<>(tasks);
        List<Item.Task> all = lesson.tasks();
        boolean reached = true;
        for (int i = 0; i < all.size() && reached; i++) {
            if (!done.contains(i) && holds.test(all.get(i))) {
                done.add(i);
            }
            reached = done.contains(i) || all.get(i).walked();
        }
        return new LessonProgress(lesson, done, guesses);
    }

    /** With a task that is done. */
    LessonProgress solved(int task) {
        SortedSet<Integer> done = new TreeSet<>(tasks);
        done.add(task);
        return new LessonProgress(lesson, done, guesses);
    }

    /** After the next prediction was answered. */
    public LessonProgress guessed(Guess guess) {
        List<Guess> more = new ArrayList<>(guesses);
        more.add(guess);
        return new LessonProgress(lesson, tasks, more);
    }

    /** Whether an item is done: a task found done, a prediction answered or skipped. */
    public boolean done(Item item) {
        return item instanceof Item.Prediction prediction
                ? lesson.predictions().indexOf(prediction) < guesses.size()
                : tasks.contains(lesson.tasks().indexOf(item));
    }

    /** The prediction that is to be answered next, if there is one and what has to be done before it is done. */
    public Optional<Item.Prediction> prediction() {
        if (guesses.size() == lesson.predictions().size()) {
            return Optional.empty();
        }
        Item.Prediction next = lesson.predictions().get(guesses.size());
        List<Item> before = lesson.items().subList(0, lesson.items().indexOf(next));
        boolean ready = before.stream().allMatch(item -> done(item) || item instanceof Item.Task task && task.walked());
        return ready ? Optional.of(next) : Optional.empty();
    }

    /** How many items are done. */
    public int done() {
        return tasks.size() + guesses.size();
    }

    /** Whether nothing is left to do. */
    public boolean complete() {
        return done() == lesson.items().size();
    }

    /** How many predictions were right. */
    public int right() {
        return (int) guesses.stream().filter(Guess::correct).count();
    }
}
