package org.packetwalk.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.filter.StepFacts;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.World;

/**
 * Works through a lesson with its own solutions: each prediction has one right answer that cannot be seen before, and each
 * task is not done before its solution and done after it.
 */
public final class LessonCheck {
    private final Lesson lesson;
    private final Shell shell = new Shell();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private LessonProgress progress;
    private World world;
    private Optional<Performance> last = Optional.empty();

    /** What is wrong with a line of a lesson; the line is 0 for the lesson as a whole. */
    public record Fault(int line, String sentence) {}

    /**
     * What came of it.
     *
     * @param faults what is wrong, nothing if all is well
     * @param answers the right answers of the predictions, as the run gave them
     */
    public record Outcome(List<Fault> faults, List<String> answers) {

        /** Keeps its own copies. */
        public Outcome {
            faults = List.copyOf(faults);
            answers = List.copyOf(answers);
        }
    }

    private LessonCheck(Lesson lesson, World world) {
        this.lesson = lesson;
        this.world = world;
        progress = LessonProgress.begin(lesson);
    }

    /** Works through a lesson of a lab. */
    public static Outcome of(Lab lab, Lesson lesson) {
        LessonCheck check = new LessonCheck(lesson, LabRunner.run(lab.setup()).start());
        check.complete();
        for (Item item : lesson.items()) {
            if (item instanceof Item.Prediction prediction) {
                check.predict(prediction);
            } else if (item instanceof Item.Task task) {
                check.solve(task);
            }
        }
        return new Outcome(check.faults, check.answers);
    }

    private void complete() {
        for (Part part : Part.values()) {
            boolean there = part == Part.PREDICT
                    ? !lesson.predictions().isEmpty()
                    : lesson.section(part)
                            .filter(section -> !section.text().isEmpty())
                            .isPresent();
            if (!there) {
                faults.add(new Fault(0, "There is no \"" + part.name().toLowerCase(Locale.ROOT) + ":\"."));
            }
        }
        if (lesson.tasks().isEmpty()) {
            faults.add(new Fault(0, "There is no \"task:\"."));
        }
        for (String language : lesson.languages()) {
            double takes = ReadingTime.of(lesson, new Locale(language));
            if (takes > lesson.minutes()) {
                faults.add(new Fault(
                        0,
                        String.format(
                                Locale.ROOT,
                                "It takes %.1f minutes in the language %s, and says %d.",
                                takes,
                                language,
                                lesson.minutes())));
            }
        }
    }

    private void predict(Item.Prediction prediction) {
        Optional<Performance> ran = run(prediction.command(), prediction.line());
        if (ran.isEmpty()) {
            answers.add("");
            return;
        }
        Performance run = ran.get();
        Optional<String> right = prediction.answer().right(run);
        int visible = prediction.visible(run);
        if (visible == run.steps().size()) {
            faults.add(new Fault(prediction.line(), "\"hide:\" hides nothing: no step is meant."));
        }
        if (right.isEmpty()) {
            faults.add(new Fault(prediction.line(), "The run does not say one right answer."));
        } else if (seen(prediction.answer(), right.get(), run.upTo(visible))) {
            faults.add(new Fault(prediction.line(), "The answer " + right.get() + " can be seen before \"hide:\"."));
        }
        answers.add(right.orElse(""));
        progress = progress.guessed(new LessonProgress.Guess("", right.orElse("")));
    }

    /** A choice is seen when what it wants to find on the path was seen; that something is missing is never seen so early. */
    private static boolean seen(Answer answer, String right, Performance visible) {
        if (answer instanceof Answer.Choices choices) {
            List<Condition> when =
                    choices.choices().get(Integer.parseInt(right) - 1).when();
            List<Condition> found = when.stream()
                    .filter(one -> one instanceof Condition.OnPath path && path.wanted())
                    .toList();
            return !found.isEmpty() && found.stream().allMatch(one -> one.holds(visible));
        }
        return answer.right(visible).filter(right::equals).isPresent();
    }

    private void solve(Item.Task task) {
        int number = lesson.tasks().indexOf(task);
        if (progress.tasks().contains(number) || task.ofState() && holds(task, world)) {
            faults.add(new Fault(task.line(), "The task is done before anything was done for it."));
            progress = progress.solved(number);
            return;
        }
        if (task.walked()) {
            walk(task);
            return;
        }
        for (Typed typed : task.solution()) {
            run(typed, task.line()).ifPresent(run -> progress = progress.after(run));
        }
        if (!progress.tasks().contains(number)) {
            faults.add(new Fault(task.line(), "The task is not done by its own solution."));
            progress = progress.solved(number);
        }
    }

    private static boolean holds(Item.Task task, World world) {
        return task.done().stream()
                .allMatch(condition -> condition instanceof Condition.OnState state && state.holds(world));
    }

    private void walk(Item.Task task) {
        List<StepFacts> steps = last.map(Performance::steps).orElse(List.of());
        int number = lesson.tasks().indexOf(task);
        if (!steps.isEmpty() && progress.standing(steps.get(0)).tasks().contains(number)) {
            faults.add(new Fault(task.line(), "The task is done at the first step already."));
        }
        for (StepFacts step : steps) {
            progress = progress.standing(step);
        }
        if (!progress.tasks().contains(number)) {
            faults.add(new Fault(task.line(), "No step of the last walk is meant by \"step:\"."));
            progress = progress.solved(number);
        }
    }

    /** Runs a command, if it is understood. */
    private Optional<Performance> run(Typed typed, int line) {
        Optional<String> objection = shell.objection(typed.host(), typed.command());
        if (objection.isPresent()) {
            faults.add(new Fault(
                    line,
                    "\"" + typed.command() + "\" is not understood: "
                            + objection.get().strip().replaceAll("\\s*\\R\\s*", "; ")));
            return Optional.empty();
        }
        Performance run = Performance.of(world, typed);
        world = run.after();
        if (!run.steps().isEmpty()) {
            last = Optional.of(run);
        }
        return Optional.of(run);
    }
}
