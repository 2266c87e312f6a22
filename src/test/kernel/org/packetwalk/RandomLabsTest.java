package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;

/** Random small labs print the same on the real kernel and here. */
class RandomLabsTest {

    private static final String QUIET = "sleep 0.3";

    @Test
    void randomLabsPrintWhatTheKernelPrints() throws IOException, InterruptedException, LabFormatException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/ns")), "needs Linux");
        assumeTrue(kernel(List.of("ip netns add a")).equals("=> 0\n"), "needs root and network namespaces");
        long seed = Long.getLong("seed", 1);
        int labs = Integer.getInteger("labs", 50);
        for (int number = 0; number < labs; number++) {
            List<String> lab = lab(new Random(seed + number));
            if (differs(lab)) {
                List<String> least = least(lab);
                assertThat(here(least))
                        .as("seed %d%n%s", seed + number, String.join("\n", least))
                        .isEqualTo(kernel(least));
            }
        }
        System.out.println("RandomLabsTest: " + labs + " random labs from seed " + seed + " print the same as the kernel");
    }

    private static List<String> least(List<String> lab) throws IOException, InterruptedException, LabFormatException {
        List<String> least = new ArrayList<>(lab);
        for (String line : lab) {
            List<String> fewer = new ArrayList<>(least);
            fewer.remove(line);
            if (!fewer.isEmpty() && differs(fewer)) {
                least = fewer;
            }
        }
        return least;
    }

    private static boolean differs(List<String> lab) throws IOException, InterruptedException, LabFormatException {
        return !here(lab).equals(kernel(lab));
    }

    private static String here(List<String> lab) throws LabFormatException {
        return masked(LabRunner.run(LabFile.read("random.sh", String.join("\n", lab))).lines().stream()
                .map(run -> run.result().stdout() + run.result().stderr() + "=> "
                        + run.result().exit() + "\n")
                .collect(Collectors.joining()));
    }

    /** Runs the lines in namespaces of a mount namespace of their own: they vanish with it. */
    private static String kernel(List<String> lab) throws IOException, InterruptedException {
        String setup = "mkdir -p /run/netns && mount -t tmpfs tmpfs /run/netns || exit 1\n";
        String lines = lab.stream()
                .map(line -> "{ timeout 9 " + line + "; } 2>$err; code=$?; cat $err; echo \"=> $code\"\n")
                .collect(Collectors.joining());
        Path script = Files.createTempFile("lab", ".sh");
        Path output = Files.createTempFile("lab", ".txt");
        Path errors = Files.createTempFile("lab", ".err");
        try {
            Files.writeString(script, "err=" + errors + "\n" + setup + lines);
            Process process = new ProcessBuilder("unshare", "-m", "-n", "bash", script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return masked(Files.readString(output));
        } finally {
            Files.delete(script);
            Files.delete(output);
            Files.delete(errors);
        }
    }

    private static String masked(String text) {
        return text.replaceAll("time[= ][0-9.]+ ?ms", "<time>").replaceAll("rtt [^\n]*", "<rtt>");
    }

    private static List<String> lab(Random random) {
        int hosts = 2 + random.nextInt(3);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < hosts; i++) {
            lines.add("ip netns add h" + i);
            lines.add(in(i) + "sysctl -qw net.ipv6.conf.all.disable_ipv6=1");
            lines.add("ip -n h" + i + " link set lo up");
            lines.add(in(i) + "sysctl -qw net.ipv4.ip_forward=" + random.nextInt(2));
            lines.add(in(i) + "sysctl -qw net.ipv4.conf.all.rp_filter=" + random.nextInt(3));
        }
        for (int i = 1; i < hosts; i++) {
            int left = i - 1;
            lines.add("ip -n h" + left + " link add r type veth peer name l netns h" + i);
            lines.add("ip -n h" + left + " addr add 10.0." + i + ".1/24 dev r");
            lines.add("ip -n h" + i + " addr add 10.0." + i + "." + (2 + random.nextInt(2)) + "/24 dev l");
            lines.add("ip -n h" + left + " link set r up");
            lines.add("ip -n h" + i + " link set l up");
            lines.add(in(i) + "sysctl -qw net.ipv4.conf.l.arp_ignore=" + random.nextInt(3));
        }
        String[] types = {"unreachable", "prohibit", "blackhole"};
        for (int i = 0; i < hosts; i++) {
            String target = "10.0." + (1 + random.nextInt(4)) + ".0/" + (22 + random.nextInt(4));
            lines.add("ip -n h" + i + " route add "
                    + (random.nextInt(3) == 0 ? types[random.nextInt(3)] + " " : "")
                    + target
                    + (random.nextBoolean() ? " via 10.0." + (1 + random.nextInt(3)) + ".2" : ""));
            lines.add("ip -n h" + i + " rule add pref " + (100 + i) + " to " + target + " lookup "
                    + (random.nextBoolean() ? "main" : "77"));
        }
        lines.add(QUIET);
        for (int i = 0; i < 5; i++) {
            int host = random.nextInt(hosts);
            String target = "10.0." + (1 + random.nextInt(4)) + "." + (1 + random.nextInt(3));
            lines.add("ip -n h" + host + " route get " + target);
            lines.add(in(host) + "ping -n -c1 -W1 " + target);
        }
        return lines;
    }

    private static String in(int host) {
        return "ip netns exec h" + host + " ";
    }
}
