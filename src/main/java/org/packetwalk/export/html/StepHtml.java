package org.packetwalk.export.html;

import java.util.List;

import org.packetwalk.export.svg.XmlText;
import org.packetwalk.narrate.Account;
import org.packetwalk.narrate.Evidence;
import org.packetwalk.narrate.Mark;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Sentence;
import org.packetwalk.narrate.Source;
import org.packetwalk.narrate.Speaker;
import org.packetwalk.narrate.SpokenPart;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.StepLabels;

/** A step in words, as HTML: its sentence, place, reasons, what would have been otherwise, and how to check it. */
final class StepHtml {
    private final Messages messages;
    private final Speaker speaker;

    StepHtml(Messages messages) {
        this.messages = messages;
        this.speaker = new Speaker(messages);
    }

    /** The sentence without markup. */
    String plain(Step step) {
        return speaker.text(step.account().headline());
    }

    /** The sentence. */
    String sentence(Step step) {
        return marked(step.account().headline());
    }

    /** All there is to say about a step. */
    String why(Step step, Step begin) {
        Account account = step.account();
        StringBuilder out = new StringBuilder();
        out.append("<h2>").append(marked(account.headline())).append("</h2>");
        out.append("<p class=\"place\">").append(place(step, begin)).append("</p>");
        out.append(reasons(account.evidence()));
        if (account.otherwise().isPresent()) {
            out.append("<div class=\"otherwise\"><h3>")
                    .append(word("inspector.why.otherwise"))
                    .append("</h3>")
                    .append(marked(account.otherwise()))
                    .append("</div>");
        }
        if (!account.checks().isEmpty()) {
            List<String> commands =
                    account.checks().stream().map(check -> "$ " + check).toList();
            out.append("<h3>")
                    .append(word("inspector.why.check"))
                    .append("</h3>")
                    .append(lines(commands));
        }
        return out.toString();
    }

    /** When and where, and in which function. */
    private String place(Step step, Step begin) {
        Source source = step.account().source();
        return XmlText.escaped(StepLabels.time(step, begin) + " · " + step.host() + " · "
                        + StepLabels.layer(step, messages) + " · " + StepLabels.station(step, messages))
                + (source.isPresent() ? " · <code>" + XmlText.escaped(source.function()) + "</code>" : "");
    }

    private String reasons(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("<ol class=\"why\">");
        for (Evidence reason : evidence) {
            out.append(reason.mark() == Mark.HOLDS ? "<li class=\"holds\">" : "<li>")
                    .append(marked(reason.sentence()))
                    .append(reason.lines().isEmpty() ? "" : lines(reason.lines()))
                    .append("</li>");
        }
        return out.append("</ol>").toString();
    }

    private static String lines(List<String> lines) {
        return "<pre>" + XmlText.escaped(String.join("\n", lines)) + "</pre>";
    }

    private String marked(Sentence sentence) {
        StringBuilder said = new StringBuilder();
        for (SpokenPart part : speaker.parts(sentence)) {
            String text = XmlText.escaped(part.text());
            said.append(
                    switch (part.style()) {
                        case PLAIN -> text;
                        case NAME -> "<code>" + text + "</code>";
                        case HIGHLIGHT -> "<mark>" + text + "</mark>";
                    });
        }
        return said.toString();
    }

    /** A word of the page. */
    String word(String key) {
        return XmlText.escaped(messages.text(key));
    }
}
