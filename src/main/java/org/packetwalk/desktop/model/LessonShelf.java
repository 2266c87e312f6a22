package org.packetwalk.desktop.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.packetwalk.lesson.Item;
import org.packetwalk.lesson.Lesson;
import org.packetwalk.lesson.LessonProgress;

/** The lessons there are and how far the learner is in each; it outlives the language of the window. */
public final class LessonShelf {
    private final LessonShelf lasting;
    private final SortedMap<String, Lesson> lessons;
    private final SortedMap<String, LessonProgress> progress;
    private final SortedMap<String, Integer> pages;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper();
    private Consumer<SortedMap<String, LessonProgress>> keeper = all -> {};
    private Optional<Held> held = Optional.empty();

    /**
     * A prediction that is asked just now.
     *
     * @param right the right answer
     */
    public record Held(Item.Prediction prediction, String right) {}

    /** A shelf with some lessons. */
    public LessonShelf(List<Lesson> all) {
        lasting = this;
        lessons = new TreeMap<>();
        progress = new TreeMap<>();
        pages = new TreeMap<>();
        all.forEach(lesson -> lessons.put(lesson.lab(), lesson));
    }

    private LessonShelf(LessonShelf lasting, Followers followers) {
        this.lasting = lasting;
        lessons = lasting.lessons;
        progress = lasting.progress;
        pages = lasting.pages;
        followers.same(open, lasting.open);
        followers.same(version, lasting.version);
    }

    /** The same shelf for content that is replaced one day. */
    LessonShelf followedBy(Followers followers) {
        return new LessonShelf(lasting, followers);
    }

    /** How far a learner was when the window was closed last; {@code keeper} is told of each change. */
    public void keep(SortedMap<String, LessonProgress> before, Consumer<SortedMap<String, LessonProgress>> keeper) {
        progress.putAll(before);
        lasting.keeper = keeper;
        version.set(version.get() + 1);
    }

    /** The lessons by the names of their labs. */
    public SortedMap<String, Lesson> lessons() {
        return Collections.unmodifiableSortedMap(lessons);
    }

    /** How far the learner is with a lab, if it has a lesson. */
    public Optional<LessonProgress> progress(String lab) {
        return Optional.ofNullable(lessons.get(lab))
                .map(lesson -> progress.getOrDefault(lab, LessonProgress.begin(lesson)));
    }

    /** The learner is further. */
    public void progress(String lab, LessonProgress now) {
        if (!progress(lab).filter(now::equals).isPresent()) {
            progress.put(lab, now);
            version.set(version.get() + 1);
            lasting.keeper.accept(Collections.unmodifiableSortedMap(progress));
        }
    }

    /** Changes whenever a learner is further. */
    public ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** Whether the panel is wanted. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** The page of a lesson that is shown, 0 and up. */
    public int page(String lab) {
        return pages.getOrDefault(lab, 0);
    }

    /** Shows another page. */
    public void page(String lab, int page) {
        pages.put(lab, page);
    }

    /** The prediction that is asked just now. */
    public Optional<Held> held() {
        return lasting.held;
    }

    /** Another prediction is asked, or none. */
    public void hold(Optional<Held> asked) {
        lasting.held = asked;
    }
}
