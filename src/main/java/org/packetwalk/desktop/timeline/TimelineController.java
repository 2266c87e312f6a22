package org.packetwalk.desktop.timeline;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.util.Duration;

import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Density;
import org.packetwalk.filter.StepFilter;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;

/** Binds the buttons, the scrubber and the choices of the time bar to its model. */
public final class TimelineController {
    private static final String PLAY = "M8 5v14l11-7z";
    private static final String PAUSE = "M6.5 5h3.5v14h-3.500zM14 5h3.500v14h-3.500z";

    private final TimelineModel model;
    private final WindowModel window;
    private final Messages messages;
    private final PauseTransition rest = new PauseTransition();

    @FXML
    private Button toStart;

    @FXML
    private Button stepBack;

    @FXML
    private Button play;

    @FXML
    private SVGPath playGlyph;

    @FXML
    private Button step;

    @FXML
    private Button stepOver;

    @FXML
    private Button toEnd;

    @FXML
    private Label stepText;

    @FXML
    private Label timeText;

    @FXML
    private Scrubber scrubber;

    @FXML
    private HBox grains;

    @FXML
    private MenuButton breakpoints;

    @FXML
    private MenuButton branches;

    @FXML
    private MenuButton grainMenu;

    @FXML
    private MenuButton speed;

    /** The controller of one time bar. */
    public TimelineController(TimelineModel model, WindowModel window, Messages messages) {
        this.model = model;
        this.window = window;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        bindButtons();
        bindScrubber();
        bindGrain();
        bindSpeed();
        new BreakpointMenu(breakpoints, model, messages);
        new BranchMenu(branches, model.document(), messages);
        stepText.textProperty().bind(model.stepText());
        timeText.textProperty().bind(model.timeText());
        model.playingProperty().subscribe(this::showPlaying);
        rest.setOnFinished(event -> goOn());
    }

    private void bindButtons() {
        toStart.disableProperty().bind(Bindings.not(model.canGoBack()));
        stepBack.disableProperty().bind(Bindings.not(model.canGoBack()));
        play.disableProperty().bind(Bindings.not(model.anySteps()));
        step.disableProperty().bind(Bindings.not(model.canGoOn()));
        stepOver.disableProperty().bind(Bindings.not(model.canGoOn()));
        toEnd.disableProperty().bind(Bindings.not(model.canGoOn()));
    }

    private void bindScrubber() {
        scrubber.steps().setAll(model.steps());
        model.steps().addListener((ListChangeListener<StepView>)
                change -> scrubber.steps().setAll(model.steps()));
        model.breakpoints().all().addListener((ListChangeListener<StepFilter>)
                change -> scrubber.stopAt(model.breakpoints()::stopsAt));
        scrubber.stopAt(model.breakpoints()::stopsAt);
        model.positionProperty().subscribe(index -> scrubber.show(index.intValue()));
        scrubber.onSeek(index -> {
            model.pause();
            model.seek(index);
        });
    }

    private void bindGrain() {
        for (Grain grain : Grain.values()) {
            ToggleButton segment = new ToggleButton(name(grain));
            segment.setId("grain-" + grain.name().toLowerCase(Locale.ROOT));
            segment.getStyleClass().add("segment");
            segment.setMinWidth(Region.USE_PREF_SIZE);
            segment.setOnAction(event -> choose(grain));
            grains.getChildren().add(segment);
            MenuItem item = new MenuItem(name(grain));
            item.setOnAction(event -> choose(grain));
            grainMenu.getItems().add(item);
        }
        model.grainProperty().subscribe(this::showGrain);
        window.densityProperty().subscribe(density -> {
            boolean compact = density == Density.COMPACT;
            shown(grains, !compact);
            shown(grainMenu, compact);
            shown(speed, !compact);
        });
    }

    private String name(Grain grain) {
        return messages.text("grain." + grain.name().toLowerCase(Locale.ROOT));
    }

    private void choose(Grain grain) {
        model.choose(grain);
        showGrain(grain);
    }

    private void showGrain(Grain grain) {
        for (int i = 0; i < grains.getChildren().size(); i++) {
            ((ToggleButton) grains.getChildren().get(i)).setSelected(i == grain.ordinal());
        }
        grainMenu.setText(name(grain));
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void bindSpeed() {
        for (double choice : model.speeds()) {
            MenuItem item = new MenuItem(times(choice));
            item.setOnAction(event -> model.chooseSpeed(choice));
            speed.getItems().add(item);
        }
        model.speedProperty().subscribe(value -> speed.setText(times(value.doubleValue())));
    }

    private static String times(double speed) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(speed) + "×";
    }

    private void showPlaying(boolean playing) {
        playGlyph.setContent(playing ? PAUSE : PLAY);
        play.setAccessibleText(messages.text(playing ? "time.pause" : "time.play"));
        if (playing) {
            rest();
        } else {
            rest.stop();
        }
    }

    private void goOn() {
        model.rested();
        if (model.playingProperty().get()) {
            rest();
        }
    }

    private void rest() {
        rest.setDuration(Duration.millis(model.restMillis()));
        rest.playFromStart();
    }

    @FXML
    private void toStart() {
        model.toStart();
    }

    @FXML
    private void stepBack() {
        model.stepBack();
    }

    @FXML
    private void togglePlay() {
        model.togglePlay();
    }

    @FXML
    private void step() {
        model.pause();
        model.step();
    }

    @FXML
    private void stepOver() {
        model.pause();
        model.stepOver();
    }

    @FXML
    private void toEnd() {
        model.toEnd();
    }
}
