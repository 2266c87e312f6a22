package org.packetwalk.random;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs the lines of a lab on the kernel of this machine, in namespaces that vanish with the run. */
public final class RealKernel {

    private static final int LONGEST_MINUTES = 4;
    private static final int MOST_REPETITIONS = 3;

    /** What the shell answers for a command that SIGKILL ended; no lab sends one. */
    private static final int KILLED = 137;

    private static final Pattern TALKS = Pattern.compile(" (nc|curl) ");

    private RealKernel() {}

    /** Whether this machine lets us: Linux, root, network namespaces. */
    public static boolean available() throws IOException, InterruptedException {
        return Files.isDirectory(Path.of("/proc/self/ns"))
                && run(List.of("ip netns add a")).equals(List.of("=> 0\n"));
    }

    /**
     * What each line printed, standard output before errors, and its exit status. A run that ended early, or in which a command
     * was killed because the machine had no memory left, is no answer and repeated.
     */
    public static List<String> run(List<String> lab) throws IOException, InterruptedException {
        List<String> answers = once(lab);
        for (int again = 0; again < MOST_REPETITIONS && cutShort(answers); again++) {
            answers = once(lab);
        }
        return answers;
    }

    private static boolean cutShort(List<String> answers) {
        return answers.stream().anyMatch(answer -> answer.endsWith("=> " + KILLED + "\n") || answer.endsWith("=> "));
    }

    private static List<String> once(List<String> lab) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lab");
        try {
            Path script = folder.resolve("lab.sh");
            Files.writeString(script, script(folder, lab));
            Process process = new ProcessBuilder("taskset", "-c", processor(), "unshare", "-m", "-n", "-p", "-f", "--kill-child", "--mount-proc", "bash", script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("all").toFile())
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            List<String> answers = new ArrayList<>();
            for (int i = 0; i < lab.size(); i++) {
                answers.add(read(folder.resolve(i + ".out")) + read(folder.resolve(i + ".err")) + "=> " + read(folder.resolve(i + ".code")));
            }
            return answers;
        } finally {
            delete(folder);
        }
    }

    /** One processor for all of a lab, so that the order of things does not depend on load. */
    private static String processor() {
        return Long.toString(Thread.currentThread().getId() % Runtime.getRuntime().availableProcessors());
    }

    /**
     * Each line is a script of its own. Of the programs that talk to each other those the lab waits for run before the others.
     * No line that configures does: it would wait for a lock whose holder never runs.
     */
    private static String script(Path folder, List<String> lab) throws IOException {
        StringBuilder script = new StringBuilder("mkdir -p /run/netns && mount -t tmpfs tmpfs /run/netns || exit 1\n");
        script.append("cd ").append(folder).append('\n');
        for (int i = 0; i < lab.size(); i++) {
            String line = lab.get(i);
            boolean background = line.endsWith("&");
            Files.writeString(folder.resolve(i + ".sh"), background ? line.substring(0, line.length() - 1) : line);
            script.append(TALKS.matcher(line).find() ? "chrt -f " + (background ? 1 : 2) + " " : "");
            script.append("sh ").append(i).append(".sh");
            script.append(" >").append(i).append(".out 2>").append(i).append(".err </dev/null");
            if (background) {
                script.append(" &\necho 0 >").append(i).append(".code\nsleep 0.15\n");
            } else {
                script.append("\necho $? >").append(i).append(".code\n");
            }
        }
        return script.append("kill $(jobs -p) 2>/dev/null\nexit 0\n").toString();
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
