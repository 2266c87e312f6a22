package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.Label.Cut;
import org.packetwalk.diagram.StackPicture.StationView;

/** Draws one station in its state: a layer as a rounded box with a bar, a netfilter hook as a square gate with brackets. */
final class StationShapes {
    /** The smallest letters of a title, in pixels. */
    private static final double LEAST_TITLE = 12;

    /** From this height on there is room for a second line, in pixels. */
    /** Below this height two lines have less between them. */
    private static final double LOW = 42;

    private static final double TWO_LINES = 48;

    /** From this height on there is room for a third one, in pixels. */
    private static final double THREE_LINES = 62;

    private final HostFrame frame;

    StationShapes(HostFrame frame) {
        this.frame = frame;
    }

    Group draw(StationView view) {
        Rect box = frame.stations().get(view.station());
        boolean hook = view.station().layer() == Station.Layer.HOOK;
        var shapes = new ArrayList<Shape>();
        StationState state = view.state();
        if (state.holdsPacket() && view.station() != Station.FORWARD) {
            Palette ring = state == StationState.DROPPED ? Palette.DROP : Palette.PKT_LINE;
            shapes.add(new Box(
                    box.grown(6), 13, Palette.NONE, Stroke.solid(ring, 1.5).faded(0.45)));
        }
        shapes.add(0, new Box(box, hook ? 3 : 8, view.hollow() ? hollow(state) : fill(state), edge(view)));
        if (view.station() == Station.FORWARD) {
            shapes.add(forwardTitle(view, box));
        } else {
            shapes.addAll(hook ? brackets(view, box) : bar(view, box));
            shapes.addAll(texts(view, box, hook));
        }
        if (view.breakpoint()) {
            shapes.add(new Circle(
                    new Point(box.x(), box.centerY()), 5.5, Palette.INK, Stroke.solid(Palette.SURFACE, 1.5)));
        }
        return new Group(
                Subject.station(frame.host().id(), view.station()),
                hook ? Group.Role.HOOK : Group.Role.STATION,
                accessible(view),
                box,
                shapes);
    }

    private static Text accessible(StationView view) {
        Text layer = view.station().layer().word().text();
        Text state = view.state().word().text();
        return view.badge().isEmpty()
                ? Word.ACCESSIBLE_STATION.text(view.title(), layer, state)
                : Word.ACCESSIBLE_STATION_RESULT.text(view.title(), layer, state, view.badge());
    }

    private static Palette fill(StationState state) {
        return switch (state) {
            case CURRENT, WAITING -> Palette.PKT_TINT;
            case DROPPED -> Palette.DROP_TINT;
            case DEFAULT, PASSED, NOT_REACHED -> Palette.SURFACE;
        };
    }

    /** A gate without a rule is open: it has the ground of its band. */
    private static Palette hollow(StationState state) {
        return state == StationState.DEFAULT || state == StationState.PASSED ? Palette.L3_BAND : fill(state);
    }

    private static Stroke edge(StationView view) {
        boolean forward = view.station() == Station.FORWARD;
        return switch (view.state()) {
            case CURRENT -> Stroke.solid(Palette.PKT_LINE, 3);
            case WAITING -> Stroke.solid(Palette.PKT_LINE, 3).styled(LineStyle.WAITING);
            case DROPPED -> Stroke.solid(Palette.DROP, 3);
            case PASSED -> Stroke.solid(view.station().layer().line(), 1.8);
            case NOT_REACHED -> Stroke.solid(Palette.LINE2, 1.4).styled(LineStyle.NOT_REACHED);
            case DEFAULT -> Stroke.solid(Palette.LINE2, 1.4).styled(forward ? LineStyle.NOT_REACHED : LineStyle.SOLID);
        };
    }

    private List<Shape> bar(StationView view, Rect box) {
        return switch (view.state()) {
            case CURRENT, WAITING, DROPPED -> List.of();
            case DEFAULT, PASSED, NOT_REACHED -> {
                Palette colour = view.state() == StationState.NOT_REACHED
                        ? Palette.LINE2
                        : view.station().layer().line();
                double x = box.x() + 2.5;
                yield List.of(
                        new Line(new Point(x, box.y() + 9), new Point(x, box.bottom() - 9), Stroke.solid(colour, 4)));
            }
        };
    }

    private static List<Shape> brackets(StationView view, Rect box) {
        Palette colour = switch (view.state()) {
            case NOT_REACHED -> Palette.LINE2;
            case DROPPED -> Palette.DROP;
            case DEFAULT, CURRENT, PASSED, WAITING -> Palette.NF;
        };
        Stroke stroke = Stroke.solid(colour, 2);
        double top = box.y() + 9;
        double bottom = box.bottom() - 9;
        return List.of(
                Path.through(
                        List.of(
                                new Point(box.x() + 9, top),
                                new Point(box.x() + 5, top),
                                new Point(box.x() + 5, bottom),
                                new Point(box.x() + 9, bottom)),
                        stroke),
                Path.through(
                        List.of(
                                new Point(box.right() - 9, top),
                                new Point(box.right() - 5, top),
                                new Point(box.right() - 5, bottom),
                                new Point(box.right() - 9, bottom)),
                        stroke));
    }

    private Label forwardTitle(StationView view, Rect box) {
        TextStyle style = frame.metrics().style(TextRole.HOOK_FORWARD);
        boolean quiet = !view.state().reached();
        var at = new Point(box.centerX(), box.centerY() + style.size() * 0.36);
        return Label.of(view.title(), at, Anchor.MIDDLE, style, quiet ? Palette.INK3 : Palette.INK)
                .within(box.width() - 12, Cut.END);
    }

    private List<Shape> texts(StationView view, Rect box, boolean hook) {
        StackMetrics metrics = frame.metrics();
        boolean away = view.state() == StationState.NOT_REACHED;
        boolean withFunction = !view.function().isEmpty()
                && switch (metrics.functions()) {
                    case ALL -> true;
                    case CURRENT -> view.state().holdsPacket();
                    case NONE -> false;
                };
        boolean routing = view.station().layer() == Station.Layer.NETWORK;
        TextStyle title = fitting(
                view.title(), metrics.style(routing ? TextRole.ROUTING_DECISION : TextRole.STATION), box.width() - 32);
        TextStyle badge = metrics.style(TextRole.BADGE);
        TextStyle function = metrics.style(TextRole.FUNCTION);
        double x = box.x() + 18;
        double room = box.width() - 30;
        double result = TextWidth.of(view.badge(), badge, Word.length(view.badge()));
        // a title is read whole: a result that does not fit beside it stands below, or gives way to the check
        boolean beside = TextWidth.of(view.title(), title, Word.length(view.title())) + 10 + result <= room;
        boolean tall = withFunction || box.height() >= TWO_LINES;
        boolean below = !view.badge().isEmpty() && !beside && tall && result <= room;
        boolean shown = !view.badge().isEmpty() && (beside || below);
        boolean check = !shown
                && view.state() == StationState.PASSED
                && TextWidth.of(view.title(), title, Word.length(view.title())) + 30 <= room;
        boolean second = withFunction || below;
        boolean third = withFunction && below && box.height() >= THREE_LINES;
        // in a low box two lines are closer together, so that neither touches its edge
        double apart = box.height() < LOW ? 14 : 18;
        double line = third
                ? box.centerY() - 12
                : second ? box.centerY() + 6 - apart / 2 : box.centerY() + title.size() * 0.36;
        double taken = check ? 30 + (hook ? 24 : 18) : shown && beside ? 40 + result : 30;
        var shapes = new ArrayList<Shape>();
        shapes.add(Label.of(view.title(), new Point(x, line), Anchor.START, title, away ? Palette.INK3 : Palette.INK)
                .within(box.width() - taken, Cut.END));
        if (below) {
            double at = box.centerY() + (third ? 24 : 6 + apart / 2);
            shapes.add(Label.of(view.badge(), new Point(x, at), Anchor.START, badge, badgeColour(view.state())));
        }
        if (withFunction && (third || !below)) {
            shapes.add(Label.of(
                            Text.literal(view.function()),
                            new Point(x, box.centerY() + (third ? 6 : 6 + apart / 2)),
                            Anchor.START,
                            function,
                            away ? Palette.INK3 : Palette.INK2)
                    .within(box.width() - (hook ? 30 : 24), Cut.MIDDLE));
        }
        if (shown && beside) {
            shapes.add(Label.of(
                    view.badge(),
                    new Point(box.right() - (hook ? 16 : 14), line),
                    Anchor.END,
                    badge,
                    badgeColour(view.state())));
        } else if (check) {
            double cx = box.right() - (hook ? 34 : 28);
            double cy = box.centerY() - (second ? 8 : 0);
            shapes.add(Path.through(
                    List.of(new Point(cx, cy), new Point(cx + 4.5, cy + 4.5), new Point(cx + 13.5, cy - 5.5)),
                    Stroke.solid(view.station().layer().line(), 2.4)));
        }
        return shapes;
    }

    /** A title is read whole: where the box is narrow its letters are smaller, down to those of the smallest text. */
    private static TextStyle fitting(Text title, TextStyle style, double room) {
        double width = TextWidth.of(title, style, Word.length(title));
        return width <= room ? style : new TextStyle(style.role(), Math.max(LEAST_TITLE, style.size() * room / width));
    }

    private static Palette badgeColour(StationState state) {
        return switch (state) {
            case DROPPED -> Palette.DROP;
            case CURRENT, WAITING -> Palette.PKT_TEXT;
            case PASSED -> Palette.OK;
            case DEFAULT, NOT_REACHED -> Palette.INK3;
        };
    }
}
