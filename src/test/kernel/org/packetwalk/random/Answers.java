package org.packetwalk.random;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;

/** What a lab printed here and on the kernel, without what differs between two runs of the kernel. */
public record Answers(List<String> lab, List<String> here, List<String> kernel) {

    private static final int MOST_RUNS = 5;

    /** Copies the lists. */
    public Answers {
        lab = List.copyOf(lab);
        here = List.copyOf(here);
        kernel = List.copyOf(kernel);
    }

    /** Runs a lab in both; a difference counts if the kernel gives the same answer again. */
    public static Answers of(List<String> lab) throws IOException, InterruptedException {
        List<String> here = here(lab);
        Answers answers = new Answers(lab, here, masked(lab, RealKernel.run(lab)));
        for (int run = 1; run < MOST_RUNS && !answers.equal(); run++) {
            answers = new Answers(lab, here, masked(lab, RealKernel.run(lab)));
        }
        return answers;
    }

    /** Whether there is no difference. */
    public boolean equal() {
        return here.equals(kernel);
    }

    /** The differing lines with what was printed. */
    public String differences() {
        return differences(0);
    }

    /** What differs in the last line of the lab. */
    public String lastDifference() {
        return differences(lab.size() - 1).replaceFirst("## \\d+", "##");
    }

    private String differences(int first) {
        StringBuilder text = new StringBuilder();
        for (int i = first; i < lab.size(); i++) {
            if (!here.get(i).equals(kernel.get(i))) {
                text.append("## ").append(i).append(": ").append(lab.get(i)).append('\n');
                List<String> a = kernel.get(i).lines().toList();
                List<String> b = here.get(i).lines().toList();
                // Lines that are there in another order or number show all of both.
                boolean others = !a.containsAll(b) || !b.containsAll(a);
                a.stream().filter(line -> !others || !b.contains(line)).forEach(line -> text.append("  kernel  ").append(line).append('\n'));
                b.stream().filter(line -> !others || !a.contains(line)).forEach(line -> text.append("  here    ").append(line).append('\n'));
            }
        }
        return text.toString();
    }

    /** The index of the first line that differs; the number of lines if none does. */
    public int first() {
        for (int i = 0; i < lab.size(); i++) {
            if (!here.get(i).equals(kernel.get(i))) {
                return i;
            }
        }
        return lab.size();
    }

    private static List<String> here(List<String> lab) {
        try {
            return masked(
                    lab,
                    LabRunner.run(LabFile.read("random.sh", String.join("\n", lab))).lines().stream()
                            .map(run -> run.result().stdout() + run.result().stderr() + "=> "
                                    + run.result().exit() + "\n")
                            .toList());
        } catch (LabFormatException | RuntimeException | StackOverflowError fault) {
            StackTraceElement[] at = fault.getStackTrace();
            List<String> none = new ArrayList<>();
            lab.forEach(line -> none.add("fault: " + fault + (at.length > 0 ? " at " + at[0] : "")));
            return none;
        }
    }

    private static List<String> masked(List<String> lab, List<String> answers) {
        List<String> masked = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            masked.add(Mask.of(lab.get(i), answers.get(i)));
        }
        return masked;
    }
}
