package org.packetwalk.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.kernel.HostId;

/**
 * A lab: a valid shell script of one-line commands.
 *
 * @param name the name of its file without folder and ending
 * @param source the whole text, from which it is written back byte by byte
 * @param head the header's keys and values; {@code title} is always there
 * @param lines the commands, in order
 * @param cleanup the commands after {@code # cleanup}, for people who run the file by hand
 */
public record Lab(
        String name, String source, SortedMap<String, String> head, List<LabLine> lines, List<LabLine> cleanup) {

    private static final Pattern NEW_HOST = Pattern.compile("\\bip\\s+netns\\s+add\\s+(\\S+)");
    private static final Pattern LAYOUT = Pattern.compile("(?m)^#\\s*layout:\\s*(\\S+)\\s+(-?\\d+)\\s+(-?\\d+)\\s*$");

    /** Copies the collections. */
    public Lab {
        head = new TreeMap<>(head);
        lines = List.copyOf(lines);
        cleanup = List.copyOf(cleanup);
    }

    /** Where a host sits on the canvas, in logical pixels ({@code # layout: HOST X Y}). */
    public record Position(HostId host, int x, int y) {}

    /** What the lab is called. */
    public String title() {
        return head.getOrDefault("title", name);
    }

    /** The value of a header key, if it is there. */
    public Optional<String> head(String key) {
        return Optional.ofNullable(head.get(key));
    }

    /** The probes, in order. */
    public List<LabLine> probes() {
        return lines.stream().filter(LabLine::probe).toList();
    }

    /** The hosts that its commands make, in order. */
    public List<HostId> hosts() {
        List<HostId> hosts = new ArrayList<>();
        for (LabLine line : lines) {
            Matcher made = NEW_HOST.matcher(line.text());
            if (made.find() && !hosts.contains(new HostId(made.group(1)))) {
                hosts.add(new HostId(made.group(1)));
            }
        }
        return hosts;
    }

    /** Where hosts sit on the canvas, as far as the lab says so. */
    public List<Position> layout() {
        List<Position> positions = new ArrayList<>();
        Matcher line = LAYOUT.matcher(source);
        while (line.find()) {
            positions.add(new Position(
                    new HostId(line.group(1)), Integer.parseInt(line.group(2)), Integer.parseInt(line.group(3))));
        }
        return positions;
    }
}
