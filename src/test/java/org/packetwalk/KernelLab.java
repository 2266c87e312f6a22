package org.packetwalk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.packetwalk.export.recording.ComparisonResult;
import org.packetwalk.export.recording.Recording;
import org.packetwalk.export.recording.RecordingComparison;
import org.packetwalk.export.recording.RecordingExporter;
import org.packetwalk.export.recording.RecordingFormatException;
import org.packetwalk.export.recording.Recordings;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;

/** The labs of the kernel lab and what the real kernel did with them. */
final class KernelLab {

    static final Path FOLDER = Path.of("src/test/resources/kernel-lab");

    private static final Path BUNDLED = Path.of("src/test/resources/bundled-labs");

    private KernelLab() {}

    /** The names of all labs with a recording, such as {@code loopback/lo-down}, in order. */
    static List<String> names() throws IOException {
        Path recordings = FOLDER.resolve("recordings");
        try (Stream<Path> files = Files.walk(recordings)) {
            return files.map(recordings::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    static Lab lab(String name) throws IOException, LabFormatException {
        return LabFile.read(
                name + ".sh", Files.readString(FOLDER.resolve("labs").resolve(name + ".sh")));
    }

    static Recording kernel(String name) throws IOException, RecordingFormatException {
        return Recordings.read(Files.readString(FOLDER.resolve("recordings").resolve(name + ".json")));
    }

    static Recording simulated(String name) throws IOException, LabFormatException {
        return RecordingExporter.export(LabRunner.run(lab(name)), name + ".sh");
    }

    /** Scores what a lab that comes with the program did. */
    static ComparisonResult scoreBundled(String name, LabRun run) throws IOException, RecordingFormatException {
        Recording kernel = Recordings.read(Files.readString(BUNDLED.resolve(name + ".json")));
        return RecordingComparison.compare(kernel, RecordingExporter.export(run, name + ".sh"));
    }

    /** Runs a lab and scores what it did; what cannot be run scores nothing. */
    static ComparisonResult score(String name) {
        try {
            return RecordingComparison.compare(kernel(name), simulated(name));
        } catch (IOException | RecordingFormatException | LabFormatException fault) {
            return ComparisonResult.impossible(fault.toString());
        } catch (RuntimeException | StackOverflowError fault) {
            StackTraceElement[] trace = fault.getStackTrace();
            return ComparisonResult.impossible(fault + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }
}
