package org.packetwalk.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.export.json.TraceFile;
import org.packetwalk.export.text.WalkText;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabLine;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.World;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/** Whatever the labs make happen can be told in every language, at every grain, and saved. */
class EveryLabTest {

    private static final Path LABS = Path.of("src/test/resources/kernel-lab/labs");

    @ParameterizedTest
    @MethodSource("labs")
    void everyCommandOfALabCanBeToldAndSaved(Path file) throws Exception {
        for (Trace trace : traces(file)) {
            for (Grain grain : Grain.values()) {
                assertReadable(trace, WalkText.of(trace, grain, Messages.of(Locale.ENGLISH)));
            }
            assertReadable(trace, WalkText.of(trace, Grain.ROW, Messages.of(Locale.CHINESE)));
            SavedTrace saved = new SavedTrace("1.0", Files.readString(file), trace);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TraceFile.write(saved, bytes);
            assertThat(TraceFile.read(new ByteArrayInputStream(bytes.toByteArray()), "1.0"))
                    .isEqualTo(saved);
        }
    }

    private static void assertReadable(Trace trace, String walk) {
        assertThat(walk).startsWith(trace.host() + " $ " + trace.command()).doesNotContain("{0}", "{1}", "[[", "]]");
    }

    static List<Path> labs() throws IOException {
        try (Stream<Path> files = Files.walk(LABS)) {
            return files.filter(file -> file.toString().endsWith(".sh"))
                    .sorted()
                    .toList();
        }
    }

    /** The events of each line; a line that is not understood makes none. */
    private static List<Trace> traces(Path file) throws Exception {
        Lab lab = LabFile.read(file.toString(), Files.readString(file));
        Shell shell = new Shell();
        World world = World.EMPTY;
        List<Trace> traces = new ArrayList<>();
        for (LabLine line : lab.lines()) {
            List<TraceEvent> events = new ArrayList<>();
            Shell.Outcome outcome =
                    shell.execute(world, Shell.NO_HOST, line.command(), snapshot -> events.add(snapshot.event()));
            world = outcome.world();
            if (!events.isEmpty()) {
                traces.add(new Trace(lab.title(), "", line.command(), events));
            }
        }
        return traces;
    }
}
