package org.packetwalk.desktop.paint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javafx.animation.AnimationTimer;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;

import org.packetwalk.diagram.DiagramLayout;
import org.packetwalk.diagram.DiagramLayout.Journey;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.Palette;
import org.packetwalk.diagram.Rect;
import org.packetwalk.diagram.Subject;
import org.packetwalk.diagram.Text;
import org.packetwalk.diagram.Theme;

/**
 * Shows the stack view and moves packets between its steps. What stands still is painted by a {@link DrawingPainter}; what
 * moves is drawn by a {@link MovingLayer}, and a timer runs only while something moves. It changes nothing but the picture: the
 * step it goes to is the next one at once.
 */
public final class PacketAnimation {
    private final Pane view = new Pane();
    private final Pane ground = new Pane();
    private final Rectangle lookedAt = new Rectangle();
    private final DrawingPainter painter;
    private final MovingLayer layer;
    private final TokenImages images = new TokenImages();
    private final AnimationTimer timer = new Frames();
    private DiagramLayout shown = new DiagramLayout(
            new Drawing(new org.packetwalk.diagram.Size(0, 0), List.of()), Map.of(), List.of(), List.of());
    private DiagramLayout target = shown;
    private List<Moving> moving = List.of();
    private List<LookupMotion> lookups = List.of();
    private boolean lookingUp;
    private Theme theme = Theme.LIGHT;
    private double trailWidth = 5;
    private double speed = 1;
    private boolean reducedMotion;
    private double elapsed;
    private Runnable finished = () -> {};

    /** A view with texts looked up by {@code words}. */
    public PacketAnimation(Fonts fonts, Function<Text, String> words) {
        painter = new DrawingPainter(ground, fonts, words);
        layer = new MovingLayer(painter.aboveTrails());
        lookedAt.setMouseTransparent(true);
        lookedAt.setManaged(false);
        lookedAt.setVisible(false);
        lookedAt.setFill(null);
        lookedAt.setStrokeWidth(2);
        lookedAt.setArcWidth(6);
        lookedAt.setArcHeight(6);
        view.getChildren().setAll(ground, layer.node(), lookedAt);
    }

    /** The node to put into the window. */
    public Pane view() {
        return view;
    }

    /** The painter of what stands still, for focus and clicks. */
    public DrawingPainter painter() {
        return painter;
    }

    /** 1 is the normal speed, 4 four times as fast. */
    public void setSpeed(double factor) {
        speed = factor;
    }

    /** Whether packets fade instead of travelling. */
    public void setReducedMotion(boolean reduced) {
        reducedMotion = reduced;
    }

    /** How thick trails are. */
    public void setTrailWidth(double width) {
        trailWidth = width;
    }

    /** Called each time a movement has come to its end. */
    public void onFinished(Runnable action) {
        finished = action;
    }

    /** Whether something moves now. */
    public boolean moving() {
        return !moving.isEmpty() || !lookups.isEmpty();
    }

    /** Shows a step at once; a movement under way is given up. */
    public void show(DiagramLayout layout, Theme inTheme) {
        stop();
        theme = inTheme;
        shown = layout;
        target = layout;
        painter.show(layout.drawing(), theme);
    }

    /** Goes to the next step, or a step back, with movement. A movement under way is finished at once. */
    public void move(DiagramLayout next) {
        finish();
        var motions = new ArrayList<Moving>();
        Map<Integer, Journey> journeys = new HashMap<>();
        shown.journeys().forEach(journey -> journeys.put(journey.traveller().number(), journey));
        for (Journey after : next.journeys()) {
            Optional.ofNullable(journeys.get(after.traveller().number()))
                    .filter(before -> TokenMotion.joins(before.traveller(), after.traveller()))
                    .map(before -> TokenMotion.between(before, after, reducedMotion))
                    .filter(PacketAnimation::isSeen)
                    .ifPresent(motion -> motions.add(moving(motion)));
        }
        List<LookupMotion> before = LookupMotion.of(shown);
        List<LookupMotion> asked = reducedMotion
                ? List.of()
                : LookupMotion.of(next).stream()
                        .filter(lookup -> !before.contains(lookup))
                        .toList();
        boolean resized = !next.drawing().size().equals(shown.drawing().size());
        if (resized || !follows(journeys, next) || (motions.isEmpty() && asked.isEmpty())) {
            show(next, theme);
            finished.run();
            return;
        }
        target = next;
        moving = List.copyOf(motions);
        lookups = List.copyOf(asked);
        lookingUp = false;
        if (reducedMotion) {
            // the trail and the stations appear whole, only the token fades
            painter.show(next.drawing(), theme);
        }
        moving.forEach(one -> {
            painter.setVisible(Subject.packet(one.number()), false);
            if (!reducedMotion) {
                painter.redraw(Subject.trail(one.number()), one.restingTrail(trailWidth));
            }
        });
        layer.begin(
                moving, next.drawing().size(), !reducedMotion, painter.nodes().colour(Palette.PKT_LINE), trailWidth);
        elapsed = 0;
        if (moving.isEmpty()) {
            lookUp();
        }
        draw();
        timer.start();
    }

    /** Whether the next picture goes on from this one, or back: a jump elsewhere is shown at once. */
    private static boolean follows(Map<Integer, Journey> before, DiagramLayout next) {
        return next.journeys().stream().map(Journey::traveller).allMatch(after -> {
            Journey same = before.get(after.number());
            return same == null || TokenMotion.joins(same.traveller(), after);
        });
    }

    /** The packets have arrived: what they ask is shown next. */
    private void lookUp() {
        lookingUp = true;
        elapsed = 0;
        layer.end();
        painter.show(target.drawing(), theme);
        lookedAt.setStroke(painter.nodes().colour(Palette.PKT_LINE));
    }

    /** Brings a movement under way to its end at once. */
    public void finish() {
        if (moving()) {
            show(target, theme);
            finished.run();
        }
    }

    /** Lets this much time pass, in milliseconds. The timer of the window calls it; a test may. */
    void pass(double millis) {
        elapsed += millis * speed;
        if (!lookingUp
                && moving.stream().allMatch(one -> elapsed >= one.motion().millis())) {
            if (lookups.isEmpty()) {
                finish();
                return;
            }
            lookUp();
        }
        if (lookingUp && lookups.stream().allMatch(lookup -> elapsed >= lookup.millis())) {
            finish();
        } else {
            draw();
        }
    }

    private static boolean isSeen(TokenMotion motion) {
        return motion.kind() == TokenMotion.Kind.FADE
                ? !motion.before()
                        .traveller()
                        .way()
                        .equals(motion.after().traveller().way())
                : motion.millis() > 0;
    }

    private Moving moving(TokenMotion motion) {
        Window window = view.getScene() == null ? null : view.getScene().getWindow();
        double scale = window == null ? 1 : window.getOutputScaleX();
        return new Moving(
                motion,
                images.of(motion.before().token(), painter.nodes(), scale),
                images.of(motion.after().token(), painter.nodes(), scale));
    }

    private void stop() {
        timer.stop();
        moving = List.of();
        lookups = List.of();
        lookingUp = false;
        layer.end();
        lookedAt.setVisible(false);
    }

    private void draw() {
        if (lookingUp) {
            for (LookupMotion lookup : lookups) {
                painter.redraw(lookup.subject(), lookup.lineAt(elapsed));
                List<Rect> rows = lookup.rowAt(elapsed);
                lookedAt.setVisible(!rows.isEmpty());
                rows.forEach(this::lookAt);
            }
        } else {
            layer.draw(elapsed);
        }
    }

    private void lookAt(Rect row) {
        lookedAt.setX(row.x() + 1);
        lookedAt.setY(row.y() + 1);
        lookedAt.setWidth(row.width() - 2);
        lookedAt.setHeight(row.height() - 2);
    }

    /** Measures the time between frames. A slow machine drops frames, the movement keeps its pace. */
    private final class Frames extends AnimationTimer {
        private static final double NANOS_PER_MILLI = 1_000_000;
        private long last;

        @Override
        public void start() {
            last = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            if (last != 0) {
                pass((now - last) / NANOS_PER_MILLI);
            }
            last = now;
        }
    }
}
