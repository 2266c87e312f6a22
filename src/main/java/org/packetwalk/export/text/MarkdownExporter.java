package org.packetwalk.export.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.Exporter;
import org.packetwalk.narrate.Account;
import org.packetwalk.narrate.Evidence;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Sentence;
import org.packetwalk.narrate.Speaker;
import org.packetwalk.narrate.SpokenPart;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.StepLabels;

/** Writes a walk as Markdown (CommonMark): a heading for the command, one numbered heading for each step, its reasons as a list. */
public final class MarkdownExporter implements Exporter {

    @Override
    public void write(ExportRequest request, OutputStream out) throws IOException {
        out.write(new Pages(request).text().getBytes(StandardCharsets.UTF_8));
    }

    /** One file as it grows. */
    private static final class Pages {
        private final ExportRequest request;
        private final Messages messages;
        private final Speaker speaker;
        private final StringBuilder out = new StringBuilder();

        Pages(ExportRequest request) {
            this.request = request;
            this.messages = request.messages();
            this.speaker = new Speaker(messages);
        }

        String text() {
            List<Step> steps = request.walk().steps();
            line("# " + code(request.trace().command()));
            line("");
            line(plain(request.walk().chosen().caption().setting()));
            steps.forEach(step -> step(step, steps.get(0)));
            return out.toString();
        }

        private void step(Step step, Step begin) {
            Account account = step.account();
            line("");
            line("## " + step.number() + ". " + marked(account.headline()));
            line("");
            String source =
                    account.source().isPresent() ? " · " + code(account.source().function()) : "";
            line(plain(StepLabels.time(step, begin) + " · " + step.host() + " · " + StepLabels.layer(step, messages)
                            + " · " + StepLabels.station(step, messages))
                    + source);
            if (!account.evidence().isEmpty()) {
                line("");
            }
            for (int i = 0; i < account.evidence().size(); i++) {
                evidence(i + 1, account.evidence().get(i));
            }
            if (account.otherwise().isPresent()) {
                line("");
                line("> " + plain(messages.text("walk.otherwise", speaker.text(account.otherwise()))));
            }
            if (!account.checks().isEmpty()) {
                line("");
                fenced("", account.checks().stream().map(check -> "$ " + check).toList());
            }
        }

        private void evidence(int number, Evidence evidence) {
            String bullet = number + ". ";
            line(bullet + marked(evidence.sentence()));
            if (!evidence.lines().isEmpty()) {
                line("");
                fenced(" ".repeat(bullet.length()), evidence.lines());
                line("");
            }
        }

        private void fenced(String indent, List<String> lines) {
            line(indent + "```text");
            for (String quoted : String.join("\n", lines).split("\n", -1)) {
                line(indent + quoted);
            }
            line(indent + "```");
        }

        private String marked(Sentence sentence) {
            StringBuilder said = new StringBuilder();
            for (SpokenPart part : speaker.parts(sentence)) {
                switch (part.style()) {
                    case PLAIN -> said.append(plain(part.text()));
                    case NAME -> said.append(code(part.text()));
                    case HIGHLIGHT ->
                        said.append("**").append(plain(part.text())).append("**");
                }
            }
            return said.toString();
        }

        private static String code(String text) {
            return text.indexOf('`') < 0 ? '`' + text + '`' : "`` " + text + " ``";
        }

        /** Text in which no character means anything to Markdown. */
        private static String plain(String text) {
            return text.replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1");
        }

        private void line(String text) {
            out.append(text).append('\n');
        }
    }
}
