package org.packetwalk.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code iptables-save} printed, rule by rule. */
final class PacketFilter {

    private static final Pattern CHAIN = Pattern.compile(":(\\S+) (\\S+).*");
    private static final Pattern RULE = Pattern.compile("(?:\\[\\d+:\\d+\\] )?(-A .*)");

    private static final Pattern WORD = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|\\S+");

    private final LabBuilder lab;
    private final String command;

    /** A family's tool in a namespace: {@code iptables} or {@code ip6tables}. */
    PacketFilter(LabBuilder lab, String host, String tool) {
        this.lab = lab;
        this.command = "ip netns exec " + host + " " + tool + " ";
    }

    /** Makes the chains and their rules. */
    void make(List<CollectedLine> lines) {
        String table = "";
        for (CollectedLine line : lines) {
            Matcher chain = CHAIN.matcher(line.text());
            Matcher rule = RULE.matcher(line.text());
            boolean done = true;
            if (line.text().startsWith("*")) {
                table = line.text().equals("*filter") ? "" : "-t " + line.text().substring(1) + " ";
            } else if (chain.matches() && chain.group(2).equals("-")) {
                done = lab.run(line, command + table + "-N " + ShellWord.of(chain.group(1)));
            } else if (chain.matches() && !chain.group(2).equals("ACCEPT")) {
                done = lab.run(line, command + table + "-P " + chain.group(1) + " " + chain.group(2));
            } else if (rule.matches()) {
                done = lab.run(line, command + table + inShell(rule.group(1)));
            }
            if (done) {
                lab.understood();
            }
        }
    }

    /** The words of a rule as a shell takes them: {@code iptables-save} quotes them in its own way. */
    private static String inShell(String rule) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(rule);
        while (word.find()) {
            words.add(ShellWord.of(
                    word.group(1) == null ? word.group() : word.group(1).replaceAll("\\\\(.)", "$1")));
        }
        return String.join(" ", words);
    }
}
