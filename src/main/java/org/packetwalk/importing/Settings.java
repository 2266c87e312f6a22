package org.packetwalk.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.importing.ImportNote.Kind;

/** The lines of {@code sysctl -a}: what differs from the world's own becomes a command. */
final class Settings {

    private static final Pattern LINE = Pattern.compile("(net\\.\\S+) ?= ?(.*)");
    private static final Pattern OF_DEVICE = Pattern.compile("net\\.ipv[46]\\.(?:conf|neigh)\\.(.+)\\.[^.]+");
    private static final List<String> FOR_ALL = List.of("all", "default", "lo");

    private final LabBuilder lab;
    private final String host;

    Settings(LabBuilder lab, String host) {
        this.lab = lab;
        this.host = host;
    }

    /** Sets what concerns the namespace as a whole: first what sets other things with it. */
    void ofNamespace(List<CollectedLine> lines) {
        List<CollectedLine> last = new ArrayList<>();
        for (CollectedLine line : lines) {
            if (line.text().matches("net\\.ipv[46]\\.(?:ip_forward|conf\\.all\\.\\w+) ?=.*")) {
                set(line);
            } else {
                last.add(line);
            }
        }
        last.stream().filter(line -> isOf(line, FOR_ALL)).forEach(this::set);
    }

    /** Sets what concerns one device. */
    void ofDevice(List<CollectedLine> lines, String device) {
        lines.stream().filter(line -> device(line).equals(device)).forEach(this::set);
    }

    private static boolean isOf(CollectedLine line, List<String> devices) {
        return device(line).isEmpty() || devices.contains(device(line));
    }

    private static String device(CollectedLine line) {
        Matcher setting = LINE.matcher(line.text());
        if (!setting.matches()) {
            return "";
        }
        Matcher device = OF_DEVICE.matcher(setting.group(1));
        return device.matches() ? device.group(1) : "";
    }

    private void set(CollectedLine line) {
        Matcher setting = LINE.matcher(line.text());
        if (!setting.matches()) {
            lab.note(line, Kind.NOT_SIMULATED, "");
            return;
        }
        String key = setting.group(1);
        String value = setting.group(2).strip();
        List<String> here = lab.ask("ip netns exec " + host + " sysctl -n " + key);
        if (here.isEmpty()) {
            lab.note(line, Kind.NOT_SIMULATED, "");
        } else if (same(here.get(0), value)
                || lab.run(line, "ip netns exec " + host + " sysctl -qw " + key + "=" + ShellWord.of(value))) {
            lab.understood();
        }
    }

    private static boolean same(String one, String other) {
        return one.strip().replaceAll("\\s+", " ").equals(other.replaceAll("\\s+", " "));
    }
}
