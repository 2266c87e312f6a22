package org.packetwalk.export.contract;

import java.util.function.Consumer;
import java.util.function.Function;

import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/**
 * What is exported: a trace, and its steps with their pictures. A format takes of it what it needs.
 *
 * @param savedBy the version of Packetwalk that exports it
 * @param labText the script that leads to the trace: its last line is the command
 * @param trace what happened
 * @param walk the steps, one of them chosen
 * @param theme the colours of the pictures
 * @param messages the language of pictures and sentences
 * @param watch is told each event as it is written, and may throw to end the export early
 */
public record ExportRequest(
        String savedBy,
        String labText,
        Trace trace,
        ExportedWalk walk,
        Theme theme,
        Messages messages,
        Consumer<TraceEvent> watch) {

    /** The size of a picture without its caption, in logical pixels: that of the canvas in a window of common size. */
    public static final Size PICTURE = new Size(1154, 646);

    /** A request that nobody watches. */
    public ExportRequest(
            String savedBy, String labText, Trace trace, ExportedWalk walk, Theme theme, Messages messages) {
        this(savedBy, labText, trace, walk, theme, messages, event -> {});
    }

    /** The same about another trace. */
    public ExportRequest about(Trace other) {
        return new ExportRequest(savedBy, labText, other, walk, theme, messages, watch);
    }

    /** Says the texts of pictures in the language of the export. */
    public Function<Text, String> words() {
        return this::words;
    }

    private String words(Text text) {
        return text.match(
                literal -> literal,
                (key, arguments) ->
                        messages.text(key, arguments.stream().map(this::words).toArray()));
    }
}
