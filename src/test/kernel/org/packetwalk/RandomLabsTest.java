package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import org.packetwalk.random.Answers;
import org.packetwalk.random.RandomLab;
import org.packetwalk.random.RealKernel;

/**
 * Random small labs print the same on the real kernel and here: {@code mvn -Pkernel verify -Dlabs=500 -Dseed=1}. They are
 * about IPv4 unless {@code -Dabout} says {@code tcp}, {@code netfilter}, {@code netfilter6}, {@code rules}, {@code ipv6} or {@code tunnels}. A kernel run mostly
 * sleeps, so {@code -Djobs} of them run at a time. What differs is written to {@code target/random-labs}, made as short as
 * still differs unless {@code -Dleast=no}.
 *
 * <p>The comparison is of whole lines and exit statuses; what is masked is only what names a moment, an id, or the order of a
 * hash table ({@link org.packetwalk.random.Mask}). The kernel is not of one mind about concurrent things: a kernel thread on
 * the other processor, a timer and a process that meet within a millisecond, a busy machine. So a lab that differs runs on
 * the kernel again, up to five times, and passes if one whole run prints what is printed here: every line of it then is an
 * answer that this kernel gave, in one and the same run. Lines of different runs are never put together, and nothing is
 * left out of the comparison for it. Labs keep away from such meetings: before each change they wait until a neighbour that
 * does not answer has failed.
 */
class RandomLabsTest {

    private static final Path FOLDER = Path.of("target/random-labs");
    private static final RandomLab.Subject SUBJECT =
            RandomLab.Subject.valueOf(System.getProperty("about", "ipv4").toUpperCase(Locale.ROOT));

    @Test
    void randomLabsPrintWhatTheKernelPrints() throws Exception {
        assumeTrue(RealKernel.available(), "needs Linux, root and network namespaces");
        long seed = Long.getLong("seed", 1);
        int labs = Integer.getInteger("labs", 50);
        Files.createDirectories(FOLDER);

        Map<Long, String> differing = new ConcurrentSkipListMap<>();
        ExecutorService workers = Executors.newFixedThreadPool(Integer.getInteger("jobs", 4));
        try {
            List<Future<Void>> runs = new ArrayList<>();
            for (long number = seed; number < seed + labs; number++) {
                runs.add(workers.submit(comparison(number, differing)));
            }
            for (Future<Void> run : runs) {
                run.get();
            }
        } finally {
            workers.shutdownNow();
        }

        System.out.println("RandomLabsTest: " + (labs - differing.size()) + " of " + labs + " random labs about " + SUBJECT
                + " from seed " + seed + " print the same as the kernel");
        assertThat(differing).isEmpty();
    }

    private static Callable<Void> comparison(long seed, Map<Long, String> differing) {
        return () -> {
            Answers answers = Answers.of(RandomLab.lines(SUBJECT, seed));
            Path file = FOLDER.resolve(seed + ".txt");
            Files.deleteIfExists(file);
            if (!answers.equal()) {
                Answers least = "no".equals(System.getProperty("least")) ? answers : least(answers);
                differing.put(seed, least.differences());
                Files.writeString(file, least.differences() + "\n" + String.join("\n", least.lab()) + "\n");
            }
            return null;
        };
    }

    /** Takes away what the first difference does not need, in pieces that get smaller. */
    private static Answers least(Answers whole) throws IOException, InterruptedException {
        Answers least = Answers.of(whole.lab().subList(0, whole.first() + 1));
        if (least.equal()) {
            return whole;
        }
        for (int piece = least.lab().size() / 2; piece > 0; piece /= 2) {
            for (int from = least.lab().size() - 1 - piece; from > -piece; from -= piece) {
                List<String> fewer = new ArrayList<>(least.lab());
                fewer.subList(Math.max(0, from), from + piece).clear();
                Answers answers = Answers.of(fewer);
                if (answers.lastDifference().equals(least.lastDifference())) {
                    least = answers;
                    from = Math.min(from, least.lab().size() - 1);
                }
            }
        }
        return least;
    }
}
