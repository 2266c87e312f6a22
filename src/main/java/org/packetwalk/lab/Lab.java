package org.packetwalk.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.KernelRelease;

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

    /** The release of Linux it is about: that which is simulated, or an older one ({@code # kernel:}). */
    public KernelRelease kernel() {
        return head("kernel").flatMap(KernelRelease::parse).orElse(KernelRelease.CURRENT);
    }

    /** Whether a real kernel can be asked: not one of an older release, nor where the recording one lacks a part ({@code # unrecorded:}). */
    public boolean recorded() {
        return head("unrecorded").isEmpty() && !kernel().before(KernelRelease.CURRENT);
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

    /** The lab up to and including one of its lines; what stands behind it is left out. */
    public Lab through(LabLine last) {
        List<String> rows = rows().subList(0, last.number());
        return new Lab(name, text(rows), head, upTo(last.number()), List.of());
    }

    /** The lab up to one of its lines, which is left out together with its comment. */
    public Lab before(LabLine line) {
        return cut(line.number() - 1);
    }

    /** The lab up to its first probe. */
    public Lab setup() {
        List<LabLine> probes = probes();
        if (!probes.isEmpty()) {
            return before(probes.get(0));
        }
        return cut(lines.isEmpty() ? 0 : lines.get(lines.size() - 1).number());
    }

    /** The lab with one more line at its end; of a lab that is cleaned up, cut the end first. */
    public Lab plus(String line) {
        return plus(List.of(line), false);
    }

    /** The lab with one more probe at its end; of a lab that is cleaned up, cut the end first. */
    public Lab plusProbe(String line) {
        return plus(List.of("", "# probe:", line), true);
    }

    private Lab plus(List<String> more, boolean probe) {
        List<String> rows = new ArrayList<>(rows());
        rows.addAll(more);
        List<LabLine> all = new ArrayList<>(lines);
        all.add(new LabLine(rows.size(), more.get(more.size() - 1), probe, ""));
        return new Lab(name, text(rows), head, all, List.of());
    }

    private Lab cut(int number) {
        List<String> rows = new ArrayList<>(rows().subList(0, number));
        while (!rows.isEmpty() && rows.get(rows.size() - 1).matches("\\s*(#\\s*probe\\b.*)?")) {
            rows.remove(rows.size() - 1);
        }
        rows().stream()
                .skip(number)
                .filter(row -> LAYOUT.matcher(row).matches())
                .forEach(rows::add);
        return new Lab(name, text(rows), head, upTo(number), List.of());
    }

    /** The rows of the source; the end of the last is no row of its own. */
    private List<String> rows() {
        List<String> rows = List.of(source.split("\n", -1));
        return source.endsWith("\n") ? rows.subList(0, rows.size() - 1) : rows;
    }

    private static String text(List<String> rows) {
        return String.join("\n", rows) + "\n";
    }

    private List<LabLine> upTo(int number) {
        return lines.stream().filter(line -> line.number() <= number).toList();
    }
}
