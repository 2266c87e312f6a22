package org.packetwalk.desktop.presentation;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

import org.packetwalk.desktop.model.PictureWords;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.paint.PacketAnimation;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.narrate.Messages;

/** Binds the presentation; its picture is drawn only while it is shown. */
public final class PresentationController {
    private static final String PLAY = "M8 5v14l11-7z";
    private static final String PAUSE = "M6.5 5h3.5v14h-3.500zM14 5h3.500v14h-3.500z";

    private final PresentationModel model;
    private final WindowModel window;
    private final Transport transport;
    private final PacketAnimation animation;

    @FXML
    private FittedPane view;

    @FXML
    private Label command;

    @FXML
    private Label step;

    @FXML
    private StackPane frame;

    @FXML
    private Pane canvas;

    @FXML
    private Label sentence;

    @FXML
    private Button back;

    @FXML
    private Button play;

    @FXML
    private SVGPath playGlyph;

    @FXML
    private Button on;

    /** The three buttons. */
    public record Transport(Runnable back, Runnable play, Runnable on) {}

    /** The controller of one presentation. */
    public PresentationController(
            PresentationModel model, WindowModel window, Transport transport, Fonts fonts, Messages messages) {
        this.model = model;
        this.window = window;
        this.transport = transport;
        this.animation = new PacketAnimation(fonts, new PictureWords(messages));
    }

    @FXML
    private void initialize() {
        canvas.getChildren().setAll(animation.view());
        command.textProperty().bind(model.commandProperty());
        step.textProperty().bind(model.stepProperty());
        sentence.textProperty().bind(model.sentenceProperty());
        back.setOnAction(event -> transport.back().run());
        play.setOnAction(event -> transport.play().run());
        on.setOnAction(event -> transport.on().run());
        window.playingProperty().subscribe(playing -> playGlyph.setContent(playing ? PAUSE : PLAY));
        window.accommodation().reducedMotionProperty().subscribe(animation::setReducedMotion);
        window.speedProperty().subscribe(speed -> animation.setSpeed(speed.doubleValue()));
        animation.setTrailWidth(StackDiagram.trailWidth(Density.PRESENTATION));
        model.momentProperty().addListener(change -> move());
        window.themeProperty().addListener(change -> draw());
        frame.widthProperty().addListener(change -> draw());
        frame.heightProperty().addListener(change -> draw());
        view.visibleProperty().addListener(change -> draw());
    }

    private boolean shown() {
        return view.isVisible() && frame.getWidth() >= 1 && frame.getHeight() >= 1;
    }

    private void move() {
        if (shown()) {
            animation.move(model.layout(new Size(frame.getWidth(), frame.getHeight())));
        }
    }

    private void draw() {
        if (shown()) {
            animation.show(
                    model.layout(new Size(frame.getWidth(), frame.getHeight())),
                    window.themeProperty().get());
        }
    }
}
