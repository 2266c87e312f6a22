package org.packetwalk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.packetwalk.export.recording.RecordingExporter;
import org.packetwalk.lab.LabRunner;

/** {@code packetwalk record LAB.sh}: what a lab did, in the format of the kernel's recordings. */
@Command(
        name = "record",
        header = "Run a lab and write a recording (kernel-lab-recording/1).",
        mixinStandardHelpOptions = true,
        customSynopsis = {"packetwalk record [-o FILE] LAB.sh", "packetwalk record --all LABDIR OUTDIR"},
        footer = "Ends with 0 when written, 2 if a file cannot be used.")
final class RecordCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "-o", paramLabel = "FILE", description = "Write to this file; else to standard output.")
    private Path output = Path.of("");

    @Option(names = "--all", description = "Record every lab below LABDIR into the same place below OUTDIR.")
    private boolean all;

    @Parameters(
            arity = "1..2",
            paramLabel = "LAB.sh | LABDIR OUTDIR",
            description = "The lab, or the folder of labs and the folder of recordings.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        if (all != (paths.size() == 2)) {
            throw new ParameterException(
                    spec.commandLine(), all ? "--all needs LABDIR and OUTDIR" : "two folders need --all");
        }
        if (all) {
            return everyLab(paths.get(0), paths.get(1));
        }
        String text = record(paths.get(0), shownPath(paths.get(0)));
        if (output.toString().isEmpty()) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            TextFiles.write(output, text);
        }
        return ExitCode.DONE;
    }

    /** A lab that cannot be read is told; the others are recorded all the same. */
    private int everyLab(Path labs, Path recordings) {
        PrintWriter err = spec.commandLine().getErr();
        int exit = ExitCode.DONE;
        List<Path> files = labs(labs);
        if (files.isEmpty()) {
            throw new BadFileException(labs + ": no lab in this folder");
        }
        for (Path file : files) {
            String name = labs.relativize(file).toString();
            try {
                String text = record(file, name);
                TextFiles.write(recordings.resolve(name.substring(0, name.length() - ".sh".length()) + ".json"), text);
            } catch (BadFileException fault) {
                err.println("packetwalk: " + fault.getMessage());
                exit = ExitCode.USAGE;
            }
        }
        return exit;
    }

    private static List<Path> labs(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sh"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException fault) {
            throw new BadFileException(folder + ": cannot be read (" + fault.getMessage() + ")");
        }
    }

    private static String record(Path file, String shownPath) {
        return RecordingExporter.export(LabRunner.run(LabFiles.read(file)), shownPath)
                .text();
    }

    /** TOPIC/NAME.sh, as the recordings name their labs. */
    private static String shownPath(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        int names = absolute.getNameCount();
        return names < 2
                ? absolute.toString()
                : absolute.subpath(names - 2, names).toString();
    }
}
