package org.packetwalk.desktop.preferences;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The file that keeps a lab while it is edited: {@code packetwalk/edited-lab.sh} beside the settings. It is replaced as a whole
 * by renaming, so that whoever reads it, or whatever ends the program, finds the lab before or after an edit and never half of
 * one.
 */
public final class EditedLabFile {
    private static final String HEAD = "# packetwalk-edited: ";
    private static final long LARGEST = 1 << 21;

    private final Path path;

    /**
     * An edited lab.
     *
     * @param lab the name of the lab it was made of
     * @param source its text
     */
    public record Edited(String lab, String source) {}

    private EditedLabFile(Path path) {
        this.path = path;
    }

    /** The file beside the settings. */
    public static EditedLabFile beside(PreferencesFile settings) {
        return new EditedLabFile(settings.path().resolveSibling("edited-lab.sh"));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Keeps a lab. */
    public void write(Edited edited) throws IOException {
        Files.createDirectories(path.getParent());
        Path next = path.resolveSibling("edited-lab.sh.new");
        Files.writeString(next, HEAD + edited.lab() + "\n" + edited.source(), StandardCharsets.UTF_8);
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The lab that was kept, if there is one that can be read. */
    public Optional<Edited> read() {
        try {
            if (!Files.exists(path) || Files.size(path) > LARGEST) {
                return Optional.empty();
            }
            String text = Files.readString(path, StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            return text.startsWith(HEAD) && end > 0
                    ? Optional.of(new Edited(text.substring(HEAD.length(), end), text.substring(end + 1)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Keeps no lab any more. */
    public void remove() throws IOException {
        Files.deleteIfExists(path);
    }
}
