package org.packetwalk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lesson.Lesson;
import org.packetwalk.lesson.LessonCatalog;
import org.packetwalk.lesson.LessonFile;

/** Labs with their lessons, as authors keep them: {@code NAME.sh} and {@code NAME.lesson} in one folder. */
final class LessonFolder {
    private static final int MOST_FILES = 1000;
    private static final String SCRIPT = ".sh";

    private LessonFolder() {}

    /** The scripts and lessons of a folder by their names without endings, in order; of a file, that alone. */
    static List<Path> stems(Path place) {
        if (!Files.isDirectory(place)) {
            return List.of(stem(place));
        }
        return files(place, SCRIPT, LessonFile.ENDING).stream()
                .map(LessonFolder::stem)
                .distinct()
                .toList();
    }

    /** The files of a folder with one of these endings, in order. */
    static List<Path> files(Path folder, String... endings) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> Stream.of(endings)
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (found.isEmpty()) {
                throw new BadFileException(
                        folder + ": there is no " + String.join(" and no ", endings) + " file in it");
            }
            if (found.size() > MOST_FILES) {
                throw new BadFileException(
                        folder + ": more than " + MOST_FILES + " files, which is the most that is read");
            }
            return found;
        } catch (IOException fault) {
            throw new BadFileException(folder + ": cannot be read (" + fault.getMessage() + ")");
        }
    }

    private static Path stem(Path file) {
        String name = file.getFileName().toString();
        String stem = name.endsWith(SCRIPT)
                ? name.substring(0, name.length() - SCRIPT.length())
                : name.endsWith(LessonFile.ENDING)
                        ? name.substring(0, name.length() - LessonFile.ENDING.length())
                        : name;
        return file.resolveSibling(stem);
    }

    /** The script of a lab. */
    static Path script(Path stem) {
        return stem.resolveSibling(stem.getFileName() + SCRIPT);
    }

    /** The text of its lesson. */
    static Path text(Path stem) {
        return stem.resolveSibling(stem.getFileName() + LessonFile.ENDING);
    }

    /** The lab: that of the file, or the bundled one of this name where there is no such file. */
    static Lab lab(Path stem) {
        return bundled(stem) ? LabCatalog.lab(stem.toString()) : LabFiles.read(script(stem));
    }

    /** The lesson, if there is one. */
    static Optional<Lesson> lesson(Path stem) {
        if (bundled(stem)) {
            return LessonCatalog.of(stem.toString());
        }
        Path file = text(stem);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(LessonFile.read(
                    file.toString(), stem.getFileName().toString(), in.readNBytes(LabFile.MAXIMUM_SIZE + 1)));
        } catch (LabFormatException fault) {
            throw new BadFileException(fault.getMessage());
        } catch (IOException fault) {
            throw new BadFileException(file + ": cannot be read (" + fault.getMessage() + ")");
        }
    }

    private static boolean bundled(Path stem) {
        return !Files.exists(script(stem)) && LabCatalog.names().contains(stem.toString());
    }
}
