package org.packetwalk.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The labs that come with the program, in the order of {@code assets/labs/catalog.txt}. */
public final class LabCatalog {

    private static final String FOLDER = "/org/packetwalk/assets/labs/";

    private LabCatalog() {}

    /** The names of all labs; the first is the default. */
    public static List<String> names() {
        return entries().map(entry -> entry.split(" ")[0]).toList();
    }

    /** The word of the small picture that says what comes of a lab, empty if it has none. */
    public static String picture(String name) {
        return entries()
                .filter(entry -> entry.startsWith(name + " "))
                .map(entry -> entry.split(" ")[1])
                .findFirst()
                .orElse("");
    }

    /** Lines of a name and the word of a picture. */
    private static Stream<String> entries() {
        return new String(bytes("catalog.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty());
    }

    /** All labs, in order. */
    public static List<Lab> all() {
        return names().stream().map(LabCatalog::lab).toList();
    }

    /**
     * A lab by its name.
     *
     * @throws IllegalStateException if the program was built without it
     */
    public static Lab lab(String name) {
        try {
            return LabFile.read(name + ".sh", bytes(name + ".sh"));
        } catch (LabFormatException e) {
            throw new IllegalStateException("a bundled lab is broken: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String file) {
        try (InputStream in = LabCatalog.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + FOLDER + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + FOLDER + file, e);
        }
    }
}
