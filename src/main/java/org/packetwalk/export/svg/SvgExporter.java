package org.packetwalk.export.svg;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.CaptionedDrawing;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Palette;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.ExportedStep;
import org.packetwalk.export.contract.Exporter;

/** Writes a step as SVG, its caption below; what the picture says stands in it as title and description, too. */
public final class SvgExporter implements Exporter {

    @Override
    public void write(ExportRequest request, OutputStream out) throws IOException {
        ExportedStep shown = request.walk().chosen();
        Caption caption = shown.caption();
        Drawing drawing = CaptionedDrawing.of(shown.picture(), caption);
        String width = SvgNumber.of(drawing.size().width());
        String height = SvgNumber.of(drawing.size().height());
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + ' ' + height + "\" role=\"img\" aria-labelledby=\"title description\""
                + " xml:lang=\"" + request.messages().locale().getLanguage() + "\">\n"
                + "<title id=\"title\">" + XmlText.escaped("$ " + caption.command() + " · " + caption.step())
                + "</title>\n"
                + "<desc id=\"description\">" + XmlText.escaped(caption.sentence() + " " + caption.setting())
                + "</desc>\n"
                + "<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"" + Palette.BG.in(request.theme())
                + "\"/>\n"
                + new SvgShapes(request.theme(), request.words()).all(drawing.shapes())
                + "\n</svg>\n";
        out.write(svg.getBytes(StandardCharsets.UTF_8));
    }
}
