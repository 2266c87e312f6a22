package org.packetwalk.desktop.paint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;

import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Group;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Shape;
import org.packetwalk.diagram.Subject;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.Theme;

/**
 * Shows a drawing in a pane. What can be focused becomes a {@link SubjectRegion}, everything else plain shapes below and
 * between them. Showing the next drawing keeps the nodes of shapes that did not change, and the focus.
 */
public final class DrawingPainter {
    private final Pane pane;
    private final Fonts fonts;
    private final Function<Text, String> words;
    private final Map<Subject, SubjectRegion> regions = new LinkedHashMap<>();
    private final javafx.scene.Group aboveTrails = new javafx.scene.Group();
    private final List<Node> drawn = new ArrayList<>();
    private List<Shape> shapes = List.of();
    private ShapeNodes nodes;
    private Consumer<Subject> opened = subject -> {};

    /** Paints into a pane, with texts looked up by {@code words}. */
    public DrawingPainter(Pane pane, Fonts fonts, Function<Text, String> words) {
        this.pane = pane;
        this.fonts = fonts;
        this.words = words;
        this.nodes = new ShapeNodes(fonts, words, Theme.LIGHT);
        aboveTrails.setManaged(false);
        aboveTrails.setMouseTransparent(true);
        pane.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        pane.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** Called with the subject that was clicked, or on which Enter was pressed. */
    public void onOpen(Consumer<Subject> action) {
        opened = action;
    }

    /** The subject that has the focus. */
    public Optional<Subject> focused() {
        return pane.getScene() != null && pane.getScene().getFocusOwner() instanceof SubjectRegion region
                ? Optional.of(region.subject())
                : Optional.empty();
    }

    /** Moves the focus along an order of subjects; without a focus it starts at the first one, or at the last one. */
    public void moveFocus(List<Subject> order, int by) {
        List<Subject> there =
                order.stream().filter(subject -> find(subject).isPresent()).toList();
        if (there.isEmpty()) {
            return;
        }
        int now = focused().map(there::indexOf).orElse(-1);
        int next = now < 0 ? (by > 0 ? 0 : there.size() - 1) : Math.max(0, Math.min(there.size() - 1, now + by));
        find(there.get(next)).ifPresent(SubjectRegion::focusByKeyboard);
    }

    /** Shows a drawing in a theme. */
    public void show(Drawing drawing, Theme theme) {
        Optional<Subject> had = focused();
        boolean fresh = theme != nodes.theme();
        if (fresh) {
            nodes = new ShapeNodes(fonts, words, theme);
        }
        pane.setBackground(Background.fill(nodes.colour(Palette.BG)));
        pane.setPrefSize(drawing.size().width(), drawing.size().height());
        pane.setMinSize(drawing.size().width(), drawing.size().height());
        Map<Shape, Deque<Node>> plain = fresh ? new HashMap<>() : plainNodes();
        Map<Subject, SubjectRegion> before = new LinkedHashMap<>(regions);
        regions.clear();
        drawn.clear();
        int trails = 0;
        for (Shape shape : drawing.shapes()) {
            if (shape instanceof Group group) {
                drawn.add(region(group, before.get(group.subject()), fresh));
                trails = group.role() == Group.Role.TRAIL ? drawn.size() : trails;
            } else {
                Deque<Node> same = plain.get(shape);
                drawn.add(same == null || same.isEmpty() ? shape.accept(nodes) : same.poll());
            }
        }
        shapes = drawing.shapes();
        var next = new ArrayList<Node>(drawn);
        next.add(trails, aboveTrails);
        replace(pane.getChildren(), next);
        // what stands inside another is built anew, and keeps the focus all the same
        had.filter(subject -> focused().isEmpty() && !regions.containsKey(subject))
                .flatMap(this::find)
                .ifPresent(SubjectRegion::focusByKeyboard);
    }

    /** A place right above the trails and below all that stands on them, for what moves there. */
    javafx.scene.Group aboveTrails() {
        return aboveTrails;
    }

    /** The region of a subject, shown on its own or inside another. */
    private Optional<SubjectRegion> find(Subject subject) {
        return region(subject)
                .or(() -> regions.values().stream()
                        .flatMap(region -> region.inner(subject).stream())
                        .findFirst());
    }

    /** The region of a subject that is shown on its own, not inside another. */
    public Optional<SubjectRegion> region(Subject subject) {
        return Optional.ofNullable(regions.get(subject));
    }

    /** The regions the keyboard can go to, in the order of the drawing. */
    public List<SubjectRegion> focusable() {
        return regions.values().stream()
                .filter(region -> region.shown().role().focusable())
                .toList();
    }

    /** The theme of the drawing that is shown. */
    public Theme theme() {
        return nodes.theme();
    }

    ShapeNodes nodes() {
        return nodes;
    }

    /** Draws another shape in the place of a subject until the next drawing is shown. */
    void redraw(Subject subject, Shape shape) {
        SubjectRegion region = regions.get(subject);
        if (region != null) {
            region.setShapes(List.of(shape), nodes);
        }
    }

    /** Shows or hides a subject. */
    void setVisible(Subject subject, boolean visible) {
        SubjectRegion region = regions.get(subject);
        if (region != null) {
            region.setVisible(visible);
        }
    }

    private SubjectRegion region(Group group, SubjectRegion before, boolean fresh) {
        SubjectRegion region = before;
        if (region == null || region.shown().role() != group.role() || fresh) {
            region = new SubjectRegion(group, nodes);
        } else if (!region.shown().equals(group) || group.role() == Group.Role.TRAIL) {
            region.show(group, nodes);
        }
        region.setVisible(true);
        regions.put(group.subject(), region);
        return region;
    }

    private Map<Shape, Deque<Node>> plainNodes() {
        var plain = new HashMap<Shape, Deque<Node>>();
        for (int i = 0; i < shapes.size(); i++) {
            if (!(shapes.get(i) instanceof Group)) {
                plain.computeIfAbsent(shapes.get(i), shape -> new ArrayDeque<>())
                        .add(drawn.get(i));
            }
        }
        return plain;
    }

    /** Makes the list hold these nodes, without taking out a node that stays: taking it out would take its focus. */
    private static void replace(ObservableList<Node> children, List<Node> next) {
        children.retainAll(new HashSet<>(next));
        for (int i = 0; i < next.size(); i++) {
            Node node = next.get(i);
            if (i < children.size() && children.get(i) == node) {
                continue;
            }
            children.remove(node);
            children.add(i, node);
        }
    }

    private void clicked(MouseEvent event) {
        if (!event.isStillSincePress()) {
            // the end of a drag is not a press, and takes no focus
            return;
        }
        if (event.getButton() == MouseButton.PRIMARY) {
            subject(event.getPickResult().getIntersectedNode()).ifPresent(region -> {
                region.requestFocus();
                opened.accept(region.subject());
            });
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof SubjectRegion region) {
            opened.accept(region.subject());
            event.consume();
        }
    }

    /** The thing at a node of a picture, such as the station around a label. */
    public static Optional<SubjectRegion> subject(Node picked) {
        for (Node node = picked; node != null; node = node.getParent()) {
            if (node instanceof SubjectRegion region) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }
}
