package org.packetwalk.desktop.preferences;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import org.packetwalk.diagram.Theme;

/**
 * The file that keeps the settings: {@code packetwalk/settings.properties} in the user's folder for configuration. What
 * cannot be read is replaced by the standard settings as a whole, and the answer says so.
 */
public final class PreferencesFile {
    private static final long LARGEST = 64 * 1024;

    private final Path path;

    /** The settings as they were read, and whether a file was there that could not be read. */
    public record Read(Preferences preferences, boolean broken) {}

    private PreferencesFile(Path path) {
        this.path = path;
    }

    /**
     * The file of a user.
     *
     * @param configHome the value of {@code XDG_CONFIG_HOME}, empty if it is not set
     * @param home the home folder
     */
    public static PreferencesFile of(String configHome, Path home) {
        Path folder = Path.of(configHome).isAbsolute() ? Path.of(configHome) : home.resolve(".config");
        return new PreferencesFile(folder.resolve("packetwalk").resolve("settings.properties"));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Reads the settings; the language is used where none was kept. */
    public Read read(Locale language) {
        Preferences standard = Preferences.standard(language);
        if (!Files.exists(path)) {
            return new Read(standard, false);
        }
        try {
            if (Files.size(path) > LARGEST) {
                return new Read(standard, true);
            }
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(path, StandardCharsets.UTF_8)));
            return new Read(parse(properties, standard), false);
        } catch (IOException | IllegalArgumentException | IllformedLocaleException broken) {
            return new Read(standard, true);
        }
    }

    /** Writes the settings; the file before stays whole until the new one is. */
    public void write(Preferences preferences) throws IOException {
        Files.createDirectories(path.getParent());
        Path next = path.resolveSibling("settings.properties.new");
        List<String> lines = List.of(
                "language=" + preferences.language().toLanguageTag(),
                "theme=" + preferences.theme().name().toLowerCase(Locale.ROOT),
                "width=" + preferences.width(),
                "height=" + preferences.height(),
                "folder=" + escaped(preferences.folder()),
                "x=" + preferences.habits().x(),
                "y=" + preferences.habits().y(),
                "placed=" + preferences.habits().placed(),
                "maximized=" + preferences.habits().maximized(),
                "scale=" + preferences.habits().scale(),
                "still=" + preferences.habits().still(),
                "speed=" + preferences.habits().speed(),
                "export=" + escaped(preferences.habits().export()),
                "log=" + preferences.habits().log(),
                "lab=" + escaped(preferences.habits().lab()));
        Files.write(next, lines, StandardCharsets.UTF_8);
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A value that may hold any character of a file name. */
    static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replaceFirst("^ ", "\\\\ ");
    }

    private static Preferences parse(Properties properties, Preferences standard) {
        String language = properties.getProperty("language", standard.language().toLanguageTag());
        String theme = properties.getProperty("theme", standard.theme().name());
        return new Preferences(
                new Locale.Builder().setLanguageTag(language).build(),
                Theme.valueOf(theme.strip().toUpperCase(Locale.ROOT)),
                Integer.parseInt(properties
                        .getProperty("width", String.valueOf(standard.width()))
                        .strip()),
                Integer.parseInt(properties
                        .getProperty("height", String.valueOf(standard.height()))
                        .strip()),
                properties.getProperty("folder", ""),
                habits(properties));
    }

    private static Preferences.Habits habits(Properties properties) {
        return new Preferences.Habits(
                number(properties, "x", 0),
                number(properties, "y", 0),
                Boolean.parseBoolean(properties.getProperty("placed")),
                Boolean.parseBoolean(properties.getProperty("maximized")),
                number(properties, "scale", 1),
                Boolean.parseBoolean(properties.getProperty("still")),
                number(properties, "speed", 1),
                properties.getProperty("export", ""),
                number(properties, "log", 0),
                properties.getProperty("lab", ""));
    }

    private static double number(Properties properties, String key, double absent) {
        double value = Double.parseDouble(properties.getProperty(key, String.valueOf(absent)));
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(key);
        }
        return value;
    }
}
