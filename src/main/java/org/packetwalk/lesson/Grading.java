package org.packetwalk.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.filter.StepFacts;
import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabLine;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.World;

/**
 * Marks what a learner has handed in: a script of the commands that were typed after the setup of the lab, or of the whole
 * lab with them. A comment {@code # predict 1: ANSWER} answers a prediction.
 */
public final class Grading {
    private static final int MOST_LINES = 500;
    private static final int MOST_REMARKS = 5;
    private static final int MOST_EVENTS = 200_000;
    private static final Pattern ANSWER = Pattern.compile("(?m)^\\s*#\\s*predict\\s+(\\d{1,2}):[ \\t]*(.*)$");

    private final Lab lab;
    private final Lesson lesson;
    private final World start;
    private final List<String> right;

    /**
     * The marks of one learner.
     *
     * @param tasks for each task, in order, whether it is done
     * @param answers for each prediction, in order, what was answered
     * @param remarks what could not be run
     */
    public record Marks(List<Boolean> tasks, List<LessonProgress.Guess> answers, List<String> remarks) {

        /** Keeps its own copies. */
        public Marks {
            tasks = List.copyOf(tasks);
            answers = List.copyOf(answers);
            remarks = List.copyOf(remarks);
        }

        /** How many tasks are done. */
        public int done() {
            return (int) tasks.stream().filter(done -> done).count();
        }

        /** How many predictions are right. */
        public int correct() {
            return (int) answers.stream().filter(LessonProgress.Guess::correct).count();
        }

        /** The share of the tasks and predictions that are done and right, in percent, rounded down. */
        public int percent() {
            int all = tasks.size() + answers.size();
            return all == 0 ? 100 : 100 * (done() + correct()) / all;
        }
    }

    /** Gets ready to mark a lesson of a lab. */
    public Grading(Lab lab, Lesson lesson) {
        this.lab = lab;
        this.lesson = lesson;
        start = LabRunner.run(lab.setup()).start();
        right = LessonCheck.of(lab, lesson).answers();
    }

    /** Marks what was handed in. */
    public Marks mark(Lab handedIn) {
        List<String> remarks = new ArrayList<>();
        LessonProgress progress = LessonProgress.begin(lesson);
        Shell shell = new Shell();
        World world = whole(handedIn) ? World.EMPTY.of(lab.kernel()) : start;
        int events = 0;
        for (LabLine line : handedIn.lines()) {
            if (line.number() > MOST_LINES || events > MOST_EVENTS) {
                remarks.add("line " + line.number() + ": not run, there is too much before it");
                break;
            }
            HostId here = Shell.NO_HOST;
            if (shell.objection(here, line.text()).isPresent()) {
                if (remarks.size() < MOST_REMARKS) {
                    remarks.add("line " + line.number() + ": not understood");
                }
                continue;
            }
            Performance run = Performance.of(world, new Typed(here, line.text()));
            world = run.after();
            events += run.steps().size();
            progress = walked(progress.after(run), run);
        }
        return new Marks(done(progress), answers(handedIn), remarks);
    }

    /** Who has sent the packet can have looked at its walk. */
    private static LessonProgress walked(LessonProgress before, Performance run) {
        LessonProgress progress = before;
        for (StepFacts step : run.steps()) {
            progress = progress.standing(step);
        }
        return progress;
    }

    private boolean whole(Lab handedIn) {
        return handedIn.hosts().stream().anyMatch(lab.hosts()::contains);
    }

    private List<Boolean> done(LessonProgress progress) {
        List<Boolean> done = new ArrayList<>();
        for (int i = 0; i < lesson.tasks().size(); i++) {
            done.add(progress.tasks().contains(i));
        }
        return done;
    }

    private List<LessonProgress.Guess> answers(Lab handedIn) {
        TreeMap<Integer, String> given = new TreeMap<>();
        Matcher answer = ANSWER.matcher(handedIn.source());
        while (answer.find()) {
            given.put(Integer.parseInt(answer.group(1)), answer.group(2).strip());
        }
        List<LessonProgress.Guess> guesses = new ArrayList<>();
        for (int i = 0; i < lesson.predictions().size(); i++) {
            String said = given.getOrDefault(i + 1, "");
            guesses.add(new LessonProgress.Guess(number(lesson.predictions().get(i), said), right.get(i)));
        }
        return guesses;
    }

    /** A choice may be answered by its number or by its label in any language. */
    private static String number(Item.Prediction prediction, String said) {
        if (prediction.answer() instanceof Answer.Choices choices) {
            for (int i = 0; i < choices.choices().size(); i++) {
                Optional<String> label = choices.choices().get(i).label().words().values().stream()
                        .filter(word -> Answer.same(word, said))
                        .findFirst();
                if (label.isPresent()) {
                    return String.valueOf(i + 1);
                }
            }
        }
        return said;
    }
}
