package org.packetwalk.lesson;

import java.util.Locale;
import java.util.regex.Pattern;

/** How long a lesson takes: what is read, and something for each task and prediction. */
public final class ReadingTime {
    private static final double WORDS_A_MINUTE = 180;
    private static final double CHARACTERS_A_MINUTE = 300;
    private static final double MINUTES_FOR_AN_ITEM = 0.75;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private ReadingTime() {}

    /** The time in a language, in minutes. */
    public static double of(Lesson lesson, Locale language) {
        double reading = text(lesson.question(), language);
        for (Lesson.Section section : lesson.sections()) {
            reading += text(section.text(), language);
            for (Text note : section.notes()) {
                reading += text(note, language);
            }
            for (Item item : section.items()) {
                reading += text(item.text(), language);
            }
        }
        return reading + lesson.items().size() * MINUTES_FOR_AN_ITEM;
    }

    private static double text(Text text, Locale language) {
        String said = text.in(language);
        long han = HAN.matcher(said).results().count();
        String rest = HAN.matcher(said).replaceAll(" ").strip();
        int words = rest.isEmpty() ? 0 : rest.split("\\s+").length;
        return han / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE;
    }
}
