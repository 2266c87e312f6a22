package org.packetwalk.desktop.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;

import org.packetwalk.desktop.control.LayerStyle;
import org.packetwalk.desktop.model.StepView;

/**
 * The line of all steps: a tick per step by its kind, the trail up to the current one, and the playhead. Drag and click
 * seek. Where steps are more than the width can show, neighbours share a tick.
 */
public final class Scrubber extends Region {
    private static final PseudoClass FUTURE = PseudoClass.getPseudoClass("future");
    private static final double SIDE = 14;
    private static final double LINE_FROM_BOTTOM = 28;
    private static final double NARROWEST_TICK = 7;
    private static final double LABEL_GAP = 8;
    private static final double WIDTH = 720;
    private static final double ROOMY_TICK = 22;
    private static final double STOP_RADIUS = 3.5;
    private static final double STOP_ABOVE = 14;

    private final ObservableList<StepView> steps = FXCollections.observableArrayList();
    private final Line rail = new Line();
    private final Line trail = new Line();
    private final SVGPath head = new SVGPath();
    private final Tooltip tooltip = new Tooltip();
    private final List<Mark> marks = new ArrayList<>();
    private IntConsumer onSeek = index -> {};
    private int position = -1;
    private double builtFor = -1;

    private final List<Stop> stops = new ArrayList<>();
    private Predicate<StepView> breakpoints = step -> false;

    private record Mark(int index, Node tick, Label phase) {}

    /** A dot where playing stops. */
    private record Stop(int index, Circle dot) {}

    /** A scrubber without steps. */
    public Scrubber() {
        getStyleClass().add("scrubber");
        rail.getStyleClass().add("scrubber-rail");
        trail.getStyleClass().add("scrubber-trail");
        head.getStyleClass().add("scrubber-head");
        head.setContent("M-9 12h18v-10l-9-9l-9 9z");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        steps.addListener((ListChangeListener<StepView>) change -> rebuild());
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            seekTo(event.getX());
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> seekTo(event.getX()));
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> hover(event.getX()));
        Tooltip.install(this, tooltip);
    }

    /** The steps shown. */
    public ObservableList<StepView> steps() {
        return steps;
    }

    /** Moves the playhead to a step, -1 takes it away. */
    public void show(int index) {
        position = index;
        mark();
        requestLayout();
    }

    /** Where playing stops: such steps have a dot. */
    public void stopAt(Predicate<StepView> breakpoint) {
        breakpoints = breakpoint;
        rebuild();
    }

    /** Who is asked to go to a step. */
    public void onSeek(IntConsumer listener) {
        onSeek = listener;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 62;
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected void layoutChildren() {
        if (builtFor != getWidth()) {
            rebuild();
        }
        double y = getHeight() - LINE_FROM_BOTTOM;
        place(rail, x(0), x(steps.size() - 1), y);
        place(trail, x(0), x(Math.max(position, 0)), y);
        double labelEnd = -LABEL_GAP;
        for (Mark mark : marks) {
            mark.tick().relocate(0, 0);
            mark.tick().setLayoutX(x(mark.index()));
            mark.tick().setLayoutY(y);
            labelEnd = placePhase(mark, labelEnd);
        }
        for (Stop stop : stops) {
            stop.dot().setLayoutX(x(stop.index()));
            stop.dot().setLayoutY(y - STOP_ABOVE);
        }
        head.setLayoutX(x(Math.max(position, 0)));
        head.setLayoutY(y + 14);
    }

    private double placePhase(Mark mark, double labelEnd) {
        Label phase = mark.phase();
        if (phase.getText().isEmpty()) {
            return labelEnd;
        }
        double width = phase.prefWidth(-1);
        double left = Math.max(0, Math.min(x(mark.index()) - width / 2, getWidth() - width));
        boolean fits = left >= labelEnd + LABEL_GAP;
        phase.setVisible(fits);
        phase.resizeRelocate(left, 0, width, phase.prefHeight(-1));
        return fits ? left + width : labelEnd;
    }

    private static void place(Line line, double from, double to, double y) {
        line.setStartX(from);
        line.setEndX(to);
        line.setStartY(y);
        line.setEndY(y);
    }

    private double x(int index) {
        int last = Math.max(1, steps.size() - 1);
        return SIDE + Math.max(0, index) * (getWidth() - 2 * SIDE) / last;
    }

    private int indexAt(double x) {
        int last = Math.max(1, steps.size() - 1);
        long index = Math.round((x - SIDE) * last / Math.max(1, getWidth() - 2 * SIDE));
        return (int) Math.max(0, Math.min(index, steps.size() - 1L));
    }

    private void seekTo(double x) {
        if (!steps.isEmpty()) {
            onSeek.accept(indexAt(x));
        }
    }

    private void hover(double x) {
        if (!steps.isEmpty()) {
            tooltip.setText(steps.get(indexAt(x)).sentence());
        }
    }

    private void rebuild() {
        builtFor = getWidth();
        marks.clear();
        stops.clear();
        getChildren().clear();
        setDisable(steps.isEmpty());
        setMaxWidth(Math.max(WIDTH, steps.size() * ROOMY_TICK));
        if (steps.isEmpty()) {
            return;
        }
        getChildren().addAll(rail, trail);
        double room = x(1) - x(0);
        boolean all = room >= NARROWEST_TICK;
        int end = 0;
        for (int i : Ticks.of(steps, room, NARROWEST_TICK)) {
            Label phase = new Label(phase(end, i));
            phase.getStyleClass().add("scrubber-phase");
            phase.setMouseTransparent(true);
            marks.add(new Mark(i, tick(steps.get(i), all ? room : 2 * NARROWEST_TICK), phase));
            end = i + 1;
        }
        marks.forEach(mark -> getChildren().add(mark.tick()));
        marks.stream()
                .map(Mark::phase)
                .filter(phase -> !phase.getText().isEmpty())
                .forEach(getChildren()::add);
        double dotted = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < steps.size(); i++) {
            if (x(i) >= dotted + STOP_RADIUS && breakpoints.test(steps.get(i))) {
                Circle dot = new Circle(STOP_RADIUS);
                dot.getStyleClass().add("scrubber-stop");
                dot.setManaged(false);
                dot.setMouseTransparent(true);
                stops.add(new Stop(i, dot));
                getChildren().add(dot);
                dotted = x(i);
            }
        }
        getChildren().add(head);
        mark();
        requestLayout();
    }

    /** The first phase that begins between two steps, the second included; empty if none does. */
    private String phase(int from, int to) {
        for (int i = from; i <= to; i++) {
            if (!steps.get(i).phase().isEmpty()) {
                return steps.get(i).phase();
            }
        }
        return "";
    }

    private void mark() {
        head.setVisible(position >= 0);
        trail.setVisible(position > 0);
        for (Mark mark : marks) {
            mark.tick().pseudoClassStateChanged(FUTURE, mark.index() > position);
        }
        if (position >= 0 && position < steps.size()) {
            setAccessibleText(steps.get(position).sentence());
        }
    }

    /** A tick as wide as there is room, so that neighbours do not overlap. */
    private static Shape tick(StepView step, double room) {
        double bar = Math.min(8, room * 0.7);
        double gate = Math.min(6, room * 0.5);
        Shape shape = switch (step.tick()) {
            case LAYER -> new Rectangle(-bar / 2, -9, bar, 18);
            case HOOK -> new Rectangle(-gate / 2, -8, gate, 16);
            case DEVICE -> new Circle(Math.min(7, room * 0.4));
            case DROP -> cross();
        };
        String kind = switch (step.tick()) {
            case LAYER -> "tick-layer";
            case HOOK -> "tick-hook";
            case DEVICE -> "tick-device";
            case DROP -> "tick-drop";
        };
        shape.getStyleClass().addAll("tick", kind, LayerStyle.of(step.layer()));
        shape.setManaged(false);
        return shape;
    }

    private static Shape cross() {
        SVGPath cross = new SVGPath();
        cross.setContent("M-6 -6L6 6M6 -6L-6 6");
        return cross;
    }
}
