package org.packetwalk.export.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.packetwalk.diagram.Drawing;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.ExportedStep;
import org.packetwalk.export.contract.Exporter;
import org.packetwalk.export.svg.SvgShapes;
import org.packetwalk.export.svg.XmlText;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.StepLabels;

/** Writes a page to print on A4: the chosen step with its picture and reasons, and the whole walk as a table. */
public final class HandoutExporter implements Exporter {

    @Override
    public void write(ExportRequest request, OutputStream out) throws IOException {
        ExportedStep chosen = request.walk().chosen();
        List<Step> steps = request.walk().steps();
        var words = new StepHtml(request.messages());
        String body = "<h1>" + XmlText.escaped(request.trace().lab()) + "</h1>\n"
                + "<p class=\"command\"><code>$ "
                + XmlText.escaped(request.trace().command()) + "</code></p>\n"
                + "<p class=\"setting\">" + XmlText.escaped(chosen.caption().step()) + "</p>\n"
                + figure(request, chosen, words)
                + words.why(chosen.step(), steps.get(0))
                + "\n<h2>" + words.word("export.handout.walk") + "</h2>\n"
                + table(request.messages(), words, steps, request.walk().chosenIndex());
        String page = Page.of(
                request.messages().locale().getLanguage(),
                request.trace().command(),
                request.theme(),
                "handout.css",
                body);
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String figure(ExportRequest request, ExportedStep chosen, StepHtml words) {
        Drawing picture = chosen.picture();
        return "<figure><svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\""
                + XmlText.escaped(words.plain(chosen.step())) + "\" viewBox=\"0 0 "
                + Math.round(picture.size().width()) + " "
                + Math.round(picture.size().height()) + "\">"
                + new SvgShapes(request.theme(), request.words()).all(picture.shapes()) + "</svg></figure>\n";
    }

    private static String table(Messages messages, StepHtml words, List<Step> steps, int chosen) {
        StringBuilder out = new StringBuilder("<table><thead><tr>");
        for (String head : List.of("number", "host", "station", "sentence")) {
            out.append("<th>").append(words.word("export.handout." + head)).append("</th>");
        }
        out.append("</tr></thead><tbody>\n");
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            out.append(i == chosen ? "<tr class=\"chosen\"><td>" : "<tr><td>")
                    .append(step.number())
                    .append("</td><td>")
                    .append(XmlText.escaped(step.host().name()))
                    .append("</td><td>")
                    .append(XmlText.escaped(StepLabels.station(step, messages)))
                    .append("</td><td>")
                    .append(words.sentence(step))
                    .append("</td></tr>\n");
        }
        return out.append("</tbody></table>\n").toString();
    }
}
