package org.packetwalk.desktop.layers;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.LabBuilder;
import org.packetwalk.desktop.model.LabBuilder.Mode;
import org.packetwalk.desktop.model.LabBuilder.Selection;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.desktop.paint.DrawingPainter;
import org.packetwalk.desktop.paint.SubjectRegion;
import org.packetwalk.diagram.Subject;
import org.packetwalk.narrate.Messages;

/**
 * The mouse on the topology: dragging a host moves it, dragging from one of its devices to another host lays a cable, dragging
 * the ground moves the picture, the wheel enlarges it.
 */
final class TopologyGestures {
    private static final double STEP = 1.1;
    private static final double HARDLY = 4;

    private final LabBuilder builder;
    private final WindowModel window;
    private final Messages messages;
    private final Region frame;
    private final Pane canvas;
    private final CanvasView view;
    private final Function<Subject, List<MenuItem>> places;
    private final Line rubber = new Line();
    private Optional<SubjectRegion> held = Optional.empty();
    private Selection from = Selection.NONE;
    private double lastX;
    private double lastY;
    private double pressedX;
    private double pressedY;
    private boolean dragging;

    TopologyGestures(
            LabBuilder builder,
            WindowModel window,
            Messages messages,
            Region frame,
            Pane canvas,
            CanvasView view,
            Function<Subject, List<MenuItem>> places) {
        this.builder = builder;
        this.window = window;
        this.messages = messages;
        this.frame = frame;
        this.canvas = canvas;
        this.view = view;
        this.places = places;
        rubber.setManaged(false);
        rubber.setMouseTransparent(true);
        rubber.setVisible(false);
        rubber.getStyleClass().add("rubber");
        canvas.getChildren().add(rubber);
        frame.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        frame.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        frame.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        frame.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        frame.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    /** What a subject of the topology is for the builder. */
    static Selection selection(Subject subject) {
        String name = subject.id().substring(subject.id().indexOf(':') + 1);
        return switch (subject.kind()) {
            case "host" -> new Selection(name, "");
            case "device" -> new Selection(name.substring(0, name.indexOf('/')), name.substring(name.indexOf('/') + 1));
            default -> Selection.NONE;
        };
    }

    private boolean works() {
        return window.canvasProperty().get() == CanvasPicture.TOPOLOGY;
    }

    private void pressed(MouseEvent event) {
        if (!works() || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pressedX = event.getX();
        pressedY = event.getY();
        lastX = event.getX();
        lastY = event.getY();
        dragging = false;
        Selection under = under(event.getPickResult().getIntersectedNode());
        held = Optional.empty();
        from = Selection.NONE;
        if (under.isPresent()) {
            if (builder.modeProperty().get() == Mode.CABLE) {
                builder.connectTo(under.host());
            }
            builder.selectedProperty().set(under);
            from = under;
            held = under.isDevice()
                    ? Optional.empty()
                    : card(event.getPickResult().getIntersectedNode());
        }
    }

    private void dragged(MouseEvent event) {
        if (!works() || !event.isPrimaryButtonDown()) {
            return;
        }
        dragging |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > HARDLY;
        if (!dragging) {
            return;
        }
        if (from.isDevice()) {
            stretch(event);
        } else if (held.isPresent()) {
            held.get().setTranslateX((event.getX() - pressedX) / view.scale());
            held.get().setTranslateY((event.getY() - pressedY) / view.scale());
        } else if (!from.isPresent()) {
            view.pan(event.getX() - lastX, event.getY() - lastY);
        }
        lastX = event.getX();
        lastY = event.getY();
    }

    private void stretch(MouseEvent event) {
        rubber.setStartX((pressedX - canvas.getLayoutX()) / view.scale());
        rubber.setStartY((pressedY - canvas.getLayoutY()) / view.scale());
        rubber.setEndX((event.getX() - canvas.getLayoutX()) / view.scale());
        rubber.setEndY((event.getY() - canvas.getLayoutY()) / view.scale());
        rubber.setVisible(true);
    }

    private void released(MouseEvent event) {
        rubber.setVisible(false);
        if (!works() || !dragging) {
            return;
        }
        if (from.isDevice()) {
            Selection to = under(event.getPickResult().getIntersectedNode());
            if (to.isPresent() && !to.host().equals(from.host())) {
                builder.connectFrom(from.host());
                builder.connectTo(to.host());
            }
        } else {
            held.ifPresent(card -> {
                double x = card.bounds().getMinX() + card.getTranslateX();
                double y = card.bounds().getMinY() + card.getTranslateY();
                card.setTranslateX(0);
                card.setTranslateY(0);
                builder.move(from.host(), x, y);
            });
        }
        held = Optional.empty();
        dragging = false;
    }

    private void scrolled(ScrollEvent event) {
        if (works() && event.getDeltaY() != 0) {
            view.zoom(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
            event.consume();
        }
    }

    private void menu(ContextMenuEvent event) {
        if (!works()) {
            return;
        }
        Node picked = event.isKeyboardTrigger()
                ? frame.getScene().getFocusOwner()
                : event.getPickResult().getIntersectedNode();
        Selection under = under(picked);
        builder.selectedProperty().set(under);
        ContextMenu menu = new ContextMenu();
        menu.getItems().add(item("topology.add.host", builder::addHost));
        if (under.isPresent()) {
            menu.getItems().add(item("topology.add.cable", builder::connect));
            menu.getItems().add(item("topology.add.bridge", builder::addBridge));
            menu.getItems().add(item("topology.add.address", builder::addAddress));
            menu.getItems().add(item("topology.rename", builder::rename));
            menu.getItems().add(item("topology.delete", builder::delete));
            List<MenuItem> there = DrawingPainter.subject(picked)
                    .map(region -> places.apply(region.subject()))
                    .orElse(List.of());
            if (!there.isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
                menu.getItems().addAll(there);
            }
        }
        menu.show(frame.getScene().getWindow(), event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private MenuItem item(String key, Runnable verb) {
        MenuItem item = new MenuItem(messages.text(key));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> verb.run());
        return item;
    }

    private static Selection under(Node picked) {
        for (Node node = picked; node != null; node = node.getParent()) {
            if (node instanceof SubjectRegion region
                    && selection(region.subject()).isPresent()) {
                return selection(region.subject());
            }
        }
        return Selection.NONE;
    }

    private static Optional<SubjectRegion> card(Node picked) {
        for (Node node = picked; node != null; node = node.getParent()) {
            if (node instanceof SubjectRegion region && region.subject().kind().equals("host")) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }
}
