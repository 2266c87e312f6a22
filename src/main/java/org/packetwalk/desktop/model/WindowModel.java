package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Locale;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;

/** What concerns the window and not the session: its room, its colours, its language and the notice it shows. */
public final class WindowModel {
    private static final double REGULAR_FROM = 1200;
    private static final double WIDE_FROM = 1900;

    private final ReadOnlyObjectWrapper<Density> density = new ReadOnlyObjectWrapper<>(Density.REGULAR);
    private final ObjectProperty<Busy> busy = new SimpleObjectProperty<>(Busy.NOT);
    private final Breakpoints breakpoints;
    private final Runs runs = new Runs();
    private final ObservableList<Pin> pins = FXCollections.observableArrayList();
    private Work work = Work.AT_ONCE;
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Locale> language;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(Notice.NONE);
    private final ExportChoice export;
    private final StringProperty folder = new SimpleStringProperty("");
    private final LogState log;
    private final ObjectProperty<CanvasPicture> canvas = new SimpleObjectProperty<>(CanvasPicture.STACK);
    private final Accommodation accommodation;
    private final ObjectProperty<Theme> beforeContrast = new SimpleObjectProperty<>(Theme.LIGHT);
    private final Followers followers = new Followers();
    private LessonShelf lessons = new LessonShelf(List.of());
    private final ObjectProperty<InspectorTab> tab = new SimpleObjectProperty<>(InspectorTab.WHY);

    /** A window with the colours and the language that were chosen last. */
    public WindowModel(Theme theme, Locale language) {
        this.theme = new SimpleObjectProperty<>(theme);
        this.language = new SimpleObjectProperty<>(language);
        breakpoints = new Breakpoints();
        log = new LogState();
        accommodation = new Accommodation();
        export = new ExportChoice();
    }

    private WindowModel(WindowModel lasting) {
        theme = new SimpleObjectProperty<>();
        language = new SimpleObjectProperty<>();
        breakpoints = lasting.breakpoints.followedBy(followers);
        log = lasting.log.followedBy(followers);
        accommodation = lasting.accommodation.followedBy(followers);
        export = lasting.export.followedBy(followers);
        work = lasting.work;
        lessons = lasting.lessons.followedBy(followers);
        followers.same(theme, lasting.theme);
        followers.same(language, lasting.language);
        followers.same(density, lasting.density);
        followers.same(busy, lasting.busy);
        followers.same(playing, lasting.playing);
        followers.same(speed, lasting.speed);
        followers.same(notice, lasting.notice);
        followers.same(folder, lasting.folder);
        followers.same(pins, lasting.pins);
        followers.same(canvas, lasting.canvas);
        followers.same(tab, lasting.tab);
        followers.same(beforeContrast, lasting.beforeContrast);
    }

    /**
     * The same window for content that is replaced one day, as another language does: what is changed in the one is changed in the
     * other, and whoever listens to the content's is dropped with it.
     */
    public WindowModel forContent() {
        return new WindowModel(this);
    }

    /** The content is replaced: from now on it has nothing to do with the window any more, and plays no more. */
    public void letGo() {
        followers.end();
        playing.set(false);
    }

    /** How much room there is: it decides the sizes of the regions, never the size of text. */
    public ReadOnlyObjectProperty<Density> densityProperty() {
        return density.getReadOnlyProperty();
    }

    /** The window has another width, in logical pixels. */
    public void resized(double width) {
        if (width < REGULAR_FROM) {
            density.set(Density.COMPACT);
        } else {
            density.set(width < WIDE_FROM ? Density.REGULAR : Density.WIDE);
        }
    }

    /** The colours. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The language; choosing another builds the window's content anew. */
    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    /** How fast packets move and steps follow each other, 1 as a rule. */
    public DoubleProperty speedProperty() {
        return speed;
    }

    /** The places at which playing stops. */
    public Breakpoints breakpoints() {
        return breakpoints;
    }

    /** Who runs on until a packet has come somewhere. */
    public Runs runs() {
        return runs;
    }

    /** The steps that somebody has kept. */
    public ObservableList<Pin> pins() {
        return pins;
    }

    /** Who computes what takes time. */
    public Work work() {
        return work;
    }

    /** Lets another compute what takes time; before the first session is shown. */
    public void computeBy(Work other) {
        work = other;
    }

    /** What takes long just now. */
    public ObjectProperty<Busy> busyProperty() {
        return busy;
    }

    /** Whether the steps follow each other by themselves: then a frame has little time, and what is not urgent waits. */
    public BooleanProperty playingProperty() {
        return playing;
    }

    /** In which format and colours walks are exported. */
    public ExportChoice export() {
        return export;
    }

    /** The folder files were saved to or opened from last, empty if none is known. */
    public StringProperty folderProperty() {
        return folder;
    }

    /** The languages that can be chosen. */
    public List<Locale> languages() {
        return Messages.languages();
    }

    /** What the canvas shows. */
    public ObjectProperty<CanvasPicture> canvasProperty() {
        return canvas;
    }

    /** Which tab of the inspector is open. */
    public ObjectProperty<InspectorTab> tabProperty() {
        return tab;
    }

    /** Scale, motion and presentation. */
    public Accommodation accommodation() {
        return accommodation;
    }

    /** The lessons, and how far the learner is in them. */
    public LessonShelf lessons() {
        return lessons;
    }

    /** Puts lessons onto the shelf; before the first session is shown. */
    public void teach(LessonShelf shelf) {
        lessons = shelf;
    }

    /** Changes to the colours of high contrast, or back to those before. */
    public void switchContrast() {
        if (theme.get() == Theme.CONTRAST) {
            theme.set(beforeContrast.get());
        } else {
            beforeContrast.set(theme.get());
            theme.set(Theme.CONTRAST);
        }
    }

    /** Changes to the next language. */
    public void nextLanguage() {
        List<Locale> all = languages();
        language.set(all.get((all.indexOf(language.get()) + 1) % all.size()));
    }

    /** Which tabs of the log are shown. */
    public LogState log() {
        return log;
    }

    /** What the notification bar says. */
    public ReadOnlyObjectProperty<Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Shows one sentence in the notification bar. */
    public void say(Notice shown) {
        notice.set(shown);
    }

    /** Takes the sentence away. */
    public void dismiss() {
        notice.set(Notice.NONE);
    }

    /** Changes to the other colours. */
    public void switchTheme() {
        theme.set(theme.get() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
    }
}
