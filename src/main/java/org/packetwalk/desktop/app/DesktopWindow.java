package org.packetwalk.desktop.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

import org.packetwalk.desktop.action.Action;
import org.packetwalk.desktop.exporting.FileDialogs;
import org.packetwalk.desktop.exporting.SystemFileDialogs;
import org.packetwalk.desktop.model.Accommodation;
import org.packetwalk.desktop.model.CommandModel;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.WalkSource;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.preferences.Preferences;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;

/** The scene of a window: its content in the chosen language, colours and density, and its keyboard. */
public final class DesktopWindow {
    private static final String STYLES = "/org/packetwalk/assets/styles/";

    private final WalkSource source;
    private final WindowModel window;
    private final Fonts fonts;
    private final StackPane root = new StackPane();
    private final ScaledPane scaled = new ScaledPane(Preferences.MINIMUM_WIDTH, Preferences.MINIMUM_HEIGHT);
    private final Scene scene;
    private final Keyboard keyboard;
    private final FileDialogs dialogs;
    private final FocusRegions regions;
    private final Overlay overlay;
    private WindowModel content;
    private Composition composition;
    private AnimationTimer inTurn;

    /** A scene that shows a source, and asks for files as the desktop does. */
    public DesktopWindow(WalkSource source, WindowModel window, Fonts fonts, double width, double height) {
        this(source, window, fonts, new Size(width, height), SystemFileDialogs::new);
    }

    /** A scene that shows a source; {@code asking} makes what asks for files. */
    public DesktopWindow(
            WalkSource source, WindowModel window, Fonts fonts, Size size, Function<Scene, FileDialogs> asking) {
        this.source = source;
        this.window = window;
        this.fonts = fonts;
        scene = new Scene(root, size.width(), size.height());
        dialogs = asking.apply(scene);
        keyboard = new Keyboard(scene);
        regions = new FocusRegions(scene);
        root.setId("root");
        content = window.forContent();
        composition = compose(window.languageProperty().get());
        inTurn = new PartsInTurn(composition.parts());
        overlay = new Overlay(scene, messages());
        overlay.openProperty().subscribe(keyboard::listenOnly);
        root.getChildren().setAll(scaled);
        show();
        Accommodation ease = window.accommodation();
        scaled.wantedProperty().bind(ease.scaleProperty());
        scaled.logicalWidthProperty().subscribe(value -> window.resized(value.doubleValue()));
        scaled.usedProperty()
                .addListener(
                        (property, before, now) -> colour(window.themeProperty().get()));
        ease.presentingProperty().addListener((property, before, now) -> regions.toPresentation());
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            List<File> files = event.getDragboard().getFiles();
            event.setDropCompleted(!files.isEmpty());
            event.consume();
            files.stream().limit(1).map(File::toPath).forEach(this::openFile);
        });
        window.densityProperty().subscribe(this::dress);
        window.themeProperty().subscribe(this::colour);
        window.languageProperty().addListener((property, before, language) -> speak(language));
    }

    /** The scene. */
    public Scene scene() {
        return scene;
    }

    /** The content as it is now; another language replaces it. */
    public Composition composition() {
        return composition;
    }

    /** The words the window speaks now. */
    public Messages messages() {
        return composition.session().messages();
    }

    /** Puts the focus where one begins: at the command. */
    void focusFirst() {
        regions.toCommand();
    }

    /** Opens a file that somebody has let fall onto the window; after that, so that a question may be asked. */
    void openFile(Path file) {
        Platform.runLater(() -> composition.files().open(file));
    }

    private void speak(Locale language) {
        SessionModel before = composition.session();
        CommandModel typed = composition.command();
        content.letGo();
        content = window.forContent();
        composition = compose(language);
        composition
                .session()
                .resume(
                        before.tablesProperty().get(),
                        before.grainProperty().get(),
                        before.position(),
                        before.atStartProperty().get());
        composition.command().hostProperty().set(typed.hostProperty().get());
        composition.command().textProperty().set(typed.textProperty().get());
        show();
    }

    private Composition compose(Locale language) {
        return new Composition(source, content, fonts, Messages.of(language), dialogs);
    }

    private void show() {
        Parent view = composition.load();
        scaled.show(view, overlay.layer());
        inTurn.stop();
        inTurn = new PartsInTurn(composition.parts());
        inTurn.start();
        SessionModel session = composition.session();
        List<Action> actions = new Actions(composition, content, new Actions.Frame(regions, overlay)).all();
        keyboard.use(actions);
        overlay.use(actions, messages());
        MoreMenu.fill(view, actions, messages());
        composition.files().model().wantedProperty().subscribe(wanted -> {
            if (wanted) {
                overlay.exporting(composition.files());
            }
        });
        composition.importing().wantedProperty().subscribe(wanted -> {
            if (wanted) {
                overlay.importing(
                        composition.importing(), () -> composition.files().other("import.file"));
            }
        });
        session.atStartProperty().addListener((property, before, start) -> regions.toCommand());
        session.positionProperty().addListener((property, before, now) -> {
            if (before.intValue() < 0) {
                regions.toScrubber();
            }
        });
    }

    private void dress(Density density) {
        for (Density other : Density.values()) {
            root.getStyleClass().remove(styleClass(other));
        }
        root.getStyleClass().add(styleClass(density));
    }

    private void colour(Theme theme) {
        List<String> wanted = List.of(
                STYLES + "tokens-" + theme.name().toLowerCase(Locale.ROOT) + ".css",
                STYLES + "base.css",
                STYLES + "lesson.css",
                menus(scaled.usedProperty().get()));
        List<String> now = scene.getStylesheets();
        if (now.isEmpty()) {
            now.addAll(wanted);
        }
        // a sheet that stays is not read anew
        for (int i = 0; i < wanted.size(); i++) {
            if (!now.get(i).equals(wanted.get(i))) {
                now.set(i, wanted.get(i));
            }
        }
    }

    /** Menus and tooltips are windows of their own: they cannot be enlarged with the content, so their letters are larger. */
    private static String menus(double scale) {
        return "data:text/css,.menu-item>.label%7B-fx-font-size:" + 14 * scale + "px%7D.tooltip%7B-fx-font-size:"
                + 13 * scale + "px%7D";
    }

    private static String styleClass(Density density) {
        return density.name().toLowerCase(Locale.ROOT);
    }
}
