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

import org.packetwalk.desktop.model.Pin;

/**
 * The file that keeps the notes: {@code packetwalk/notes.properties} beside the settings, one group of keys for each kept step. It
 * is replaced as a whole by renaming; what cannot be read is left out as a whole.
 */
public final class NotesFile {
    private static final long LARGEST = 4L << 20;

    private final Path path;

    private NotesFile(Path path) {
        this.path = path;
    }

    /** The file beside the settings. */
    public static NotesFile beside(PreferencesFile settings) {
        return new NotesFile(settings.path().resolveSibling("notes.properties"));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** The lines that keep these notes; passing ones are not kept. */
    public static List<String> lines(List<Pin> all) {
        List<Pin> pins = all.stream().filter(Pin::isKept).toList();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < pins.size(); i++) {
            Pin pin = pins.get(i);
            String key = i + ".";
            lines.add(key + "command=" + PreferencesFile.escaped(pin.place().command()));
            lines.add(key + "events=" + pin.place().events());
            lines.add(key + "event=" + pin.place().event());
            lines.add(key + "step=" + pin.place().step());
            lines.add(key + "time=" + PreferencesFile.escaped(pin.place().time()));
            lines.add(key + "host=" + PreferencesFile.escaped(pin.place().host()));
            lines.add(key + "sentence=" + PreferencesFile.escaped(pin.sentence()));
            lines.add(key + "packet=" + PreferencesFile.escaped(pin.packet()));
            lines.add(key + "note=" + PreferencesFile.escaped(pin.noteProperty().get()));
            for (int j = 0; j < pin.fields().size(); j++) {
                lines.add(key + "name." + j + "="
                        + PreferencesFile.escaped(pin.fields().get(j).name()));
                lines.add(key + "value." + j + "="
                        + PreferencesFile.escaped(pin.fields().get(j).value()));
            }
        }
        return lines;
    }

    /** Keeps notes, as {@link #lines} tells them; the file before stays whole until the new one is. */
    public void write(List<String> lines) throws IOException {
        Files.createDirectories(path.getParent());
        Path next = path.resolveSibling("notes.properties.new");
        Files.write(next, lines, StandardCharsets.UTF_8);
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The notes that were kept, in their order. */
    public List<Pin> read() {
        try {
            if (!Files.exists(path) || Files.size(path) > LARGEST) {
                return List.of();
            }
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(path, StandardCharsets.UTF_8)));
            List<Pin> pins = new ArrayList<>();
            while (properties.containsKey(pins.size() + ".command")) {
                pins.add(pin(properties, pins.size() + "."));
            }
            return pins;
        } catch (IOException | IllegalArgumentException unreadable) {
            return List.of();
        }
    }

    private static Pin pin(Properties kept, String key) {
        List<Pin.Field> fields = new ArrayList<>();
        while (kept.containsKey(key + "name." + fields.size())) {
            fields.add(new Pin.Field(
                    kept.getProperty(key + "name." + fields.size()),
                    kept.getProperty(key + "value." + fields.size(), "")));
        }
        Pin.Place place = new Pin.Place(
                kept.getProperty(key + "command"),
                Integer.parseInt(kept.getProperty(key + "events", "")),
                Integer.parseInt(kept.getProperty(key + "event", "")),
                Integer.parseInt(kept.getProperty(key + "step", "")),
                kept.getProperty(key + "time", ""),
                kept.getProperty(key + "host", ""));
        Pin pin = new Pin(place, kept.getProperty(key + "sentence", ""), kept.getProperty(key + "packet", ""), fields);
        pin.noteProperty().set(kept.getProperty(key + "note", ""));
        return pin;
    }
}
