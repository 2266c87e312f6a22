package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.Label.Anchor;
import org.packetwalk.diagram.Label.Cut;
import org.packetwalk.diagram.StackPicture.Asking;
import org.packetwalk.diagram.StackPicture.TableRow;
import org.packetwalk.diagram.StackPicture.TableState;
import org.packetwalk.diagram.StackPicture.TableView;

/** Draws the rule tables between the two routing decisions, as many rows as there is room for, always the one that hit. */
final class TableShapes {
    private static final double SPACE = 6;
    private static final double FOOT = 5;
    private static final double LEAST_ROW = 0.88;
    private static final double NARROW = 160;
    /** Narrower tables than this have no room for addresses. */
    private static final double NAMES_ONLY = 120;

    /** The width of a word that is not known here is reckoned by wide letters: it is a little less. */
    private static final double NEARLY = 0.85;

    private final HostFrame frame;
    private final StackMetrics.Tables measures;
    private final double rowHeight;

    TableShapes(HostFrame frame) {
        this.frame = frame;
        this.measures = frame.metrics().tables();
        this.rowHeight = rowHeight();
    }

    /** Rows move a little closer together before one of them is left out. */
    private double rowHeight() {
        List<TableView> tables = frame.host().tables();
        double fixed = -SPACE;
        int rows = 0;
        for (TableView table : tables) {
            fixed += SPACE + measures.head() + (table.rows().isEmpty() ? 1 : FOOT);
            rows += table.rows().size();
        }
        double fitting = (frame.tableArea().height() - fixed) / Math.max(1, rows);
        boolean allShown = tables.stream().allMatch(table -> table.rows().size() <= measures.rows());
        return allShown && fitting >= measures.row() * LEAST_ROW ? Math.min(measures.row(), fitting) : measures.row();
    }

    List<Shape> draw() {
        Rect area = frame.tableArea();
        List<TableView> tables = frame.host().tables();
        var visible = new ArrayList<>(tables);
        while (visible.size() > 1 && leastHeight(visible, visible.size() < tables.size()) > area.height()) {
            visible.remove(leastWanted(visible));
        }
        int shown = visible.size();
        int[] rows = rowsThatFit(visible, shown < tables.size(), area.height());
        var shapes = new ArrayList<Shape>();
        var hit = new ArrayList<Point>();
        double y = area.y();
        for (int i = 0; i < shown; i++) {
            TableView table = visible.get(i);
            var bounds = new Rect(area.x(), y, area.width(), height(table, rows[i]));
            shapes.add(table(table, rows[i], bounds, hit));
            y = bounds.bottom() + SPACE;
        }
        if (shown < tables.size()) {
            TextStyle style = frame.metrics().style(TextRole.TABLE_STATUS);
            shapes.add(Label.of(
                    Word.MORE_TABLES.text(Text.literal(Integer.toString(tables.size() - shown))),
                    new Point(area.x() + 10, y + 12),
                    Anchor.START,
                    style,
                    Palette.INK3));
        }
        shapes.addAll(lookup(area, hit));
        return shapes;
    }

    /** The last table that did not decide. */
    private static int leastWanted(List<TableView> tables) {
        for (int i = tables.size() - 1; i > 0; i--) {
            if (tables.get(i).state() != TableState.HIT) {
                return i;
            }
        }
        return 0;
    }

    private double height(TableView table, int rows) {
        if (rows == 0) {
            return measures.head() + 1;
        }
        int lines = rows < table.rows().size() ? rows + 1 : rows;
        return measures.head() + lines * rowHeight + FOOT;
    }

    private double total(List<TableView> tables, int[] rows, boolean more) {
        double height = more ? 18 : -SPACE;
        for (int i = 0; i < tables.size(); i++) {
            height += height(tables.get(i), rows[i]) + SPACE;
        }
        return height;
    }

    private double leastHeight(List<TableView> tables, boolean more) {
        int[] rows = new int[tables.size()];
        for (int i = 0; i < rows.length; i++) {
            boolean folded = tables.get(i).state() == TableState.NOT_ASKED
                    || frame.tableArea().width() < NAMES_ONLY;
            rows[i] = folded ? 0 : Math.min(1, tables.get(i).rows().size());
        }
        return total(tables, rows, more);
    }

    private int[] rowsThatFit(List<TableView> tables, boolean more, double room) {
        int[] rows = new int[tables.size()];
        if (frame.tableArea().width() < NAMES_ONLY) {
            return rows;
        }
        for (int i = 0; i < rows.length; i++) {
            int all = tables.get(i).rows().size();
            rows[i] = all <= measures.rows() ? all : measures.rows() - 1;
        }
        while (total(tables, rows, more) > room) {
            int shortened = leastNeeded(tables, rows);
            boolean needed = shortened < 0 || tables.get(shortened).state() != TableState.NOT_ASKED;
            if (shortened < 0 || needed && rows[shortened] <= 1) {
                return rows;
            }
            // one line goes to "n more" as soon as a row is left out
            boolean whole = rows[shortened] == tables.get(shortened).rows().size();
            rows[shortened] = Math.max(needed ? 1 : 0, rows[shortened] - (whole ? 2 : 1));
        }
        return rows;
    }

    /** A table that was not asked, down to its name alone; else the one with most rows; -1 if there is none. */
    private static int leastNeeded(List<TableView> tables, int[] rows) {
        int longest = rows.length == 0 ? -1 : 0;
        for (int i = rows.length - 1; i >= 0; i--) {
            if (tables.get(i).state() == TableState.NOT_ASKED && rows[i] > 0) {
                return i;
            }
            longest = rows[i] > rows[longest] ? i : longest;
        }
        return longest;
    }

    /** The first rows, and in place of the last of them the row that hit if it comes later. */
    private static List<Integer> chosen(TableView table, int count) {
        var chosen = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            chosen.add(i);
        }
        for (int i = count; i < table.rows().size() && count > 0; i++) {
            if (table.rows().get(i).hit()) {
                chosen.set(count - 1, i);
            }
        }
        return chosen;
    }

    private Group table(TableView table, int rows, Rect bounds, List<Point> hits) {
        StackMetrics metrics = frame.metrics();
        boolean off = table.state() == TableState.NOT_ASKED;
        boolean hit = table.state() == TableState.HIT;
        Stroke edge = switch (table.state()) {
            case HIT -> Stroke.solid(Palette.PKT_LINE, 2.2);
            case NOT_ASKED -> Stroke.solid(Palette.LINE2, 1.4).styled(LineStyle.NOT_REACHED);
            case IDLE, ASKED, NO_MATCH -> Stroke.solid(Palette.L3, 1.4);
        };
        var shapes = new ArrayList<Shape>();
        shapes.add(new Box(bounds, 7, Palette.SURFACE, edge));
        double line = bounds.y() + measures.head() / 2 + measures.head() * 5 / 26;
        TextStyle name = metrics.style(TextRole.TABLE_NAME);
        double nameWidth = TextWidth.of(table.title(), name);
        shapes.add(Label.of(
                        Text.literal(table.title()),
                        new Point(bounds.x() + 10, line),
                        Anchor.START,
                        name,
                        off ? Palette.INK3 : Palette.L3)
                .within(bounds.width() - 20, Cut.END));
        boolean strong = hit || table.state() == TableState.NO_MATCH;
        TextStyle status = metrics.style(strong ? TextRole.TABLE_STATUS_STRONG : TextRole.TABLE_STATUS);
        double room = bounds.width() - 28 - nameWidth;
        // what is to be said of a table is said by its edge as well
        if (room >= NEARLY * TextWidth.of(table.status(), status, Word.length(table.status()))) {
            shapes.add(Label.of(
                            table.status(),
                            new Point(bounds.right() - 10, line),
                            Anchor.END,
                            status,
                            hit ? Palette.PKT_TEXT : strong ? Palette.INK2 : Palette.INK3)
                    .within(room, Cut.END));
        }
        double y = bounds.y() + measures.head();
        for (int index : chosen(table, rows)) {
            var row = new Rect(bounds.x() + 4, y, bounds.width() - 8, rowHeight);
            shapes.add(row(table, index, row, off));
            if (table.rows().get(index).hit()) {
                hits.add(new Point(bounds.x(), row.centerY()));
            }
            y += rowHeight;
        }
        if (rows > 0 && rows < table.rows().size()) {
            TextStyle style = metrics.style(TextRole.TABLE_STATUS);
            Text more = Word.MORE_ROWS.text(
                    Text.literal(Integer.toString(table.rows().size() - rows)));
            var at = new Point(bounds.x() + 10, y + rowHeight / 2 + style.size() * 0.35);
            shapes.add(Label.of(more, at, Anchor.START, style, Palette.INK3));
        }
        return new Group(
                Subject.table(frame.host().id(), table.id()),
                Group.Role.TABLE,
                Word.ACCESSIBLE_TABLE.text(Text.literal(table.title()), table.status()),
                bounds,
                shapes);
    }

    private Group row(TableView table, int index, Rect bounds, boolean off) {
        TableRow row = table.rows().get(index);
        TextStyle style = frame.metrics().style(row.hit() ? TextRole.TABLE_HIT : TextRole.TABLE_ROW);
        Palette colour = row.hit() ? Palette.PKT_INK : off ? Palette.INK3 : Palette.INK2;
        double line = bounds.centerY() + style.size() * 0.35;
        double edge = bounds.width() < NARROW ? 3 : 6;
        double gap = bounds.width() < NARROW ? 5 : 8;
        double right = bounds.right() - edge;
        var shapes = new ArrayList<Shape>();
        if (row.hit()) {
            shapes.add(new Box(bounds, 3, Palette.PKT, Stroke.NONE));
        }
        shapes.add(Label.of(Text.literal(row.device()), new Point(right, line), Anchor.END, style, colour));
        double left = right - TextWidth.of(row.device(), style) - gap;
        if (named(table, bounds.width() - 2 * edge)) {
            double end = right - deviceColumn(table, style) - 8;
            Palette quiet = row.hit() ? Palette.PKT_INK : Palette.INK3;
            shapes.add(Label.of(Text.literal(row.table()), new Point(end, line), Anchor.END, style, quiet));
            left = end - TextWidth.of(row.table(), style) - 8;
        }
        double room = Math.max(0, left - bounds.x() - edge);
        String entry = bounds.width() < NARROW ? row.prefix() : row.entry();
        shapes.add(Label.of(Text.literal(entry), new Point(bounds.x() + edge, line), Anchor.START, style, colour)
                .within(room, Cut.END));
        return new Group(
                Subject.row(frame.host().id(), table.id(), index),
                Group.Role.ROW,
                Word.ACCESSIBLE_ROW.text(Text.literal(row.entry()), Text.literal(row.device())),
                bounds,
                shapes);
    }

    private static double deviceColumn(TableView table, TextStyle style) {
        return table.rows().stream()
                .mapToDouble(other -> TextWidth.of(other.device(), style))
                .max()
                .orElse(0);
    }

    /** Whether each row of the one trie says which table it is of: where that would cut prefixes, their type says as much. */
    private boolean named(TableView table, double room) {
        TextStyle style = frame.metrics().style(TextRole.TABLE_HIT);
        double left = room - deviceColumn(table, style) - 16;
        return table.shared()
                && table.rows().stream()
                        .allMatch(row -> TextWidth.of(row.entry(), style) + TextWidth.of(row.table(), style) <= left);
    }

    /** The line from the routing decision that asks to the row that answers. */
    private List<Shape> lookup(Rect area, List<Point> hits) {
        return switch (frame.host().asking()) {
            case NOBODY -> List.of();
            case ROUTE_OUT, ROUTE_IN -> {
                boolean out = frame.host().asking() == Asking.ROUTE_OUT;
                Rect station = frame.stations().get(out ? Station.ROUTE_OUT : Station.ROUTE_IN);
                double y = hits.isEmpty()
                        ? area.y() + measures.head() / 2
                        : hits.get(0).y();
                double from = out ? station.right() : station.x();
                double to = out ? area.x() : area.right();
                double half = (from + to) / 2;
                double start = Math.abs(station.centerY() - y) < station.height() / 4 ? y : station.centerY();
                Path line = Path.through(
                        List.of(new Point(from, start), new Point(half, start), new Point(half, y), new Point(to, y)),
                        Stroke.solid(Palette.PKT_LINE, 3));
                Circle end = new Circle(new Point(to, y), 4.5, Palette.PKT_LINE, Stroke.NONE);
                Rect bounds =
                        new Rect(Math.min(from, to), Math.min(start, y), Math.abs(to - from), Math.abs(y - start));
                Subject subject = Subject.lookup(frame.host().id());
                yield List.of(new Group(subject, Group.Role.TRAIL, Text.NONE, bounds, List.of(line, end)));
            }
        };
    }
}
