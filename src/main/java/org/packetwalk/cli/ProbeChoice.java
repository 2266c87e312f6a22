package org.packetwalk.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabLine;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.Trace;

/**
 * One probe of a lab that was run, and what happened in it.
 *
 * @param lab the lab
 * @param line the probe
 */
record ProbeChoice(Lab lab, LineRun line) {

    private static final Pattern EXEC = Pattern.compile("ip\\s+netns\\s+exec\\s+(\\S+)\\s+(.*)");
    private static final Pattern OPTION = Pattern.compile("(?:ip|bridge)\\s+(?:-\\S+\\s+)*?-n(?:etns)?\\s+(\\S+).*");

    /** The probe of a number, 1 and up; with 0 the first in which a packet moves, or the first of all. */
    static ProbeChoice numbered(Path file, Lab lab, int number) {
        List<LineRun> probes = LabRunner.run(lab).probes();
        if (probes.isEmpty()) {
            throw new BadFileException(file + ": the lab has no probe; name a command with --command");
        }
        if (number < 0 || number > probes.size()) {
            throw new BadFileException(
                    file + ": there is no probe " + number + "; the lab has " + probes.size() + ": " + list(probes));
        }
        return new ProbeChoice(lab, number > 0 ? probes.get(number - 1) : firstWithPackets(probes));
    }

    /** A command that is run in place of the probes, after the setup. */
    static ProbeChoice command(Lab lab, String command) {
        List<LabLine> lines = new ArrayList<>();
        for (LabLine line : lab.lines()) {
            if (line.probe()) {
                break;
            }
            lines.add(line);
        }
        int behind = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number() + 1;
        lines.add(new LabLine(behind, command, true, command));
        LabRun run = LabRunner.run(new Lab(lab.name(), lab.source(), lab.head(), lines, lab.cleanup()));
        return new ProbeChoice(lab, run.probes().get(0));
    }

    /** What happened, as exporters get it. */
    Trace trace() {
        String text = line.line().text();
        Matcher exec = EXEC.matcher(text);
        if (exec.matches()) {
            return new Trace(lab.title(), exec.group(1), exec.group(2), line.events());
        }
        Matcher option = OPTION.matcher(text);
        return new Trace(lab.title(), option.matches() ? option.group(1) : "", text, line.events());
    }

    /** The first in which a packet moves; else the first that asks a table; else the first. */
    private static LineRun firstWithPackets(List<LineRun> probes) {
        return probes.stream()
                .filter(probe -> probe.events().stream().anyMatch(LinkEvent.class::isInstance))
                .findFirst()
                .or(() -> probes.stream()
                        .filter(probe -> !probe.events().isEmpty())
                        .findFirst())
                .orElse(probes.get(0));
    }

    private static String list(List<LineRun> probes) {
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < probes.size(); i++) {
            numbered.add((i + 1) + " " + probes.get(i).line().text());
        }
        return String.join("; ", numbered);
    }
}
