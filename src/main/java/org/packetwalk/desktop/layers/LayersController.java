package org.packetwalk.desktop.layers;

import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

import org.packetwalk.desktop.control.FittingRow;
import org.packetwalk.desktop.control.Parts;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.FocusView;
import org.packetwalk.desktop.model.LabBuilder;
import org.packetwalk.desktop.model.PictureWords;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.TablesView;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.Fonts;
import org.packetwalk.desktop.paint.PacketAnimation;
import org.packetwalk.desktop.paint.SubjectRegion;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.DiagramLayout;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.Subject;
import org.packetwalk.narrate.Messages;

/** Binds the head of the canvas and the canvas to their model; the picture is laid out anew for each size. */
public final class LayersController {
    /** A canvas between a lesson and the inspector is narrower: then its head says less. */
    private static final double ROOMY = 820;

    private static final double HINT_FROM = 600;

    private final LayersModel model;
    private final LabBuilder builder;
    private final WindowModel window;
    private final Parts parts;
    private final Fonts fonts;
    private final Messages messages;

    @FXML
    private ToggleButton topology;

    @FXML
    private ToggleButton stack;

    @FXML
    private ToggleButton route;

    @FXML
    private ToggleButton compare;

    @FXML
    private HBox tables;

    @FXML
    private MenuButton tablesPick;

    @FXML
    private MenuItem separate;

    @FXML
    private FittingRow focus;

    @FXML
    private Label focusName;

    @FXML
    private Label focusKind;

    @FXML
    private Label focusAddresses;

    @FXML
    private Label focusDetail;

    @FXML
    private StackPane frame;

    @FXML
    private Pane canvas;

    @FXML
    private Label empty;

    private PacketAnimation animation;
    private CanvasView view;

    /** The controller of one canvas. */
    public LayersController(
            LayersModel model, LabBuilder builder, WindowModel window, Parts parts, Fonts fonts, Messages messages) {
        this.builder = builder;
        this.model = model;
        this.window = window;
        this.parts = parts;
        this.fonts = fonts;
        this.messages = messages;
    }

    @FXML
    private void initialize() {
        animation = new PacketAnimation(fonts, new PictureWords(messages));
        canvas.getChildren().setAll(animation.view());
        inFrame("lookup/LookupView.fxml", CanvasPicture.ROUTE);
        inFrame("compare/CompareView.fxml", CanvasPicture.COMPARE);
        topology.setOnAction(event -> choose(CanvasPicture.TOPOLOGY));
        stack.setOnAction(event -> choose(CanvasPicture.STACK));
        route.setOnAction(event -> choose(CanvasPicture.ROUTE));
        compare.setOnAction(event -> choose(CanvasPicture.COMPARE));
        separate.setOnAction(event -> model.separateTables());
        model.tables().subscribe(this::showTables);
        model.pictureProperty().subscribe(this::showPicture);
        model.focus().subscribe(this::showFocus);
        focus.setOnMouseClicked(event -> model.showPacket());
        // where there is no room below the hosts the inspector says the same
        empty.visibleProperty()
                .bind(Bindings.and(model.empty(), frame.heightProperty().greaterThanOrEqualTo(HINT_FROM)));
        window.densityProperty().subscribe(this::fit);
        model.momentProperty().addListener(change -> step());
        model.pictureProperty().addListener(change -> draw());
        window.themeProperty().addListener(change -> draw());
        window.densityProperty().addListener(change -> draw());
        frame.widthProperty().addListener(change -> draw());
        frame.widthProperty().subscribe(width -> fit(window.densityProperty().get()));
        frame.heightProperty().addListener(change -> draw());
        window.speedProperty().subscribe(speed -> animation.setSpeed(speed.doubleValue()));
        window.accommodation().reducedMotionProperty().subscribe(animation::setReducedMotion);
        model.onMoveFocus(by -> animation.painter().moveFocus(layout().order(), by));
        animation.painter().onOpen(this::open);
        model.onFocused(animation.painter()::focused);
        model.breakpoints().all().addListener((InvalidationListener) change -> draw());
        view = new CanvasView(frame, canvas);
        ThingMenu places = new ThingMenu(model, messages, frame);
        new TopologyGestures(builder, window, messages, frame, canvas, view, places::onTopology);
        model.onLook(new LayersModel.Look() {
            @Override
            public void zoom(double factor) {
                view.zoom(factor);
            }

            @Override
            public void fit() {
                view.fit();
            }
        });
        model.onMoveHost((x, y) -> animation
                .painter()
                .region(Subject.host(builder.selectedProperty().get().host()))
                .ifPresent(card -> builder.move(
                        builder.selectedProperty().get().host(),
                        card.bounds().getMinX() + x,
                        card.bounds().getMinY() + y)));
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(frame.widthProperty());
        clip.heightProperty().bind(frame.heightProperty());
        frame.setClip(clip);
        // the scene lasts longer than this canvas, and must not keep it
        frame.sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((property, before, now) -> select(now));
    }

    /** Another picture lies above the canvas, below what is said over it; in the scene it is while it is seen. */
    private void inFrame(String view, CanvasPicture picture) {
        ObservableValue<Boolean> shown = model.pictureProperty().map(now -> now == picture);
        parts.add(
                view,
                shown,
                part -> shown.subscribe(now -> {
                    frame.getChildren().remove(part);
                    if (now) {
                        frame.getChildren().add(frame.getChildren().indexOf(empty), part);
                    }
                }));
    }

    /** On the topology what is opened is selected; elsewhere it is explained. */
    private void open(Subject subject) {
        if (model.pictureProperty().get() == CanvasPicture.TOPOLOGY) {
            builder.selectedProperty().set(TopologyGestures.selection(subject));
        } else {
            model.explain(subject);
        }
    }

    /** The host or device that has the focus is what gestures are about. */
    private void select(Node owner) {
        if (owner instanceof SubjectRegion region
                && model.pictureProperty().get() == CanvasPicture.TOPOLOGY
                && frame.isVisible()) {
            LabBuilder.Selection selection = TopologyGestures.selection(region.subject());
            if (selection.isPresent()) {
                builder.selectedProperty().set(selection);
            }
        }
    }

    private void look(DiagramLayout layout) {
        if (model.pictureProperty().get() == CanvasPicture.TOPOLOGY) {
            view.show(layout.drawing().size());
        } else {
            view.still();
        }
    }

    private boolean ready() {
        return !model.pictureProperty().get().fillsWindow() && frame.getWidth() >= 1 && frame.getHeight() >= 1;
    }

    /** Another step: what has moved is seen moving. */
    private void step() {
        if (ready()) {
            DiagramLayout layout = layout();
            look(layout);
            animation.move(layout);
        }
    }

    /** The same step in another size or other colours: it stands there at once. */
    private void draw() {
        if (ready()) {
            animation.setTrailWidth(
                    StackDiagram.trailWidth(window.densityProperty().get()));
            DiagramLayout layout = layout();
            look(layout);
            animation.show(layout, window.themeProperty().get());
        }
    }

    private DiagramLayout layout() {
        return model.layout(
                new Size(frame.getWidth(), frame.getHeight()),
                window.densityProperty().get());
    }

    private void choose(CanvasPicture picture) {
        model.pictureProperty().set(picture);
        showPicture(picture);
    }

    private void showPicture(CanvasPicture picture) {
        topology.setSelected(picture == CanvasPicture.TOPOLOGY);
        stack.setSelected(picture == CanvasPicture.STACK);
        route.setSelected(picture == CanvasPicture.ROUTE);
        compare.setSelected(picture == CanvasPicture.COMPARE);
        canvas.setVisible(!picture.fillsWindow());
        // two walks have two packets
        showFocus(model.focus().getValue());
        fit(window.densityProperty().get());
    }

    private void showTables(TablesView shown) {
        tablesPick.setText(messages.text(shown.setting().key()));
        separate.setDisable(shown.setting() == TableSetting.SEPARATE);
        fit(window.densityProperty().get());
    }

    private void showFocus(FocusView shown) {
        focus.setVisible(shown.isPresent() && model.pictureProperty().get() != CanvasPicture.COMPARE);
        focus.setManaged(focus.isVisible());
        focusName.setText(shown.name());
        focusKind.setText(shown.kind());
        focusAddresses.setText(shown.addresses());
        focusAddresses.setManaged(!shown.addresses().isEmpty());
        focusDetail.setText(shown.detail());
    }

    private void fit(Density density) {
        boolean roomy = density != Density.COMPACT && (frame.getWidth() < 1 || frame.getWidth() >= ROOMY);
        this.route.setText(messages.text(roomy ? "canvas.view.route" : "canvas.view.route.short"));
        boolean route = model.pictureProperty().get() == CanvasPicture.ROUTE;
        boolean offered = (roomy || route)
                && model.pictureProperty().get() != CanvasPicture.TOPOLOGY
                && model.pictureProperty().get() != CanvasPicture.COMPARE
                && model.tables().getValue().isPresent();
        tables.setVisible(offered);
        tables.setManaged(offered);
    }
}
