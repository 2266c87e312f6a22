package org.packetwalk.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.packetwalk.lab.Lab;
import org.packetwalk.lesson.Grading;
import org.packetwalk.lesson.Lesson;
import org.packetwalk.lesson.LessonCheck;
import org.packetwalk.lesson.LessonProgress;

/** {@code packetwalk lab grade LAB SUBMISSIONS/ -o results.csv}: marks a class. */
@Command(
        name = "grade",
        header = "Mark what a class has handed in against the tasks and predictions of a lesson.",
        description = {
            "A submission is a script of the commands that were typed after the setup of the lab, or of the whole lab with"
                    + " them; its file has the name of the learner. \"# predict 1: ANSWER\" answers the first prediction,"
                    + " with the number or the words of a choice or with a value.",
            "Prints one row for each: name, percent, tasks done, predictions right, each task, each answer, remarks."
        },
        mixinStandardHelpOptions = true,
        footer =
                "Ends with 0 when all were marked, 1 if one could not be read, 2 if the lab or its lesson is unusable.")
final class LabGradeCommand implements Callable<Integer> {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** The marks of a learner, as they are printed for programs. */
    record Row(
            String name,
            boolean read,
            int percent,
            int tasks,
            int predictions,
            List<Boolean> done,
            List<LessonProgress.Guess> answers,
            List<String> remarks) {}

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "LAB",
            description = "The file of the lab, or the name of one that comes with the program.")
    private Path place = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "SUBMISSIONS",
            description = "Scripts, or folders of scripts.")
    private List<Path> submissions = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the marks to this file (default: print them).")
    private Path output = Path.of("");

    @Option(names = "--json", description = "Write JSON and not CSV.")
    private boolean json;

    @Override
    public Integer call() {
        Path stem = LessonFolder.stems(place).get(0);
        if (Files.isDirectory(place)) {
            throw new BadFileException(place + ": this is a folder, not a lab");
        }
        Lab lab = LessonFolder.lab(stem);
        Lesson lesson = LessonFolder.lesson(stem)
                .orElseThrow(() ->
                        new BadFileException(LessonFolder.text(stem) + ": no such file, so there is nothing to mark"));
        LessonCheck.of(lab, lesson).faults().stream().findFirst().ifPresent(fault -> {
            throw new BadFileException(LessonFolder.text(stem) + ":" + fault.line() + ": " + fault.sentence()
                    + " (\"lab check\" says all that is wrong)");
        });
        Grading grading = new Grading(lab, lesson);
        List<Row> rows = new ArrayList<>();
        for (Path given : submissions) {
            List<Path> files = Files.isDirectory(given) ? LessonFolder.files(given, ".sh") : List.of(given);
            files.forEach(file -> rows.add(mark(grading, file)));
        }
        String text = json ? JSON.toJson(rows) + "\n" : csv(lesson, rows);
        if (output.toString().isEmpty()) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(text);
            out.flush();
        } else {
            TextFiles.write(output, text);
        }
        return rows.stream().allMatch(Row::read) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Row mark(Grading grading, Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.sh$", "");
        try {
            Grading.Marks marks = grading.mark(LabFiles.read(file));
            return new Row(
                    name,
                    true,
                    marks.percent(),
                    marks.done(),
                    marks.correct(),
                    marks.tasks(),
                    marks.answers(),
                    marks.remarks());
        } catch (BadFileException fault) {
            return new Row(name, false, 0, 0, 0, List.of(), List.of(), List.of(fault.getMessage()));
        }
    }

    private static String csv(Lesson lesson, List<Row> rows) {
        List<String> head = new ArrayList<>(List.of("name", "percent", "tasks", "predictions"));
        for (int i = 1; i <= lesson.tasks().size(); i++) {
            head.add("task " + i);
        }
        for (int i = 1; i <= lesson.predictions().size(); i++) {
            head.add("prediction " + i);
        }
        head.add("remarks");
        StringBuilder text = new StringBuilder(line(head));
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(List.of(
                    row.name(),
                    String.valueOf(row.percent()),
                    row.tasks() + "/" + lesson.tasks().size(),
                    row.predictions() + "/" + lesson.predictions().size()));
            for (int i = 0; i < lesson.tasks().size(); i++) {
                cells.add(row.read() && row.done().get(i) ? "done" : "open");
            }
            for (int i = 0; i < lesson.predictions().size(); i++) {
                cells.add(row.read() ? answer(row.answers().get(i)) : "");
            }
            cells.add(String.join("; ", row.remarks()));
            text.append(line(cells));
        }
        return text.toString();
    }

    private static String answer(LessonProgress.Guess guess) {
        return guess.skipped() ? "none" : guess.correct() ? "right" : "wrong (" + guess.given() + ")";
    }

    /** A line of RFC 4180; what a spreadsheet would take for a formula begins with a quote. */
    private static String line(List<String> cells) {
        return cells.stream()
                        .map(cell -> cell.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + cell : cell)
                        .map(cell ->
                                cell.matches("(?s).*[\",\\r\\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }
}
