package org.packetwalk.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.importing.ImportNote.Kind;

/**
 * The routes of all tables. The devices and addresses have made some already; where a destination has others, or in another
 * order, they are taken away and the collected ones appended.
 */
final class Routes {

    /** What a listing says of a route that follows from the state of its device, and is not given with it. */
    private static final Pattern SHOWN_ONLY = Pattern.compile(
            " (?:linkdown|dead|pervasive|offload|trap|offload_failed|rt_offload|rt_trap|(?:expires|used|age) \\S+|users \\d+|error -?\\d+)(?= |$)");

    private static final Pattern TABLE = Pattern.compile(" table (\\S+)");
    private static final Pattern NEXTHOP_ID =
            Pattern.compile("( nhid \\d+) .*?( (?:table|proto|scope|src|metric|pref|mtu|advmss) .*|$)");
    private static final Pattern DESTINATION = Pattern.compile(
            "(?:(?:unicast|local|broadcast|multicast|anycast|throw|unreachable|prohibit|blackhole) )?(\\S+).*");

    private final LabBuilder lab;
    private final String host;
    private final String family;
    private final Map<String, Integer> tables;

    /** The routes of a family: {@code -4} or {@code -6}. */
    Routes(LabBuilder lab, String host, String family, Map<String, Integer> tables) {
        this.lab = lab;
        this.host = host;
        this.family = family;
        this.tables = tables;
    }

    /** Makes the routes what was collected. */
    void make(List<CollectedLine> lines) {
        Map<String, List<CollectedLine>> wanted = groups(lines);
        Map<String, List<CollectedLine>> here = shown();
        here.keySet().forEach(key -> wanted.putIfAbsent(key, List.of()));
        wanted.keySet().stream()
                .sorted(Comparator.comparingInt(key -> turn(wanted.get(key))))
                .forEach(key -> make(wanted.get(key), here.getOrDefault(key, List.of())));
        compare(lines);
    }

    private void make(List<CollectedLine> wanted, List<CollectedLine> here) {
        if (texts(wanted).equals(texts(here))
                || onEachDevice(wanted) && new TreeSet<>(texts(wanted)).equals(new TreeSet<>(texts(here)))) {
            return;
        }
        here.forEach(route -> lab.run(route, command("del", route)));
        wanted.forEach(route -> lab.run(route, command("append", route)));
    }

    /** What IPv6 has once for each device; a packet to there names its device, so that their order means nothing. */
    private static boolean onEachDevice(List<CollectedLine> routes) {
        return routes.stream().allMatch(route -> route.text().matches("fe80::/64 .*|multicast ff00::/8 .*"));
    }

    private String command(String verb, CollectedLine route) {
        String words = NEXTHOP_ID.matcher(form(route)).replaceFirst("$1$2");
        if (family.equals("-4")
                && words.matches(
                        "(?!.* (?:scope|via|nhid) )[\\d.]+(?:/\\d+)? .*|(?!.* (?:scope|via|nhid) )default .*")) {
            // the ways of a route stand behind all else that is said of it
            int ways = words.indexOf(" nexthop ");
            int end = ways < 0 ? words.length() : ways;
            words = words.substring(0, end) + " scope global" + words.substring(end);
        }
        return "ip -n " + host + (family.equals("-6") ? " -6" : "") + " route " + verb + " "
                + words.replace(" pref medium", "");
    }

    /** Counts what is there as it was said, and notes what is not. */
    private void compare(List<CollectedLine> lines) {
        Map<String, List<CollectedLine>> here = shown();
        for (CollectedLine line : lines) {
            if (texts(here.getOrDefault(key(line), List.of())).contains(form(line))) {
                lab.understood();
            } else if (lab.notes().stream().noneMatch(note -> note.line() == line.number())) {
                lab.note(line, Kind.MISSING, "");
            }
        }
        Map<String, List<CollectedLine>> wanted = groups(lines);
        here.forEach((key, routes) -> routes.stream()
                .filter(route -> !texts(wanted.getOrDefault(key, List.of())).contains(form(route)))
                .forEach(route -> lab.note(route, Kind.ADDED, "")));
    }

    private Map<String, List<CollectedLine>> shown() {
        List<CollectedLine> lines = new ArrayList<>();
        for (String line : lab.ask("ip -n " + host + " " + family + " route show table all")) {
            if (line.startsWith("\t")) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1).with(line));
            } else {
                lines.add(new CollectedLine(0, line.stripTrailing()));
            }
        }
        return groups(lines);
    }

    private Map<String, List<CollectedLine>> groups(List<CollectedLine> lines) {
        Map<String, List<CollectedLine>> groups = new LinkedHashMap<>();
        lines.forEach(line ->
                groups.computeIfAbsent(key(line), none -> new ArrayList<>()).add(line));
        return groups;
    }

    private String key(CollectedLine line) {
        Matcher table = TABLE.matcher(form(line));
        Matcher destination = DESTINATION.matcher(line.text());
        return (table.find() ? table.group(1) : "main") + " " + (destination.matches() ? destination.group(1) : "");
    }

    /** Own addresses first, since others may have them as their source; then what is reached at once; then what lies behind. */
    private static int turn(List<CollectedLine> routes) {
        if (routes.stream().anyMatch(route -> route.text().matches("local [^/ ]+ .*"))) {
            return 0;
        }
        return routes.stream().anyMatch(route -> route.text().matches(".* (?:via|nhid) .*")) ? 2 : 1;
    }

    private List<String> texts(List<CollectedLine> routes) {
        return routes.stream().map(this::form).toList();
    }

    /** A route as it is compared: blanks and what only a listing says aside, tables by their numbers where names are not known to all. */
    private String form(CollectedLine route) {
        String words = SHOWN_ONLY
                .matcher(route.text().replaceAll("\\s+", " "))
                .replaceAll("")
                .strip();
        Matcher table = TABLE.matcher(words);
        return table.find() && tables.containsKey(table.group(1))
                ? words.substring(0, table.start()) + " table " + tables.get(table.group(1))
                        + words.substring(table.end())
                : words;
    }
}
