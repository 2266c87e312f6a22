package org.packetwalk.desktop.preferences;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.packetwalk.desktop.model.RecentTrace;

/**
 * The file that keeps which traces were made and which labs were opened: {@code recent.properties} beside the settings, the newest
 * first. What cannot be read is as if nothing had been done before.
 */
public final class RecentFile {
    private static final long LARGEST = 1024 * 1024;
    private static final int MOST = 100;

    private final Path path;

    private RecentFile(Path path) {
        this.path = path;
    }

    /** The file beside the settings. */
    public static RecentFile beside(PreferencesFile settings) {
        return new RecentFile(settings.path().resolveSibling("recent.properties"));
    }

    /** What was done before. */
    public List<RecentTrace> read() {
        List<RecentTrace> traces = new ArrayList<>();
        try {
            if (!Files.exists(path) || Files.size(path) > LARGEST) {
                return traces;
            }
            Properties kept = new Properties();
            kept.load(new StringReader(Files.readString(path, StandardCharsets.UTF_8)));
            for (int i = 0; i < MOST && kept.containsKey(i + ".lab"); i++) {
                traces.add(new RecentTrace(
                        kept.getProperty(i + ".lab"),
                        kept.getProperty(i + ".host", ""),
                        kept.getProperty(i + ".command", ""),
                        Integer.parseInt(kept.getProperty(i + ".steps", "0").strip()),
                        Boolean.parseBoolean(kept.getProperty(i + ".dropped"))));
            }
            return traces;
        } catch (IOException | IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    /** Keeps what was done; the file before stays whole until the new one is. */
    public void write(List<RecentTrace> traces) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, traces.size()); i++) {
            RecentTrace trace = traces.get(i);
            lines.add(i + ".lab=" + PreferencesFile.escaped(trace.lab()));
            lines.add(i + ".host=" + PreferencesFile.escaped(trace.host()));
            lines.add(i + ".command=" + PreferencesFile.escaped(trace.command()));
            lines.add(i + ".steps=" + trace.steps());
            lines.add(i + ".dropped=" + trace.dropped());
        }
        Files.createDirectories(path.getParent());
        Path next = path.resolveSibling("recent.properties.new");
        Files.write(next, lines, StandardCharsets.UTF_8);
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
