package org.packetwalk.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.lab.LabFormatException;

/**
 * An entry of a lesson's file: {@code key: value}, or {@code key.zh: value} in another language. Lines that begin with a
 * blank go on with the value of the line above; empty lines and lines that begin with {@code #} say nothing.
 *
 * @param number its first line, 1 and up
 * @param key what it is
 * @param language the code of its language, {@code en} if none is named
 * @param value what it says
 */
record LessonLine(int number, String key, String language, String value) {
    private static final int MOST_LINES = 2000;
    private static final int LONGEST = 2000;
    private static final Pattern ENTRY = Pattern.compile("([a-z]+(?: not)?)(?:\\.([a-z]{2}))?:(?:\\s+(.*))?");
    private static final Pattern WIDE = Pattern.compile("[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef\\u201c\\u201d]");

    /** The entries of a text. */
    static List<LessonLine> of(String file, String source) throws LabFormatException {
        List<LessonLine> entries = new ArrayList<>();
        String[] rows = source.split("\n", -1);
        if (rows.length > MOST_LINES) {
            throw fault(file, MOST_LINES, "A lesson has at most " + MOST_LINES + " lines.");
        }
        boolean open = false;
        for (int i = 0; i < rows.length; i++) {
            String row = rows[i].stripTrailing();
            if (row.isBlank() || row.startsWith("#")) {
                open = open && !row.isBlank();
            } else if (Character.isWhitespace(row.charAt(0))) {
                if (!open) {
                    throw fault(file, i + 1, "This line goes on with nothing: the line above it is empty.");
                }
                LessonLine last = entries.remove(entries.size() - 1);
                entries.add(last.goingOn(row.strip()).checked(file));
            } else {
                entries.add(entry(file, i + 1, row).checked(file));
                open = true;
            }
        }
        return entries;
    }

    private static LessonLine entry(String file, int number, String row) throws LabFormatException {
        Matcher entry = ENTRY.matcher(row);
        if (!entry.matches()) {
            throw fault(
                    file,
                    number,
                    "\"" + shortened(row) + "\" is no entry. Write a key, a colon and a text, such as"
                            + " \"task: Ping lo\", and begin lines that go on with a blank.");
        }
        String language = entry.group(2) == null ? "en" : entry.group(2);
        String value = entry.group(3) == null ? "" : entry.group(3).strip();
        return new LessonLine(number, entry.group(1), language, value);
    }

    /** With another line; between Chinese characters no blank is meant. */
    private LessonLine goingOn(String more) {
        if (value.isEmpty()) {
            return new LessonLine(number, key, language, more);
        }
        boolean both = wide(value.substring(value.length() - 1)) && wide(more.substring(0, 1));
        return new LessonLine(number, key, language, value + (both || punctuated(more) ? "" : " ") + more);
    }

    private boolean punctuated(String more) {
        return "，。：；！？、（）《》「」".indexOf(value.charAt(value.length() - 1)) >= 0
                || "，。：；！？、（）《》「」".indexOf(more.charAt(0)) >= 0;
    }

    private static boolean wide(String character) {
        return WIDE.matcher(character).matches();
    }

    private LessonLine checked(String file) throws LabFormatException {
        if (value.length() > LONGEST) {
            throw fault(file, number, "The text has more than " + LONGEST + " characters.");
        }
        return this;
    }

    static LabFormatException fault(String file, int line, String sentence) {
        return new LabFormatException(file, line, "lab.fault.lesson", sentence, sentence);
    }

    static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
