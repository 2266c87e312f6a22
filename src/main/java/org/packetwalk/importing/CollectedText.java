package org.packetwalk.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.importing.CollectedNamespace.Subject;
import org.packetwalk.importing.ImportNote.Kind;

/**
 * Sorts the lines of a collected text by namespace and subject. Each line is known by its shape, so that outputs pasted from a
 * terminal are read as well as those of the script; a line with a prompt only tells what follows.
 */
final class CollectedText {

    private static final String ADDRESS = "(?:\\d{1,3}(?:\\.\\d{1,3}){0,3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*)";
    private static final String ROUTE_TYPES =
            "unicast|local|broadcast|multicast|anycast|throw|unreachable|prohibit|blackhole|nat";

    private static final Pattern NAMESPACE = Pattern.compile("#+\\s*namespace(?:\\s+(\\S+))?");
    private static final Pattern COMMAND = Pattern.compile(
            "(?:[^\\s#$]\\S*\\s*)?(?:\\S+\\s*)?[#$]\\s+((?:sudo\\s+)?(?:ip|ss|sysctl|uname|hostname|cat|iptables-save|ip6tables-save)\\b.*)");
    private static final Pattern LINK = Pattern.compile("\\d+: \\S+: <.*");
    private static final Pattern RULE = Pattern.compile("\\d+:\\s+(?:not )?from .*");
    private static final Pattern NEIGHBOR = Pattern.compile(
            ADDRESS
                    + " dev \\S+ (?:.* )?(?:PERMANENT|NOARP|REACHABLE|STALE|DELAY|PROBE|FAILED|INCOMPLETE|NONE)(?: proto \\S+)?");
    private static final Pattern NEXTHOP = Pattern.compile("id \\d+ .*");
    private static final Pattern ROUTE =
            Pattern.compile("(?:(?:" + ROUTE_TYPES + ") )?(?:default|" + ADDRESS + "(?:/\\d+)?)(?: .*)?");
    private static final Pattern SETTING = Pattern.compile("(?:net|kernel|vm|fs)\\.\\S+ ?= ?.*");
    private static final Pattern FILTER =
            Pattern.compile("\\*\\w+|:\\S+ (?:ACCEPT|DROP|-)(?: \\[.*)?|(?:\\[\\d+:\\d+\\] )?-A .*|COMMIT");
    private static final Pattern LISTENER = Pattern.compile("(?:tcp|udp)\\s+(?:LISTEN|UNCONN)\\s+.*");
    private static final Pattern TABLE_NAME = Pattern.compile("(\\d+|0x[0-9a-f]+)\\s+([A-Za-z]\\S*)");
    private static final Pattern NO_CONTENT = Pattern.compile("#.*|Netid\\s+State.*|");

    private final Map<String, CollectedNamespace> namespaces = new LinkedHashMap<>();
    private final Map<String, Integer> tables = new TreeMap<>();
    private final List<ImportNote> notes = new ArrayList<>();
    private CollectedNamespace namespace = namespaceOf("");
    private String command = "";
    private String hostName = "";
    private String release = "";
    private boolean six;
    private boolean unanswered;
    private Subject last = Subject.LINK;

    private CollectedText() {}

    /** Sorts a text. */
    static CollectedText of(String text) {
        CollectedText collected = new CollectedText();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            collected.take(new CollectedLine(++number, line.stripTrailing()));
        }
        return collected;
    }

    /** The namespaces of which something was said, that of the host first. */
    List<CollectedNamespace> namespaces() {
        return namespaces.values().stream().filter(one -> !one.isEmpty()).toList();
    }

    /** What the host calls itself, empty if it was not said. */
    String hostName() {
        return hostName;
    }

    /** The release of its kernel, empty if it was not said. */
    String release() {
        return release;
    }

    /** The numbers of the tables that have names of the host's own. */
    Map<String, Integer> tables() {
        return tables;
    }

    /** The lines without a known shape. */
    List<ImportNote> notes() {
        return notes;
    }

    /** A name without what means something to a shell. */
    static String harmless(String name) {
        return name.replaceAll("[^A-Za-z0-9_.-]", "").replaceAll("^[-.]+", "");
    }

    private CollectedNamespace namespaceOf(String name) {
        return namespaces.computeIfAbsent(name, CollectedNamespace::new);
    }

    private void take(CollectedLine line) {
        String text = line.text();
        Matcher head = NAMESPACE.matcher(text);
        Matcher typed = COMMAND.matcher(text);
        if (head.matches()) {
            namespace = namespaceOf(head.group(1) == null ? "" : harmless(head.group(1)));
            unanswered = false;
            command = "";
        } else if (typed.matches()) {
            command = typed.group(1);
            unanswered = true;
            six = command.matches("(?:sudo\\s+)?(?:ip .*-6\\b.*|ip6tables-save.*)");
        } else if (command.startsWith("hostname") && !text.isEmpty()) {
            hostName = text;
            command = "";
        } else if (command.startsWith("uname") && !text.isEmpty()) {
            release = text;
            command = "";
        } else if (command.startsWith("cat") && TABLE_NAME.matcher(text).matches()) {
            Matcher name = TABLE_NAME.matcher(text);
            name.matches();
            tables.put(name.group(2), Integer.decode(name.group(1)));
        } else if (!NO_CONTENT.matcher(text).matches() && !belongs(line)) {
            sort(line);
        }
    }

    /** An indented line belongs to the device or the route above it; those of a device keep their own numbers. */
    private boolean belongs(CollectedLine line) {
        boolean indented = line.text().startsWith(" ") || line.text().startsWith("\t");
        if (indented && last == Subject.LINK) {
            namespace.add(
                    last, new CollectedLine(line.number(), " " + line.text().strip()));
            return true;
        }
        return indented && namespace.goOn(last, line.text());
    }

    private void sort(CollectedLine line) {
        String text = line.text().strip();
        if (command.contains(" route get ")) {
            add(Subject.LOOKUP, line);
        } else if (LINK.matcher(text).matches()) {
            add(Subject.LINK, line);
        } else if (RULE.matcher(text).matches()) {
            add(six ? Subject.RULE6 : Subject.RULE, line);
        } else if (FILTER.matcher(text).matches()) {
            add(six ? Subject.FILTER6 : Subject.FILTER, line);
        } else if (SETTING.matcher(text).matches()) {
            add(Subject.SETTING, line);
        } else if (LISTENER.matcher(text).matches()) {
            add(Subject.LISTENER, line);
        } else if (NEXTHOP.matcher(text).matches()) {
            add(Subject.NEXTHOP, line);
        } else if (NEIGHBOR.matcher(text).matches()) {
            add(isSix(text) ? Subject.NEIGHBOR6 : Subject.NEIGHBOR, line);
        } else if (ROUTE.matcher(text).matches()) {
            route(line, text);
        } else {
            notes.add(new ImportNote(
                    line.number(),
                    text,
                    unanswered ? Kind.NOT_COLLECTED : Kind.NOT_UNDERSTOOD,
                    unanswered ? command : ""));
        }
    }

    /** {@code ip route show table all} prints the routes of both families, {@code ip -6 route} those of IPv6 once more. */
    private void route(CollectedLine line, String text) {
        Subject subject = six || isRouteOfSix(text) ? Subject.ROUTE6 : Subject.ROUTE;
        boolean again = subject == Subject.ROUTE6
                && namespace.about(subject).stream().anyMatch(one -> one.text().equals(text));
        if (!again) {
            add(subject, line);
        }
    }

    private void add(Subject subject, CollectedLine line) {
        namespace.add(subject, new CollectedLine(line.number(), line.text().strip()));
        unanswered = false;
        last = subject;
    }

    private static boolean isRouteOfSix(String text) {
        return isSix(text) || text.matches("(?:\\w+ )?default (?:.* )?(?:via \\S*:\\S*|pref \\w+|error -\\d+)\\b.*");
    }

    private static boolean isSix(String text) {
        return text.matches("(?:\\w+ )?[0-9a-fA-F]*:\\S*.*");
    }
}
