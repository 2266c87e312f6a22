package org.packetwalk.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.lab.LabCatalog;
import org.packetwalk.lab.LabFormatException;

/** The lessons that come with the program, beside its labs. */
public final class LessonCatalog {
    private static final String FOLDER = "/org/packetwalk/assets/labs/";

    private LessonCatalog() {}

    /** All lessons, in the order of the labs. */
    public static List<Lesson> all() {
        List<Lesson> lessons = new ArrayList<>();
        for (String lab : LabCatalog.names()) {
            of(lab).ifPresent(lessons::add);
        }
        return List.copyOf(lessons);
    }

    /**
     * The lesson of a bundled lab, if it has one.
     *
     * @throws IllegalStateException if it is broken
     */
    public static Optional<Lesson> of(String lab) {
        String file = lab + LessonFile.ENDING;
        try (InputStream in = LessonCatalog.class.getResourceAsStream(FOLDER + file)) {
            return in == null ? Optional.empty() : Optional.of(LessonFile.read(file, lab, in.readAllBytes()));
        } catch (LabFormatException e) {
            throw new IllegalStateException("a bundled lesson is broken: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + FOLDER + file, e);
        }
    }
}
