package org.packetwalk.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;

/**
 * Reads lessons: plain text beside the script of the lab, {@code NAME.lesson} beside {@code NAME.sh}. Whatever the bytes are,
 * the answer is a lesson or one clear sentence with file and line.
 */
public final class LessonFile {
    /** The ending of the file of a lesson. */
    public static final String ENDING = ".lesson";

    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final List<String> KEYS = List.of(
            "minutes",
            "question",
            "symptom",
            "predict",
            "on",
            "hide",
            "choice",
            "answer",
            "watch",
            "explain",
            "article",
            "change",
            "check",
            "task",
            "try",
            "step",
            "path",
            "path not",
            "prints",
            "prints not",
            "state",
            "state not");
    private static final int MOST_ITEMS = 30;

    private final String file;
    private final Map<Part, SectionDraft> sections = new EnumMap<>(Part.class);
    private final List<TextDraft> texts = new ArrayList<>();
    private final SortedSet<String> given = new TreeSet<>();
    private TextDraft question = TextDraft.NONE;
    private TextDraft last = TextDraft.NONE;
    private int minutes;
    private Part part = Part.SYMPTOM;
    private Optional<ItemDraft> item = Optional.empty();
    private int items;

    private LessonFile(String file) {
        this.file = file;
    }

    /**
     * Reads the bytes of a file.
     *
     * @param file its name, for messages
     * @param lab the name of its lab
     * @throws LabFormatException if they are no lesson
     */
    public static Lesson read(String file, String lab, byte[] bytes) throws LabFormatException {
        LessonFile reader = new LessonFile(file);
        for (LessonLine line : LessonLine.of(file, LabFile.decode(file, bytes))) {
            reader.entry(line);
        }
        return reader.lesson(lab);
    }

    private void entry(LessonLine line) throws LabFormatException {
        if (!KEYS.contains(line.key())) {
            throw fault(line, "\"" + line.key() + "\" is not known. Known are: " + String.join(", ", KEYS) + ".");
        }
        if (!LANGUAGES.contains(line.language())) {
            throw fault(line, "The language \"" + line.language() + "\" is not known. Known are: en, zh.");
        }
        if (line.value().isEmpty()) {
            throw fault(line, "\"" + line.key() + ":\" says nothing. Write its text behind the colon.");
        }
        switch (line.key()) {
            case "minutes" -> minutes = minutes(line);
            case "question" -> question = begin(line, question);
            case "symptom", "watch", "explain", "change", "check" -> section(line);
            case "article" -> note(line);
            case "predict", "task" -> item(line);
            default -> detail(line);
        }
    }

    private int minutes(LessonLine line) throws LabFormatException {
        once(line);
        if (!line.value().matches("\\d{1,2}")
                || Integer.parseInt(line.value()) < 1
                || Integer.parseInt(line.value()) > Lesson.LONGEST) {
            throw fault(
                    line,
                    "\"" + LessonLine.shortened(line.value()) + "\" is no number from 1 to " + Lesson.LONGEST + ".");
        }
        return Integer.parseInt(line.value());
    }

    private void once(LessonLine line) throws LabFormatException {
        if (!given.add(line.key() + "." + line.language())) {
            throw fault(line, "\"" + line.key() + "\" is said twice in the same language.");
        }
    }

    /** A text begins, or the text that was begun right before it is said in another language. */
    private TextDraft begin(LessonLine line, TextDraft before) throws LabFormatException {
        if (before.isPresent()) {
            if (before.says(line.language())) {
                throw fault(line, "\"" + line.key() + "\" is said twice in the same language.");
            }
            before.say(line);
            return before;
        }
        TextDraft text = new TextDraft(line);
        texts.add(text);
        return text;
    }

    private boolean goesOn(LessonLine line) {
        return last.isPresent() && last.key().equals(line.key()) && !last.says(line.language());
    }

    private void section(LessonLine line) throws LabFormatException {
        Part named = Part.valueOf(line.key().toUpperCase(Locale.ROOT));
        if (sections.containsKey(named) && named != part) {
            throw fault(line, "\"" + line.key() + "\" comes too late. The parts are, in this order: " + order() + ".");
        }
        if (named.ordinal() < part.ordinal()) {
            throw fault(line, "\"" + line.key() + "\" comes too late. The parts are, in this order: " + order() + ".");
        }
        part = named;
        item = Optional.empty();
        SectionDraft section = sections.computeIfAbsent(named, SectionDraft::new);
        section.text = begin(line, section.text);
        last = section.text;
    }

    private static String order() {
        return String.join(
                ", ",
                Arrays.stream(Part.values())
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private void note(LessonLine line) throws LabFormatException {
        if (goesOn(line)) {
            last.say(line);
            return;
        }
        last = begin(line, TextDraft.NONE);
        sections.computeIfAbsent(part, SectionDraft::new).notes.add(last);
    }

    private void item(LessonLine line) throws LabFormatException {
        if (goesOn(line)) {
            last.say(line);
            return;
        }
        if (line.key().equals("predict") && part == Part.SYMPTOM) {
            part = Part.PREDICT;
        } else if (line.key().equals("task") && part.ordinal() < Part.WATCH.ordinal()) {
            throw fault(line, "A task belongs behind \"watch:\", \"explain:\", \"change:\" or \"check:\".");
        }
        if (++items > MOST_ITEMS) {
            throw fault(line, "A lesson has at most " + MOST_ITEMS + " tasks and predictions.");
        }
        last = begin(line, TextDraft.NONE);
        ItemDraft begun = new ItemDraft(file, last, line);
        item = Optional.of(begun);
        sections.computeIfAbsent(part, SectionDraft::new).items.add(begun);
    }

    private void detail(LessonLine line) throws LabFormatException {
        ItemDraft draft = item.orElseThrow(
                () -> fault(line, "\"" + line.key() + ":\" belongs to a \"predict:\" or a \"task:\" above it."));
        draft.detail(line).ifPresent(texts::add);
        last = TextDraft.NONE;
    }

    private Lesson lesson(String lab) throws LabFormatException {
        if (!question.isPresent()) {
            throw LessonLine.fault(file, 0, "The lesson has no question. Begin it with \"question: …\".");
        }
        if (minutes == 0) {
            throw LessonLine.fault(file, 0, "The lesson does not say how long it takes. Write \"minutes: 5\".");
        }
        for (TextDraft text : texts) {
            for (String language : question.text().languages()) {
                if (!text.says(language)) {
                    throw LessonLine.fault(
                            file,
                            text.line(),
                            "\"" + text.key() + "\" is missing in the language " + language
                                    + ", in which the question is asked.");
                }
            }
            for (String language : text.text().languages()) {
                if (!question.says(language)) {
                    throw LessonLine.fault(
                            file,
                            text.line(),
                            "\"" + text.key() + "\" is said in the language " + language
                                    + ", in which there is no question.");
                }
            }
        }
        List<Lesson.Section> read = new ArrayList<>();
        for (SectionDraft section : sections.values()) {
            List<Item> made = new ArrayList<>();
            for (ItemDraft draft : section.items) {
                made.add(draft.item());
            }
            read.add(new Lesson.Section(
                    section.part,
                    section.text.text(),
                    section.notes.stream().map(TextDraft::text).toList(),
                    made));
        }
        return new Lesson(lab, minutes, question.text(), read);
    }

    private LabFormatException fault(LessonLine line, String sentence) {
        return LessonLine.fault(file, line.number(), sentence);
    }

    /** A part as far as it was read. */
    private static final class SectionDraft {
        private final Part part;
        private final List<TextDraft> notes = new ArrayList<>();
        private final List<ItemDraft> items = new ArrayList<>();
        private TextDraft text = TextDraft.NONE;

        SectionDraft(Part part) {
            this.part = part;
        }
    }
}
