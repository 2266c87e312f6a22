package org.packetwalk.desktop.paint;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import org.packetwalk.diagram.Box;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Rect;
import org.packetwalk.diagram.Shape;
import org.packetwalk.diagram.Subject;

/**
 * One subject of a drawing on the screen: it can take the focus, shows it as a ring outside itself, and says in words what it
 * is. Its style classes are {@code drawn} and the name of its role.
 */
public final class SubjectRegion extends Region {
    private static final double RING = 5;

    private final Subject subject;
    private final Group content = new Group();
    private final Rectangle ring = new Rectangle();
    private final BooleanProperty byKeyboard = new SimpleBooleanProperty();
    private org.packetwalk.diagram.Group shown;

    SubjectRegion(org.packetwalk.diagram.Group group, ShapeNodes nodes) {
        this.subject = group.subject();
        this.shown = group;
        setManaged(false);
        setId(subject.id());
        getStyleClass().setAll("drawn", group.role().name().toLowerCase(Locale.ROOT));
        content.setManaged(false);
        ring.setManaged(false);
        ring.setFill(null);
        ring.setStrokeWidth(3);
        ring.setArcWidth(24);
        ring.setArcHeight(24);
        ring.setMouseTransparent(true);
        ring.visibleProperty().bind(focusVisibleProperty().or(byKeyboard.and(focusedProperty())));
        focusedProperty().addListener((property, before, now) -> byKeyboard.set(byKeyboard.get() && now));
        getChildren().setAll(content, ring);
        boolean focusable = group.role().focusable();
        setFocusTraversable(focusable);
        setAccessibleRole(focusable ? AccessibleRole.BUTTON : AccessibleRole.NODE);
        setMouseTransparent(
                switch (group.role()) {
                    case HOST, STATION, HOOK, TABLE, ROW, DEVICE, RULE, BITS, OUTSIDE -> false;
                    case WIRE, TRAIL, PACKET -> true;
                });
        if (focusable) {
            hoverProperty().addListener(change -> face(nodes));
        }
        show(group, nodes);
    }

    /** What it stands for. */
    public Subject subject() {
        return subject;
    }

    /** The region of a subject inside this one. */
    Optional<SubjectRegion> inner(Subject wanted) {
        return content.getChildren().stream()
                .filter(SubjectRegion.class::isInstance)
                .map(SubjectRegion.class::cast)
                .filter(region -> region.subject.equals(wanted))
                .findFirst();
    }

    /** Takes the focus and shows it, as if the keyboard had come here. */
    void focusByKeyboard() {
        byKeyboard.set(true);
        requestFocus();
    }

    /** Whether the ring is shown. */
    boolean showsFocus() {
        return ring.isVisible();
    }

    org.packetwalk.diagram.Group shown() {
        return shown;
    }

    void show(org.packetwalk.diagram.Group group, ShapeNodes nodes) {
        shown = group;
        Rect bounds = group.bounds();
        resizeRelocate(bounds.x(), bounds.y(), bounds.width(), bounds.height());
        setAccessibleText(nodes.words(group.accessible()));
        ring.setX(-RING);
        ring.setY(-RING);
        ring.setWidth(bounds.width() + 2 * RING);
        ring.setHeight(bounds.height() + 2 * RING);
        ring.setStroke(nodes.colour(Palette.FOCUS));
        setShapes(group.shapes(), nodes);
    }

    /** Draws other shapes in the same place until the next drawing: a trail that grows. */
    void setShapes(List<Shape> shapes, ShapeNodes nodes) {
        content.setLayoutX(-shown.bounds().x());
        content.setLayoutY(-shown.bounds().y());
        content.getChildren()
                .setAll(shapes.stream().map(shape -> node(shape, nodes)).toList());
    }

    private static Node node(Shape shape, ShapeNodes nodes) {
        return shape instanceof org.packetwalk.diagram.Group inner
                ? new SubjectRegion(inner, nodes)
                : shape.accept(nodes);
    }

    /** Under the pointer the ground is sunken and the edge is that of a control; states keep their colours. */
    private void face(ShapeNodes nodes) {
        if (shown.shapes().isEmpty()
                || !(shown.shapes().get(0) instanceof Box box)
                || box.fill() != Palette.SURFACE
                || !(content.getChildren().get(0) instanceof Rectangle face)) {
            return;
        }
        face.setFill(nodes.colour(isHover() ? Palette.SUNKEN : Palette.SURFACE));
        if (box.stroke().colour() == Palette.LINE2) {
            face.setStroke(nodes.colour(isHover() ? Palette.CTL : Palette.LINE2));
        }
    }

    /** The rectangle it covers in the drawing. */
    public Rectangle2D bounds() {
        Rect bounds = shown.bounds();
        return new Rectangle2D(bounds.x(), bounds.y(), bounds.width(), bounds.height());
    }
}
