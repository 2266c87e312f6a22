package org.packetwalk.export.contract;

import java.util.ArrayList;
import java.util.List;

/** How an exported file is called: after the command without its options, and the step. */
public final class SnapshotName {
    private static final int LONGEST = 80;

    private SnapshotName() {}

    /** Such as {@code ping-10.141.155.131-step-09.png} for step 9 of {@code ping -c1 10.141.155.131}. */
    public static String of(String command, int step, String extension) {
        return stem(command) + "-step-" + (step < 10 ? "0" : "") + step + "." + extension;
    }

    /** Such as {@code ping-10.141.155.131.packetwalk.json} for all steps. */
    public static String of(String command, String extension) {
        return stem(command) + "." + extension;
    }

    private static String stem(String command) {
        List<String> words = List.of(command.strip().split("\\s+"));
        var kept = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            boolean option = words.get(i).startsWith("-");
            boolean value = i > 0 && i + 1 < words.size() && words.get(i - 1).matches("-[A-Za-z]");
            if (!option && !value) {
                kept.add(words.get(i));
            }
        }
        String stem = String.join("-", kept)
                .replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("-{2,}", "-")
                .replaceAll("^[-.]+|[-.]+$", "");
        return stem.isEmpty() ? "walk" : stem.substring(0, Math.min(LONGEST, stem.length()));
    }
}
