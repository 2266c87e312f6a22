package org.packetwalk.desktop.model;

import org.packetwalk.narrate.Mark;

/**
 * One numbered piece of evidence.
 *
 * @param sentence what it says
 * @param line the lines of configuration or of the kernel's source that say so, {@link Wording#NONE} if none
 * @param mark how it counts
 * @param source file and function of the kernel, empty if none
 */
public record EvidenceView(Wording sentence, Wording line, Mark mark, String source) {}
