package org.packetwalk.lesson;

import java.util.List;
import java.util.Optional;

/**
 * A lesson about a lab.
 *
 * @param lab the name of the lab
 * @param minutes how long it takes at most, 1 to 10
 * @param question its title
 * @param sections its parts, in order
 */
public record Lesson(String lab, int minutes, Text question, List<Section> sections) {

    /** The longest lesson, in minutes. */
    public static final int LONGEST = 10;

    /** Keeps its own copy of the list. */
    public Lesson {
        sections = List.copyOf(sections);
    }

    /**
     * A part of a lesson.
     *
     * @param text what is said first
     * @param notes what older texts say about it, what is true and since when
     * @param items what is to be done, in order
     */
    public record Section(Part part, Text text, List<Text> notes, List<Item> items) {

        /** Keeps its own copies. */
        public Section {
            notes = List.copyOf(notes);
            items = List.copyOf(items);
        }
    }

    /** One of its parts, if it is there. */
    public Optional<Section> section(Part part) {
        return sections.stream().filter(section -> section.part() == part).findFirst();
    }

    /** All there is to do, in order. */
    public List<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream()).toList();
    }

    /** The tasks, in order. */
    public List<Item.Task> tasks() {
        return items().stream()
                .filter(Item.Task.class::isInstance)
                .map(Item.Task.class::cast)
                .toList();
    }

    /** The predictions, in order. */
    public List<Item.Prediction> predictions() {
        return items().stream()
                .filter(Item.Prediction.class::isInstance)
                .map(Item.Prediction.class::cast)
                .toList();
    }

    /** The languages it is in. */
    public List<String> languages() {
        return question.languages();
    }
}
