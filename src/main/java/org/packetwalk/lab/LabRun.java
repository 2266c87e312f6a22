package org.packetwalk.lab;

import java.util.List;

import org.packetwalk.sim.World;

/**
 * What a lab did, line by line.
 *
 * @param lab the lab
 * @param lines its lines up to the clean-up
 * @param start the world after the setup, before the first probe
 * @param end the world after the last line
 */
public record LabRun(Lab lab, List<LineRun> lines, World start, World end) {

    /** Keeps its own copy of the list. */
    public LabRun {
        lines = List.copyOf(lines);
    }

    /** The probes, in order. */
    public List<LineRun> probes() {
        return lines.stream().filter(run -> run.line().probe()).toList();
    }
}
