package org.packetwalk.export.html;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Size;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.ExportedStep;
import org.packetwalk.export.contract.Exporter;
import org.packetwalk.export.contract.StepRest;
import org.packetwalk.export.svg.SvgShapes;
import org.packetwalk.export.svg.XmlText;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.StepLabels;

/** Writes a walk as one HTML file that plays it and steps both ways without a network; it opens at the chosen step. */
public final class PlayerExporter implements Exporter {

    @Override
    public void write(ExportRequest request, OutputStream out) throws IOException {
        var pool = new ShapePool(new SvgShapes(request.theme(), request.words()));
        var words = new StepHtml(request.messages());
        List<Step> steps = request.walk().steps();
        List<String> written = new ArrayList<>();
        double width = 0;
        double height = 0;
        for (int i = 0; i < steps.size(); i++) {
            ExportedStep step = request.walk().step(i);
            Drawing picture = step.picture();
            width = Math.max(width, picture.size().width());
            height = Math.max(height, picture.size().height());
            written.add("{\"number\":" + JsonText.of(step.caption().step())
                    + ",\"text\":" + JsonText.of(words.plain(step.step()))
                    + ",\"why\":" + JsonText.of(words.why(step.step(), steps.get(0)))
                    + ",\"rest\":" + StepRest.millis(step.step())
                    + ",\"shapes\":" + pool.numbers(picture) + "}");
        }
        String data = "{\"chosen\":" + request.walk().chosenIndex()
                + ",\"words\":{\"play\":" + JsonText.of(request.messages().text("time.play"))
                + ",\"pause\":" + JsonText.of(request.messages().text("time.pause"))
                + "},\"shapes\":" + JsonText.of(pool.shapes())
                + ",\"steps\":[" + String.join(",\n", written) + "]}";
        String body = top(request)
                + "<main>\n<div class=\"picture\">" + picture(new Size(width, height))
                + "</div>\n<aside id=\"why\" aria-live=\"polite\"></aside>\n</main>\n"
                + bar(words, steps.size())
                + list(request, words, steps)
                + "<script type=\"application/json\" id=\"walk\">" + data + "</script>\n"
                + "<script>\n" + Page.file("player.js") + "</script>\n";
        String page = Page.of(
                request.messages().locale().getLanguage(),
                request.trace().command(),
                request.theme(),
                "player.css",
                body);
        out.write(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String top(ExportRequest request) {
        return "<header><h1><code>$ " + XmlText.escaped(request.trace().command()) + "</code></h1><p>"
                + XmlText.escaped(request.walk().chosen().caption().setting()) + "</p></header>\n";
    }

    private static String picture(Size size) {
        return "<svg id=\"picture\" role=\"img\" viewBox=\"0 0 " + Math.round(size.width()) + " "
                + Math.round(size.height()) + "\" xmlns=\"http://www.w3.org/2000/svg\"><g id=\"shapes\"></g></svg>";
    }

    private static String bar(StepHtml words, int steps) {
        return "<nav>" + button("first", Sign.FIRST, words.word("time.start"))
                + button("back", Sign.BACK, words.word("time.step.back"))
                + "<button id=\"play\" class=\"play\" title=\"" + words.word("time.play") + "\">" + Sign.PLAY.svg()
                + Sign.PAUSE.svg() + "</button>"
                + button("forward", Sign.FORWARD, words.word("time.step"))
                + button("last", Sign.LAST, words.word("time.end"))
                + "<output id=\"number\"></output><input id=\"slider\" type=\"range\" min=\"0\" max=\"" + (steps - 1)
                + "\" aria-label=\"" + words.word("time.title") + "\"></nav>\n";
    }

    private static String button(String id, Sign sign, String name) {
        return "<button id=\"" + id + "\" title=\"" + name + "\" aria-label=\"" + name + "\">" + sign.svg()
                + "</button>";
    }

    /** What stands on the buttons, drawn so that no font is needed. */
    private enum Sign {
        FIRST("M6 5v14M18 5l-8 7 8 7z"),
        BACK("M14.5 6l-6 6 6 6"),
        PLAY("M8 5l11 7-11 7z"),
        PAUSE("M8 5v14M16 5v14"),
        FORWARD("M9.5 6l6 6-6 6"),
        LAST("M18 5v14M6 5l8 7-8 7z");

        private final String path;

        Sign(String path) {
            this.path = path;
        }

        String svg() {
            return "<svg class=\"" + name().toLowerCase(Locale.ROOT)
                    + "\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"" + path + "\"/></svg>";
        }
    }

    private static String list(ExportRequest request, StepHtml words, List<Step> steps) {
        StringBuilder out = new StringBuilder("<details><summary>")
                .append(words.word("export.player.steps"))
                .append("</summary><table><tbody>\n");
        for (Step step : steps) {
            out.append("<tr><td>")
                    .append(step.number())
                    .append("</td><td>")
                    .append(XmlText.escaped(step.host().name()))
                    .append("</td><td>")
                    .append(XmlText.escaped(StepLabels.station(step, request.messages())))
                    .append("</td><td>")
                    .append(words.sentence(step))
                    .append("</td></tr>\n");
        }
        return out.append("</tbody></table></details>\n").toString();
    }
}
