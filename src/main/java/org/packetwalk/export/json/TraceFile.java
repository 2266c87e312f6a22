package org.packetwalk.export.json;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/**
 * The file of a saved trace, {@code .packetwalk.json}: which format and version, who saved it, the lab, the packet buffers as
 * they were at the events, and the events with their decisions.
 */
public final class TraceFile {

    /** The end of its name. */
    public static final String EXTENSION = ".packetwalk.json";

    /** The first field of every trace file. */
    public static final String FORMAT = "packetwalk-trace";

    /** The version of the format that is written, and the newest that can be read. */
    public static final int VERSION = 1;

    /** No file may have more bytes: 4 GiB, about two million events. */
    public static final long LIMIT = 4L << 30;

    /** No packet buffer and no event may take more bytes: 16 MiB. */
    private static final int VALUE_LIMIT = 16 << 20;

    /** A decision nests about a dozen objects deep; a file that nests deeper is no trace. */
    private static final int NESTING = 32;

    private static final List<String> FIELDS =
            List.of("format", "version", "savedBy", "lab", "labText", "host", "command", "buffers", "events");

    private TraceFile() {}

    /** Writes a trace; the stream stays open. */
    public static void write(SavedTrace saved, OutputStream stream) throws IOException {
        write(saved, stream, event -> {});
    }

    /** Writes a trace and tells each event that is written. */
    static void write(SavedTrace saved, OutputStream stream, Consumer<TraceEvent> watch) throws IOException {
        Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        JsonWriter out = new JsonWriter(text);
        out.setStrictness(Strictness.STRICT);
        out.setIndent(" ");
        Trace trace = saved.trace();
        Map<SkBuff, Integer> buffers = buffers(trace.events());
        ValueWriter values = new ValueWriter(out, buffers);
        out.beginObject();
        out.name("format").value(FORMAT);
        out.name("version").value(VERSION);
        out.name("savedBy").value(saved.savedBy());
        out.name("lab").value(trace.lab());
        out.name("labText").value(saved.labText());
        out.name("host").value(trace.host());
        out.name("command").value(trace.command());
        out.name("buffers").beginArray();
        for (SkBuff buffer : buffers.keySet()) {
            if (!buffer.equals(SkBuff.NONE)) {
                values.buffer(buffer);
            }
        }
        out.endArray();
        out.name("events").beginArray();
        for (TraceEvent event : trace.events()) {
            values.write(TraceEvent.class, event);
            watch.accept(event);
        }
        out.endArray();
        out.endObject();
        text.write('\n');
        text.flush();
    }

    /** The buffers of all events, each once and after its fragments; no buffer has the place -1. */
    private static Map<SkBuff, Integer> buffers(List<TraceEvent> events) {
        Map<SkBuff, Integer> places = new LinkedHashMap<>();
        places.put(SkBuff.NONE, -1);
        for (TraceEvent event : events) {
            place(event.head().skb(), places);
        }
        return places;
    }

    private static void place(SkBuff buffer, Map<SkBuff, Integer> places) {
        if (!places.containsKey(buffer)) {
            buffer.fragments().forEach(fragment -> place(fragment, places));
            places.put(buffer, places.size() - 1);
        }
    }

    /**
     * Reads a trace.
     *
     * @param stream the bytes of the file; stays open
     * @param program the version of this program, for a file that is newer
     * @throws TraceFormatException if it is not one that this version can read
     */
    public static SavedTrace read(InputStream stream, String program) throws IOException, TraceFormatException {
        return read(stream, program, event -> {});
    }

    /**
     * Reads a trace, watched.
     *
     * @param watch is given each event as it was read; what it throws ends the reading
     */
    public static SavedTrace read(InputStream stream, String program, Consumer<TraceEvent> watch)
            throws IOException, TraceFormatException {
        MeteredStream bytes = new MeteredStream(stream, LIMIT, VALUE_LIMIT);
        JsonReader in = new JsonReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        in.setStrictness(Strictness.STRICT);
        in.setNestingLimit(NESTING);
        try {
            return read(in, program, new ValueReader(in, bytes::nextValue, watch));
        } catch (MalformedJsonException e) {
            throw Place.of(e.getMessage()).fault("trace-file.not-json", in.getPath());
        } catch (EOFException e) {
            throw Place.of(in).fault("trace-file.not-json", in.getPath());
        } catch (CharacterCodingException e) {
            throw new TraceFormatException("trace-file.not-text", 0, 0);
        } catch (MeteredStream.TooLarge e) {
            throw new TraceFormatException("trace-file.too-large", 0, 0, e.limit());
        }
    }

    /** The fields come in the order in which they are written, so that the version is known before anything else is read. */
    private static SavedTrace read(JsonReader in, String program, ValueReader values)
            throws IOException, TraceFormatException {
        if (in.peek() != JsonToken.BEGIN_OBJECT) {
            throw Place.of(in).fault("trace-file.not-ours");
        }
        in.beginObject();
        if (!in.hasNext() || !in.nextName().equals("format") || !isFormat(in)) {
            throw Place.of(in).fault("trace-file.not-ours");
        }
        next(in, "version");
        long version = values.number(1, Integer.MAX_VALUE);
        next(in, "savedBy");
        String savedBy = values.text();
        if (version > VERSION) {
            throw Place.of(in).fault("trace-file.newer", savedBy, program);
        }
        next(in, "lab");
        String lab = values.text();
        next(in, "labText");
        String labText = values.text();
        next(in, "host");
        String host = values.text();
        next(in, "command");
        String command = values.text();
        next(in, "buffers");
        values.buffers();
        next(in, "events");
        List<TraceEvent> events = values.events();
        if (in.hasNext()) {
            String name = in.nextName();
            throw Place.of(in).fault(FIELDS.contains(name) ? "trace-file.duplicate" : "trace-file.unknown", "$", name);
        }
        in.endObject();
        if (in.peek() != JsonToken.END_DOCUMENT) {
            throw Place.of(in).fault("trace-file.trailing");
        }
        return new SavedTrace(savedBy, labText, new Trace(lab, host, command, events));
    }

    private static boolean isFormat(JsonReader in) throws IOException {
        return in.peek() == JsonToken.STRING && in.nextString().equals(FORMAT);
    }

    private static void next(JsonReader in, String wanted) throws IOException, TraceFormatException {
        if (!in.hasNext()) {
            throw Place.of(in).fault("trace-file.missing", "$", wanted);
        }
        String name = in.nextName();
        if (!name.equals(wanted)) {
            String key = !FIELDS.contains(name)
                    ? "trace-file.unknown"
                    : FIELDS.indexOf(name) < FIELDS.indexOf(wanted) ? "trace-file.duplicate" : "trace-file.missing";
            throw Place.of(in).fault(key, "$", key.equals("trace-file.missing") ? wanted : name);
        }
    }
}
