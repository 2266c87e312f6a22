package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.Label.Cut;
import org.packetwalk.diagram.RoutePicture.Node;
import org.packetwalk.diagram.RoutePicture.NodeState;
import org.packetwalk.diagram.RoutePicture.Return;
import org.packetwalk.diagram.RoutePicture.Trie;

/** Draws the way of a search through a trie: level by level, the nodes it came to, and the ways back up as dashed lines. */
final class TrieShapes {
    private static final double LEVEL = 92;
    private static final double BOX = 42;
    private static final double PILL = 30;
    private static final double LINE = 19;

    private final double x;
    private final double width;

    TrieShapes(double x, double width) {
        this.x = x;
        this.width = width;
    }

    /** Draws a trie below a height into the list and answers the height below it. */
    double draw(Trie trie, double top, List<Shape> shapes) {
        shapes.add(Label.of(
                Text.literal(trie.table()),
                new Point(x, top + 14),
                Anchor.START,
                TextStyle.of(TextRole.TABLE_NAME),
                Palette.L3));
        shapes.add(Label.of(
                        trie.tests(),
                        new Point(x + width, top + 14),
                        Anchor.END,
                        TextStyle.of(TextRole.TABLE_STATUS),
                        Palette.INK3)
                .within(width - 90, Cut.END));
        List<Rect> boxes = boxes(trie, top + 34);
        double bottom = top + 34;
        for (int i = 0; i < boxes.size(); i++) {
            Node node = trie.nodes().get(i);
            bottom = Math.max(bottom, boxes.get(i).bottom());
            if (node.parent() >= 0) {
                shapes.addAll(branch(node, boxes.get(node.parent()), boxes.get(i)));
            }
        }
        trie.returns().forEach(way -> shapes.addAll(back(way, boxes)));
        for (int i = 0; i < boxes.size(); i++) {
            shapes.addAll(node(trie.nodes().get(i), boxes.get(i)));
        }
        double y = bottom + 24;
        for (int i = 0; i < trie.ends().size(); i++) {
            boolean last = i == trie.ends().size() - 1;
            shapes.add(Label.of(
                            trie.ends().get(i),
                            new Point(x, y),
                            Anchor.START,
                            TextStyle.of(last ? TextRole.BODY_STRONG : TextRole.DIRECTION),
                            last ? Palette.INK : Palette.INK2)
                    .within(width, Cut.END));
            y += LINE + 2;
        }
        return y + 2;
    }

    /** A place for each node: its level by its depth, its column by its parent's order. */
    private List<Rect> boxes(Trie trie, double top) {
        var levels = new TreeMap<Integer, List<Integer>>();
        List<Node> nodes = trie.nodes();
        var depths = new int[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            int parent = nodes.get(i).parent();
            depths[i] = parent < 0 ? 0 : depths[parent] + 1;
            levels.computeIfAbsent(depths[i], depth -> new ArrayList<>()).add(i);
        }
        var boxes = new Rect[nodes.size()];
        levels.forEach((depth, members) -> {
            double share = width / members.size();
            double wide = Math.min(186, share - 16);
            for (int i = 0; i < members.size(); i++) {
                Node node = nodes.get(members.get(i));
                double center = x + share * (i + 0.5);
                double y = top + depth * LEVEL;
                boolean pill = !node.leaf() && node.state() == NodeState.VISITED;
                double w = pill ? Math.min(wide, 140) : wide;
                boxes[members.get(i)] = new Rect(center - w / 2, y, w, pill ? PILL : BOX);
            }
        });
        return List.of(boxes);
    }

    private static List<Shape> branch(Node node, Rect parent, Rect child) {
        boolean taken = node.state() != NodeState.NOT_VISITED;
        Point from = new Point(parent.centerX(), parent.bottom());
        Point to = new Point(child.centerX(), child.y());
        double half = (from.y() + to.y()) / 2;
        Stroke stroke = taken ? Stroke.solid(Palette.PKT_LINE, 3.4) : Stroke.solid(Palette.LINE2, 1.4);
        var curve = new Path(
                List.of(
                        new PathStep.MoveTo(from.x(), from.y()),
                        new PathStep.CurveTo(from.x(), half, to.x(), half, to.x(), to.y())),
                Palette.NONE,
                stroke);
        boolean right = to.x() > from.x() + 1;
        double at = from.x() + (to.x() - from.x()) * 0.62;
        return List.of(
                curve,
                Label.of(
                        Text.literal(node.slot()),
                        new Point(right ? at + 8 : at - 8, half - 3),
                        right ? Anchor.START : Anchor.END,
                        TextStyle.of(taken ? TextRole.TABLE_HIT : TextRole.TABLE_ROW),
                        taken ? Palette.PKT_TEXT : Palette.INK3));
    }

    private static List<Shape> back(Return way, List<Rect> boxes) {
        Rect from = boxes.get(way.from());
        Rect to = boxes.get(way.to());
        boolean right = from.centerX() > to.centerX() + 1;
        double startX = right ? from.right() - 18 : from.x() + 18;
        double endX = right ? to.right() + 7 : to.x() - 7;
        double y = to.centerY();
        double reach = right ? Math.max(startX, endX + 22) : Math.min(startX, endX - 22);
        var stroke = Stroke.solid(Palette.DROP, 1.8);
        var shapes = new ArrayList<Shape>();
        shapes.add(new Path(
                List.of(
                        new PathStep.MoveTo(startX, from.y()),
                        new PathStep.CurveTo(reach, from.y() - 30, reach, y + 4, endX, y)),
                Palette.NONE,
                stroke.styled(LineStyle.NOT_REACHED)));
        double tail = right ? 7 : -7;
        shapes.add(Path.through(
                List.of(new Point(endX + tail, y - 5), new Point(endX, y), new Point(endX + tail, y + 5)), stroke));
        shapes.addAll(number(way.number(), new Point((startX + reach) / 2 + (right ? 4 : -4), from.y() - 26)));
        return shapes;
    }

    private static List<Shape> node(Node node, Rect box) {
        boolean pill = box.height() == PILL;
        Palette fill = node.state() == NodeState.WINNER ? Palette.PKT : Palette.SURFACE;
        Stroke edge = node.current()
                ? Stroke.solid(Palette.PKT_LINE, 3.2)
                : switch (node.state()) {
                    case VISITED -> Stroke.solid(Palette.PKT_LINE, 2);
                    case FAILED -> Stroke.solid(Palette.DROP, 2);
                    case WINNER -> Stroke.solid(Palette.PKT_LINE, 2.2);
                    case NOT_VISITED -> Stroke.solid(Palette.LINE2, 1.4);
                };
        Palette ink = switch (node.state()) {
            case VISITED, FAILED -> Palette.INK;
            case WINNER -> Palette.PKT_INK;
            case NOT_VISITED -> Palette.INK3;
        };
        Palette quiet = switch (node.state()) {
            case FAILED -> Palette.DROP;
            case WINNER -> Palette.PKT_INK;
            case VISITED, NOT_VISITED -> Palette.INK3;
        };
        var shapes = new ArrayList<Shape>();
        shapes.add(new Box(box, pill ? PILL / 2 : 6, fill, edge));
        boolean alone = node.note().isEmpty();
        double line = alone ? box.centerY() + 4.5 : box.y() + 17;
        shapes.add(Label.of(
                        node.name(),
                        new Point(box.centerX(), line),
                        Anchor.MIDDLE,
                        new TextStyle(TextRole.HOST_ADDRESS, 13),
                        ink)
                .within(box.width() - 8, Cut.MIDDLE));
        if (!alone) {
            shapes.add(Label.of(
                            node.note(),
                            new Point(box.centerX(), box.bottom() - 8),
                            Anchor.MIDDLE,
                            TextStyle.of(TextRole.TABLE_STATUS),
                            quiet)
                    .within(box.width() - 8, Cut.END));
        }
        double corner = node.state() == NodeState.WINNER ? box.right() : box.x();
        shapes.addAll(number(node.number(), new Point(corner, box.y() + 4)));
        return shapes;
    }

    private static List<Shape> number(int number, Point at) {
        if (number == 0) {
            return List.of();
        }
        return List.of(
                new Circle(at, 10.5, Palette.SURFACE, Stroke.solid(Palette.INK, 1.5)),
                Label.of(
                        Text.literal(Integer.toString(number)),
                        at.plus(0, 4.6),
                        Anchor.MIDDLE,
                        TextStyle.of(TextRole.BADGE),
                        Palette.INK));
    }
}
