package org.packetwalk.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lesson.Lesson;
import org.packetwalk.lesson.LessonCheck;
import org.packetwalk.sim.Simulation;

/** {@code packetwalk lab check DIR}: runs labs, their tasks and their texts. */
@Command(
        name = "check",
        header = "Run labs, the tasks of their lessons and their texts, and say what is wrong with file and line.",
        description =
                "A lab is a script NAME.sh; its lesson, if it has one, is NAME.lesson beside it. Each command has to be"
                        + " understood. Each prediction has one right answer, computed from the run, that cannot be seen before it is"
                        + " asked for. Each task is not done before its own solution and done after it. Each text is there in"
                        + " each language, and the lesson takes no longer than it says.",
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 if all is well, 1 if something is wrong, 2 if a file cannot be used.")
final class LabCheckCommand implements Callable<Integer> {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** What all commands of a lab together may make: what is checked may be hostile. */
    private static final int MOST_EVENTS = 200_000;

    /** What was found out about one lab, as it is printed for programs. */
    record Found(
            String lab,
            boolean ok,
            boolean lesson,
            List<String> languages,
            int tasks,
            List<String> answers,
            List<Fault> faults) {}

    /** What is wrong, and where; line 0 is the file as a whole. */
    record Fault(String file, int line, String text) {
        @Override
        public String toString() {
            return line > 0 ? file + ":" + line + ": " + text : file + ": " + text;
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "A folder of labs, a file of a lab, or the name of a lab that comes with the program.")
    private List<Path> places = List.of();

    @Option(names = "--json", description = "Print JSON for programs.")
    private boolean json;

    @Override
    public Integer call() {
        List<Found> all = new ArrayList<>();
        boolean unusable = false;
        for (Path place : places) {
            for (Path stem : LessonFolder.stems(place)) {
                try {
                    all.add(check(stem));
                } catch (BadFileException fault) {
                    unusable = true;
                    all.add(new Found(
                            stem.toString(), false, false, List.of(), 0, List.of(), List.of(unusable(fault))));
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JSON.toJson(all));
        } else {
            all.forEach(found -> print(found, out));
        }
        out.flush();
        boolean ok = all.stream().allMatch(Found::ok);
        return unusable ? ExitCode.USAGE : ok ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** The sentence names file and line itself. */
    private static Fault unusable(BadFileException fault) {
        String[] parts = fault.getMessage().split(": ", 2);
        String[] place = parts[0].split(":(?=\\d+$)");
        return new Fault(place[0], place.length > 1 ? Integer.parseInt(place[1]) : 0, parts.length > 1 ? parts[1] : "");
    }

    private static Found check(Path stem) {
        if (Files.exists(LessonFolder.text(stem)) && !Files.exists(LessonFolder.script(stem))) {
            throw new BadFileException(
                    LessonFolder.text(stem) + ": there is no " + LessonFolder.script(stem) + " beside it");
        }
        Lab lab = LessonFolder.lab(stem);
        List<Fault> faults = new ArrayList<>();
        LabRunner.run(lab, Simulation.DEFAULT_BUDGET, MOST_EVENTS).lines().stream()
                .filter(line -> !line.understood() || line.budgetReached())
                .forEach(line -> faults.add(new Fault(
                        LessonFolder.script(stem).toString(),
                        line.line().number(),
                        line.understood()
                                ? "stopped after " + line.snapshots().size() + " events: a loop or a flood"
                                : "not understood: "
                                        + line.result().stderr().strip().replaceAll("\\s*\\R\\s*", "; "))));
        Optional<Lesson> lesson = LessonFolder.lesson(stem);
        if (lesson.isEmpty()) {
            return new Found(stem.toString(), faults.isEmpty(), false, List.of(), 0, List.of(), faults);
        }
        LessonCheck.Outcome outcome = LessonCheck.of(lab, lesson.get());
        outcome.faults()
                .forEach(fault ->
                        faults.add(new Fault(LessonFolder.text(stem).toString(), fault.line(), fault.sentence())));
        return new Found(
                stem.toString(),
                faults.isEmpty(),
                true,
                lesson.get().languages(),
                lesson.get().tasks().size(),
                outcome.answers(),
                faults);
    }

    private static void print(Found found, PrintWriter out) {
        if (found.ok()) {
            out.println(found.lab() + ": ok, "
                    + (found.lesson()
                            ? found.tasks() + " tasks solved, predictions answered " + found.answers() + ", texts "
                                    + String.join(" ", found.languages())
                            : "no lesson"));
        }
        found.faults().forEach(out::println);
    }
}
