package org.packetwalk.export.image;

import java.io.IOException;
import java.io.OutputStream;

import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.CaptionedDrawing;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.ExportedStep;
import org.packetwalk.export.contract.ExportedWalk;
import org.packetwalk.export.contract.Exporter;
import org.packetwalk.export.contract.StepRest;

/**
 * Writes a walk as an animated GIF that begins again at its end. A step stands as long as when it is played: longer where
 * something is decided, and longest at the end.
 */
public final class GifExporter implements Exporter {
    private static final double SCALE = 1;
    /** How long the last step stands, in milliseconds. */
    private static final int END = 3000;

    @Override
    public void write(ExportRequest request, OutputStream out) throws IOException {
        ExportedWalk walk = request.walk();
        int steps = walk.steps().size();
        Film film = new PngExporter(request.theme(), request.words()).film(SCALE);
        ExportedStep step = walk.step(0);
        double caption = highest(walk, step.picture().size().width());
        Drawing drawing = CaptionedDrawing.of(step.picture(), step.caption(), caption);
        ChangedArea changed = film.next(drawing);
        GifStream gif = new GifStream(out, changed.place().width, changed.place().height);
        for (int i = 0; i < steps; i++) {
            if (i > 0) {
                step = walk.step(i);
                changed = film.next(CaptionedDrawing.of(step.picture(), step.caption(), caption));
            }
            int rest = i == steps - 1 ? END : StepRest.millis(step.step());
            gif.frame(changed.place(), IndexedColours.of(changed), rest, words(step.caption()));
        }
        gif.end();
    }

    /** All frames are as high as the one with the longest sentence. */
    private static double highest(ExportedWalk walk, double width) {
        double highest = 0;
        for (int i = 0; i < walk.steps().size(); i++) {
            highest = Math.max(highest, CaptionedDrawing.height(walk.caption(i), width));
        }
        return highest;
    }

    /** What a frame shows, for who does not see it. */
    private static String words(Caption caption) {
        return "$ " + caption.command() + " · " + caption.step() + " · " + caption.sentence() + " · "
                + caption.setting();
    }
}
