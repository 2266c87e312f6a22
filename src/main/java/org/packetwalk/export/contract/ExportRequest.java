package org.packetwalk.export.contract;

import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;
import org.packetwalk.trace.Trace;

/**
 * What is exported: a trace, and one step of it as a picture. A format takes of it what it needs.
 *
 * @param savedBy the version of Packetwalk that exports it
 * @param labText the script that leads to the trace: its last line is the command
 * @param trace what happened
 * @param picture the step
 * @param caption what stands below the picture
 * @param theme the colours of the picture
 * @param messages the language of the picture
 */
public record ExportRequest(
        String savedBy, String labText, Trace trace, Drawing picture, Caption caption, Theme theme, Messages messages) {

    /** The size of a picture without its caption, in logical pixels: that of the canvas in a window of common size. */
    public static final Size PICTURE = new Size(1154, 646);
}
