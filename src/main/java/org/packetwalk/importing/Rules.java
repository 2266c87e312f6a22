package org.packetwalk.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.importing.ImportNote.Kind;

/** The routing rules of a family. */
final class Rules {

    private static final Pattern RULE = Pattern.compile("(\\d+):\\s*(.*)");
    private static final Pattern TABLE = Pattern.compile("\\blookup (\\S+)");

    private final LabBuilder lab;
    private final String ip;
    private final Map<String, Integer> tables;

    /** The rules of a family: {@code -4} or {@code -6}. */
    Rules(LabBuilder lab, String host, String family, Map<String, Integer> tables) {
        this.lab = lab;
        this.ip = "ip -n " + host + (family.equals("-6") ? " -6" : "") + " rule";
        this.tables = tables;
    }

    /** Makes the rules what was collected; a text without any says nothing about them. */
    void make(List<CollectedLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        List<String> wanted = lines.stream().map(this::form).toList();
        List<String> kept = new ArrayList<>();
        for (String rule : shown()) {
            if (wanted.contains(rule) && !kept.contains(rule)) {
                kept.add(rule);
            } else {
                lab.run(new CollectedLine(0, rule), command("del", rule));
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            if (kept.remove(wanted.get(i)) || lab.run(lines.get(i), command("add", wanted.get(i)))) {
                lab.understood();
            }
        }
        List<String> here = shown();
        for (int i = 0; i < here.size(); i++) {
            if (i >= wanted.size() || !here.get(i).equals(wanted.get(i))) {
                lab.note(new CollectedLine(0, here.get(i)), Kind.ADDED, "");
            }
        }
    }

    /**
     * Separates table local from main if a lookup on the host named table local: they are separate since its first change of
     * a rule, also when no rule is left of it ({@code fib_unmerge}).
     */
    void separate(List<CollectedLine> lookups) {
        for (CollectedLine lookup : lookups) {
            boolean separate = lookup.text().contains(" table local ");
            String host = ip.split(" ")[2];
            boolean here = lab.ask("ip -n " + host + " route get 127.0.0.1").stream()
                    .anyMatch(line -> line.contains(" table local "));
            if (lookup.text().startsWith("local 127.0.0.1 ") && separate && !here) {
                lab.run(lookup, ip + " add pref 1 lookup main");
                lab.run(lookup, ip + " del pref 1");
            }
        }
    }

    private List<String> shown() {
        return lab.ask(ip).stream()
                .map(line -> form(new CollectedLine(0, line)))
                .toList();
    }

    private String command(String verb, String rule) {
        Matcher parts = RULE.matcher(rule);
        return parts.matches() ? ip + " " + verb + " pref " + parts.group(1) + " " + parts.group(2) : ip;
    }

    /** A rule as it is compared: blanks and marks of the listing aside, tables by number where their names are the host's own. */
    private String form(CollectedLine line) {
        String words = line.text()
                .replaceAll("\\s+", " ")
                .replaceAll(" \\[\\w+\\]", "")
                .strip();
        Matcher table = TABLE.matcher(words);
        return table.find() && tables.containsKey(table.group(1))
                ? words.substring(0, table.start()) + "lookup " + tables.get(table.group(1))
                        + words.substring(table.end())
                : words;
    }
}
