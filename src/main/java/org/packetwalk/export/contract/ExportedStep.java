package org.packetwalk.export.contract;

import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.narrate.Step;

/**
 * One step of a walk as it is exported.
 *
 * @param step what happens in it
 * @param picture how it looks
 * @param caption what stands below the picture
 */
public record ExportedStep(Step step, Drawing picture, Caption caption) {}
