package org.packetwalk.export.text;

import java.util.List;
import java.util.Locale;

import org.packetwalk.narrate.Account;
import org.packetwalk.narrate.Evidence;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Mark;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Sentence;
import org.packetwalk.narrate.Source;
import org.packetwalk.narrate.Speaker;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.StepLabels;
import org.packetwalk.narrate.Steps;
import org.packetwalk.trace.Trace;

/**
 * A walk as text: for each step its number, virtual time, host, layer, station and kernel function, then its sentence with
 * the line that decides, and below it the evidence.
 */
public final class WalkText {

    private static final String INDENT = "      ";

    private final Speaker speaker;
    private final Messages messages;
    private final StringBuilder out = new StringBuilder();

    private WalkText(Messages messages) {
        this.messages = messages;
        this.speaker = new Speaker(messages);
    }

    /** The walk of a trace at a grain, in the language of the messages; every line ends with a line feed. */
    public static String of(Trace trace, Grain grain, Messages messages) {
        return of(trace, Steps.of(trace.events(), grain), messages);
    }

    /** The walk of a trace in these steps, in the language of the messages; every line ends with a line feed. */
    static String of(Trace trace, List<Step> steps, Messages messages) {
        WalkText text = new WalkText(messages);
        text.out.append(trace.host()).append(" $ ").append(trace.command()).append('\n');
        for (Step step : steps) {
            text.step(step, steps.get(0));
        }
        return text.out.toString();
    }

    private void step(Step step, Step begin) {
        Account account = step.account();
        out.append('\n').append(String.format(Locale.ROOT, "%4d  ", step.number()));
        out.append(StepLabels.time(step, begin)).append("  ").append(step.host());
        out.append("  ").append(StepLabels.layer(step, messages));
        out.append("  ").append(StepLabels.station(step, messages));
        if (account.source().isPresent()) {
            out.append("  ").append(account.source().function());
            out.append(" (").append(account.source().file()).append(')');
        }
        out.append('\n');
        line(INDENT, speaker.text(account.headline()));
        line(INDENT + "  ", account.detail());
        Source told = account.source();
        for (int i = 0; i < account.evidence().size(); i++) {
            told = evidence(i + 1, account.evidence().get(i), told);
        }
        if (account.otherwise().isPresent()) {
            line(INDENT + "  ", said("walk.otherwise", account.otherwise()));
        }
        if (!account.checks().isEmpty()) {
            line(INDENT + "  ", messages.text("walk.check", String.join("; ", account.checks())));
        }
    }

    /** Writes one reason, and its place in the source if that has not just been told. */
    private Source evidence(int number, Evidence evidence, Source told) {
        line(INDENT + "  " + number + ". ", speaker.text(evidence.sentence()) + mark(evidence.mark()));
        for (String quoted : evidence.lines()) {
            line(INDENT + "       ", quoted);
        }
        if (!evidence.source().isPresent() || evidence.source().equals(told)) {
            return told;
        }
        line(
                INDENT + "       ",
                evidence.source().file() + " " + evidence.source().function());
        return evidence.source();
    }

    private static String mark(Mark mark) {
        return switch (mark) {
            case FACT -> "";
            case HOLDS -> " ✓";
            case FAILS -> " ✗";
        };
    }

    private String said(String key, Sentence sentence) {
        return messages.text(key, speaker.text(sentence));
    }

    private void line(String indent, String text) {
        if (!text.isEmpty()) {
            out.append(indent).append(text).append('\n');
        }
    }
}
