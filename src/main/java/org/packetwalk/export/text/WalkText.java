package org.packetwalk.export.text;

import java.util.List;
import java.util.Locale;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.narrate.Account;
import org.packetwalk.narrate.Evidence;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Mark;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Sentence;
import org.packetwalk.narrate.Source;
import org.packetwalk.narrate.Speaker;
import org.packetwalk.narrate.Step;
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
        WalkText text = new WalkText(messages);
        text.out.append(trace.host()).append(" $ ").append(trace.command()).append('\n');
        List<Step> steps = Steps.of(trace.events(), grain);
        SimTime begin = steps.isEmpty() ? SimTime.ZERO : steps.get(0).at();
        for (Step step : steps) {
            text.step(step, begin);
        }
        return text.out.toString();
    }

    private void step(Step step, SimTime begin) {
        Account account = step.account();
        out.append('\n').append(String.format(Locale.ROOT, "%4d  ", step.number()));
        out.append(time(step.at().since(begin))).append("  ").append(step.host());
        out.append("  ").append(messages.text(key("layer", step.stage().layer())));
        out.append("  ").append(messages.text(key("stage", step.stage())));
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

    private static String key(String prefix, Enum<?> constant) {
        return prefix + '.' + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Virtual time since the first step, in the unit that suits it. */
    static String time(long nanos) {
        if (nanos < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f µs", nanos / 1e3);
        }
        return nanos < 1_000_000_000
                ? String.format(Locale.ROOT, "%.3f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }
}
