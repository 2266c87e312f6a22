package org.packetwalk.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.packetwalk.export.recording.ComparisonResult;
import org.packetwalk.export.recording.Recording;
import org.packetwalk.export.recording.RecordingComparison;
import org.packetwalk.export.recording.RecordingFormatException;
import org.packetwalk.export.recording.Recordings;
import org.packetwalk.export.recording.Score;

/** {@code packetwalk compare A B}: scores recordings against reference recordings. */
@Command(
        name = "compare",
        header = "Score a recording against a reference recording of the same lab.",
        description = {
            "REFERENCE and CANDIDATE are recordings (kernel-lab-recording/1), or two folders of recordings,"
                    + " which are paired by their relative paths.",
            "Scores are shares of equal items: answers, packets, events, chains, counters, state. A lab conforms"
                    + " when answers, packets, events and state are all 1."
        },
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 if all conform, 1 if some do not, 2 if nothing could be compared.")
final class CompareCommand implements Callable<Integer> {

    private static final int NOTES_SHOWN = 12;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "REFERENCE", description = "What the kernel did.")
    private Path reference;

    @Parameters(index = "1", paramLabel = "CANDIDATE", description = "What is to be scored.")
    private Path candidate;

    @Option(names = "-v", description = "Also print the first differences of every lab.")
    private boolean verbose;

    private record Pairing(String name, Path reference, Path candidate) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean folders = Files.isDirectory(reference);
        List<Pairing> pairings = folders
                ? inFolders()
                : List.of(new Pairing(reference.getFileName().toString(), reference, candidate));
        if (pairings.isEmpty()) {
            throw new BadFileException(reference + ": nothing to compare in this folder");
        }
        Map<Score, Double> sums = new EnumMap<>(Score.class);
        int conforming = 0;
        for (Pairing pairing : pairings) {
            ComparisonResult result = folders ? tolerant(pairing) : compare(pairing);
            conforming += result.conforms() ? 1 : 0;
            result.scores().forEach((score, share) -> sums.merge(score, share, Double::sum));
            out.println(result.line(pairing.name));
            if (verbose) {
                result.notes().stream().limit(NOTES_SHOWN).forEach(note -> out.println("    " + note));
            }
        }
        out.println("mean of " + pairings.size() + " labs: "
                + Arrays.stream(Score.values())
                        .map(score ->
                                score.word() + " " + ComparisonResult.rounded(sums.get(score) / pairings.size(), 3))
                        .collect(Collectors.joining("  ")));
        out.println(conforming + " of " + pairings.size() + " labs conform");
        out.flush();
        return conforming == pairings.size() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private List<Pairing> inFolders() {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(reference)) {
            all.filter(file -> file.toString().endsWith(".json")).forEach(files::add);
        } catch (IOException | UncheckedIOException fault) {
            throw new BadFileException(reference + ": cannot be read (" + fault.getMessage() + ")");
        }
        files.sort(Comparator.comparing((Path file) -> file.getParent().toString())
                .thenComparing(file -> file.getFileName().toString()));
        return files.stream()
                .map(file -> reference.relativize(file).toString())
                .map(name -> new Pairing(name, reference.resolve(name), candidate.resolve(name)))
                .toList();
    }

    /** One bad file of many is a difference. */
    private static ComparisonResult tolerant(Pairing pairing) {
        try {
            return compare(pairing);
        } catch (BadFileException fault) {
            return ComparisonResult.impossible(fault.getMessage());
        }
    }

    private static ComparisonResult compare(Pairing pairing) {
        return RecordingComparison.compare(read(pairing.reference), read(pairing.candidate));
    }

    private static Recording read(Path file) {
        try {
            return Recordings.read(TextFiles.read(file, Recordings.MAXIMUM_BYTES));
        } catch (RecordingFormatException fault) {
            throw new BadFileException(file + ": " + fault.getMessage());
        }
    }
}
