package org.packetwalk.desktop.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.lab.Lab;

/** The command a lab suggests first, and the host it is typed on. */
record LabCommand(String host, String command) {
    private static final Pattern SUGGESTED = Pattern.compile("(\\S+)\\s+(.+)");
    private static final Pattern INSIDE = Pattern.compile("ip\\s+netns\\s+exec\\s+(\\S+)\\s+(.+)");
    private static final Pattern NAMED = Pattern.compile("ip\\s+-n\\s+(\\S+)\\s+(.+)");
    private static final Pattern WORD = Pattern.compile("\\S+");

    /** What the header line {@code # trace:} says; without one, the first probe. */
    static LabCommand of(Lab lab) {
        Matcher suggested = SUGGESTED.matcher(lab.head("trace").orElse(""));
        if (suggested.matches()) {
            return new LabCommand(suggested.group(1), suggested.group(2));
        }
        String line = lab.probes().isEmpty() ? "" : lab.probes().get(0).command();
        Matcher inside = INSIDE.matcher(line);
        if (inside.matches()) {
            return new LabCommand(inside.group(1), inside.group(2));
        }
        Matcher named = NAMED.matcher(line);
        if (named.matches()) {
            return new LabCommand(named.group(1), "ip " + named.group(2));
        }
        String host = lab.hosts().isEmpty() ? "" : lab.hosts().get(0).name();
        return new LabCommand(host, line);
    }

    /** A refusal with its place: the longest word of the command that the sentence names. */
    static Refusal refusal(String sentence, String command) {
        int from = 0;
        int to = 0;
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            if (word.end() - word.start() > to - from && sentence.contains(word.group())) {
                from = word.start();
                to = word.end();
            }
        }
        return new Refusal(sentence, from, to);
    }
}
