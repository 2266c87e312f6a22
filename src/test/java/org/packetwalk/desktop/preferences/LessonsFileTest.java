package org.packetwalk.desktop.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.packetwalk.lesson.Lesson;
import org.packetwalk.lesson.LessonCatalog;
import org.packetwalk.lesson.LessonProgress;

class LessonsFileTest {
    private static final String LAB = "where-does-127.0.0.1-go";

    @TempDir
    private Path home;

    private LessonsFile file() {
        return LessonsFile.beside(PreferencesFile.of("", home));
    }

    private static SortedMap<String, Lesson> lessons() {
        SortedMap<String, Lesson> lessons = new TreeMap<>();
        lessons.put(LAB, LessonCatalog.of(LAB).orElseThrow());
        return lessons;
    }

    @Test
    void whatWasKeptIsReadAgain() throws IOException {
        LessonProgress progress = new LessonProgress(
                lessons().get(LAB),
                new TreeSet<>(List.of(0, 2)),
                List.of(new LessonProgress.Guess(" a=b\\c\nd ", "2")));

        file().write(new TreeMap<>(Map.of(LAB, progress)));

        LessonProgress read = file().read(lessons()).get(LAB);
        assertThat(read.tasks()).isEqualTo(progress.tasks());
        assertThat(read.guesses()).isEqualTo(progress.guesses());
    }

    @Test
    void whatCannotBeReadIsLeftOut() throws IOException {
        Files.createDirectories(file().path().getParent());

        assertThat(file().read(lessons())).isEmpty();
        Files.writeString(file().path(), LAB + ".tasks=0 x\n");
        assertThat(file().read(lessons())).isEmpty();
        Files.writeString(file().path(), "gone.tasks=0\n" + LAB + ".tasks=0 99 -3\n");
        assertThat(file().read(lessons()).get(LAB).tasks()).containsExactly(0);
        Files.writeString(file().path(), "x".repeat(300_000));
        assertThat(file().read(lessons())).isEmpty();
    }
}
