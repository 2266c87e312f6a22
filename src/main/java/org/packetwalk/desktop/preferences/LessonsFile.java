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
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.packetwalk.lesson.Lesson;
import org.packetwalk.lesson.LessonProgress;
import org.packetwalk.lesson.LessonProgress.Guess;

/**
 * The file that keeps how far a learner is in each lesson: {@code packetwalk/lessons.properties} beside the settings. What is
 * about a lesson that is not there any more is left out; what cannot be read is left out as a whole.
 */
public final class LessonsFile {
    private static final long LARGEST = 256 * 1024;

    private final Path path;

    private LessonsFile(Path path) {
        this.path = path;
    }

    /** The file beside the settings. */
    public static LessonsFile beside(PreferencesFile settings) {
        return new LessonsFile(settings.path().resolveSibling("lessons.properties"));
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** What was kept about these lessons. */
    public SortedMap<String, LessonProgress> read(SortedMap<String, Lesson> lessons) {
        SortedMap<String, LessonProgress> all = new TreeMap<>();
        try {
            if (!Files.exists(path) || Files.size(path) > LARGEST) {
                return all;
            }
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(path, StandardCharsets.UTF_8)));
            lessons.forEach((lab, lesson) -> {
                if (properties.containsKey(lab + ".tasks")) {
                    all.put(lab, progress(properties, lesson));
                }
            });
            return all;
        } catch (IOException | IllegalArgumentException unreadable) {
            return new TreeMap<>();
        }
    }

    private static LessonProgress progress(Properties properties, Lesson lesson) {
        SortedSet<Integer> tasks = new TreeSet<>();
        for (String task : properties.getProperty(lesson.lab() + ".tasks").split(" ")) {
            if (!task.isBlank()) {
                tasks.add(Integer.parseInt(task));
            }
        }
        List<Guess> guesses = new ArrayList<>();
        for (int i = 0; i < lesson.predictions().size(); i++) {
            String right = properties.getProperty(lesson.lab() + ".right." + i);
            if (right == null) {
                break;
            }
            guesses.add(new Guess(properties.getProperty(lesson.lab() + ".given." + i, ""), right));
        }
        return new LessonProgress(lesson, tasks, guesses);
    }

    /** Keeps how far a learner is; the file before stays whole until the new one is. */
    public void write(SortedMap<String, LessonProgress> all) throws IOException {
        List<String> lines = new ArrayList<>();
        all.forEach((lab, progress) -> {
            lines.add(lab + ".tasks="
                    + String.join(
                            " ", progress.tasks().stream().map(String::valueOf).toList()));
            for (int i = 0; i < progress.guesses().size(); i++) {
                lines.add(lab + ".given." + i + "="
                        + PreferencesFile.escaped(progress.guesses().get(i).given()));
                lines.add(lab + ".right." + i + "="
                        + PreferencesFile.escaped(progress.guesses().get(i).right()));
            }
        });
        Files.createDirectories(path.getParent());
        Path next = path.resolveSibling("lessons.properties.new");
        Files.write(next, lines, StandardCharsets.UTF_8);
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
