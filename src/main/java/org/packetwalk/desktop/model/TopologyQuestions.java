package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.packetwalk.diagram.Subject;
import org.packetwalk.kernel.HostId;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.World;

/**
 * What somebody may ask about a host or a device of the topology: since when a device, its hardware address, an address or a
 * counter is as it is. The values are those that {@code ip addr} and {@code ip -s link} print.
 */
final class TopologyQuestions {
    private static final String ADDRESSES = "ip addr";
    private static final String LINKS = "ip -s link";
    private static final Pattern HEAD = Pattern.compile("\\d+: ([^:@]+)[@:].*");

    private final HostStates states;

    TopologyQuestions(Shell shell) {
        states = new HostStates(shell);
    }

    /** The questions about a host or one of its devices in a world; none about anything else. */
    List<WhyQuestion> of(Subject subject, World world) {
        String[] parts = subject.id().substring(subject.kind().length() + 1).split("/");
        return switch (subject.kind()) {
            case "host" ->
                about(parts[0], "", world).stream()
                        .filter(question -> question.value().strip().startsWith("inet"))
                        .toList();
            case "device" -> {
                var all = new ArrayList<>(about(parts[0], parts[1], world));
                all.addAll(counters(parts[0], parts[1], world));
                yield List.copyOf(all);
            }
            default -> List.of();
        };
    }

    /** The device itself and its addresses; without a name, those of all devices. */
    private List<WhyQuestion> about(String host, String wanted, World world) {
        var questions = new ArrayList<WhyQuestion>();
        String device = "";
        for (String line : states.lines(world, new HostId(host), ADDRESSES)) {
            var head = HEAD.matcher(line);
            if (head.matches()) {
                device = head.group(1);
            }
            if (!wanted.isEmpty() && !device.equals(wanted)) {
                continue;
            }
            String[] words = line.strip().split(" +");
            if (head.matches()) {
                questions.add(new WhyQuestion(device, ADDRESSES, line, host));
            } else if (words[0].startsWith("inet") || words[0].startsWith("link/ether")) {
                questions.add(new WhyQuestion(device + " " + words[1], ADDRESSES, line, host));
            }
        }
        return questions;
    }

    /** What a device has received and sent, unless another has counted the very same. */
    private List<WhyQuestion> counters(String host, String wanted, World world) {
        List<String> lines = states.lines(world, new HostId(host), LINKS);
        var questions = new ArrayList<WhyQuestion>();
        String device = "";
        for (int i = 0; i + 1 < lines.size(); i++) {
            var head = HEAD.matcher(lines.get(i));
            if (head.matches()) {
                device = head.group(1);
            }
            String[] words = lines.get(i).strip().split(" +");
            String counted = lines.get(i + 1);
            boolean direction = words[0].equals("RX:") || words[0].equals("TX:");
            boolean alone = lines.indexOf(counted) == lines.lastIndexOf(counted);
            if (direction && device.equals(wanted) && alone) {
                String[] numbers = counted.strip().split(" +");
                questions.add(new WhyQuestion(
                        "%s %s bytes %s packets %s".formatted(device, words[0], numbers[0], numbers[1]),
                        LINKS,
                        counted,
                        host));
            }
        }
        return questions;
    }
}
