package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.packetwalk.importing.HostImport;
import org.packetwalk.importing.ImportNote;
import org.packetwalk.importing.ImportedHost;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.random.RandomLab;
import org.packetwalk.random.RealKernel;

/**
 * Random hosts of the real kernel, collected by the script and imported, answer questions about routes as they did there:
 * {@code mvn -Pkernel verify -Dit.test=HostStatesTest -Dhosts=200 -Dseed=1}. Each state gets ten questions. What differs is
 * written to {@code target/host-states}.
 */
class HostStatesTest {

    private static final Path FOLDER = Path.of("target/host-states");
    private static final int QUESTIONS = 10;

    @Test
    void anImportedHostSaysWhichWayAsTheRealOneDid() throws Exception {
        assumeTrue(RealKernel.available(), "needs Linux, root and network namespaces");
        long seed = Long.getLong("seed", 1);
        int hosts = Integer.getInteger("hosts", 20);
        Files.createDirectories(FOLDER);
        SortedMap<Long, String> differing = new ConcurrentSkipListMap<>();
        AtomicInteger asked = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(Integer.getInteger("jobs", 4));
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (long number = seed; number < seed + hosts; number++) {
                long one = number;
                runs.add(workers.submit(() -> {
                    asked.addAndGet(compare(one, differing));
                    return null;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            workers.shutdownNow();
        }
        System.out.println("HostStatesTest: " + (hosts - differing.size()) + " of " + hosts + " states from seed " + seed
                + " answer the same, " + asked + " questions");
        assertThat(differing).isEmpty();
    }

    private static int compare(long seed, SortedMap<Long, String> differing)
            throws IOException, InterruptedException, LabFormatException {
        List<String> lines = new ArrayList<>(RandomLab.hosts(seed, QUESTIONS));
        int questions = lines.size() - QUESTIONS;
        lines.add(questions, "sh " + Path.of("assets/collect-host.sh").toAbsolutePath());
        List<String> kernel = RealKernel.run(lines);
        ImportedHost imported = HostImport.of(kernel.get(questions));
        List<String> asked = lines.subList(questions + 1, lines.size());
        String lab = imported.script() + String.join("\n", asked) + "\n";
        List<LineRun> here = LabRunner.run(LabFile.read("imported.sh", lab.getBytes(java.nio.charset.StandardCharsets.UTF_8))).lines();
        StringBuilder differences = new StringBuilder();
        for (int i = 0; i < QUESTIONS; i++) {
            LineRun run = here.get(here.size() - QUESTIONS + i);
            String answer = run.result().stdout() + run.result().stderr() + "=> " + run.result().exit() + "\n";
            if (!answer.equals(kernel.get(questions + 1 + i))) {
                differences.append("## ").append(asked.get(i)).append("\nkernel\n").append(kernel.get(questions + 1 + i)).append("here\n").append(answer);
            }
        }
        if (differences.length() > 0) {
            differing.put(seed, differences.toString());
            StringBuilder notes = new StringBuilder();
            for (ImportNote note : imported.notes()) {
                if (note.kind() != ImportNote.Kind.NOT_SIMULATED) {
                    notes.append(note).append('\n');
                }
            }
            Files.writeString(FOLDER.resolve(seed + ".txt"), differences + "\n" + notes + "\n" + String.join("\n", lines) + "\n\n" + lab + "\n" + kernel.get(questions));
        } else {
            Files.deleteIfExists(FOLDER.resolve(seed + ".txt"));
        }
        return QUESTIONS;
    }
}
