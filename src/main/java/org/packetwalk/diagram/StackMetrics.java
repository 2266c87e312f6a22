package org.packetwalk.diagram;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The measures of an opened host in one density and one canvas size, all in logical pixels. Extra width goes to the gutters
 * first, then to the columns; extra height to the network layer, where the tables are.
 */
record StackMetrics(
        double margin,
        double spacing,
        double pad,
        Widths widths,
        Bands bands,
        Boxes boxes,
        Loop loop,
        Tables tables,
        Functions functions,
        double below,
        double trail,
        double blockHeight,
        Map<TextRole, Double> sizes) {

    StackMetrics {
        sizes = Collections.unmodifiableMap(new TreeMap<>(sizes));
    }

    /** Widths within the card: the gutters at its sides, the two columns, what lies between these, and the tables there. */
    record Widths(double gutter, double column, double middle, double table) {}

    /** Heights of the bands of the card, from the top. */
    record Bands(double head, double app, double l4, double l3, double l2, double dev) {
        double total() {
            return head + app + l4 + l3 + l2 + dev;
        }

        Bands withNetwork(double height) {
            return new Bands(head, app, l4, height, l2, dev);
        }

        /** All but the network layer, which has a height of its own. */
        Bands times(double factor) {
            return new Bands(head * factor, app * factor, l4 * factor, l3, l2 * factor, dev * factor);
        }
    }

    /** Heights of stations, and the sizes of ports and of the FORWARD hook. */
    record Boxes(
            double station,
            double hook,
            double route,
            double portWidth,
            double portHeight,
            double forwardWidth,
            double forwardHeight) {
        Boxes times(double factor) {
            return new Boxes(
                    station * factor,
                    hook * factor,
                    route * factor,
                    portWidth,
                    portHeight,
                    forwardWidth,
                    forwardHeight);
        }
    }

    /** The belt of {@code lo}: half its width, its radius, and how far its middle lies below the top of the device band. */
    record Loop(double half, double radius, double drop) {
        Loop times(double factor) {
            return new Loop(half, radius * factor, drop * factor);
        }
    }

    /** Rule tables: where they begin in the network band, and the heights of their parts. */
    record Tables(double top, double head, double row, int rows) {}

    /** Whether the names of kernel functions stand in the stations. */
    enum Functions {
        ALL,
        CURRENT,
        NONE
    }

    private static final double GAP = 16;
    private static final double GUTTER_MIN = 124;
    private static final double GUTTER_MAX = 220;
    private static final double COLUMN_MAX = 320;
    private static final double OUTSIDE_ROW = 76;
    private static final double NARROW = 560;
    /** The narrowest column and middle beside which a gutter still is. */
    private static final double COLUMN_MIN = 200;

    private static final double MIDDLE_MIN = 256;
    /** The least between two boxes of the network layer, the lowest box two lines stand in, the least below the card. */
    private static final double BETWEEN = 7;

    private static final double STATION_MIN = 36;
    private static final double SQUEEZED = 0.8;
    private static final double BELOW_MIN = 26;

    static StackMetrics of(Density density, int hosts, Size size) {
        StackMetrics natural = switch (density) {
            case COMPACT -> hosts > 1 || size.width() < NARROW ? half() : compact();
            case REGULAR -> hosts > 1 ? half() : regular(152, 232, 326);
            case WIDE -> hosts > 1 ? half() : regular(190, 280, 400);
            case PRESENTATION -> hosts > 1 ? presentationHalf() : presentation();
        };
        double card = (size.width() - 2 * natural.margin - (hosts - 1) * natural.spacing) / hosts;
        return natural.fittedTo(card).highFor(size.height());
    }

    TextStyle style(TextRole role) {
        return new TextStyle(role, sizes.getOrDefault(role, role.size()));
    }

    double gutter() {
        return widths.gutter;
    }

    double column() {
        return widths.column;
    }

    double tableWidth() {
        return widths.table;
    }

    /** The width of one card. */
    double card() {
        return 2 * pad + 2 * gutter() + 2 * column() + widths.middle;
    }

    /** How much narrower than drawn at scale 1 the header blocks in the gutters are. */
    double blockScale() {
        return gutter() > 0 ? Math.min(blockHeight / 22, (gutter() - 8) / 150) : blockHeight / 22 * 0.92;
    }

    private StackMetrics fittedTo(double card) {
        double gutter = widths.gutter;
        double column = widths.column;
        double middle = widths.middle;
        double spare = card - 2 * pad - 2 * column - middle;
        boolean gutters = gutter > 0 && spare / 2 >= GUTTER_MIN;
        if (gutter > 0 && !gutters) {
            // where the packet is shown counts more than wide stations
            double least = card - 2 * pad - 2 * GUTTER_MIN - 2 * COLUMN_MIN - MIDDLE_MIN;
            if (least >= 0) {
                // the tables between the columns are as wide as they are drawn best before the columns are
                double wider = Math.min(least, middle - MIDDLE_MIN);
                double each = Math.min((least - wider) / 2, column - COLUMN_MIN);
                return fitted(card, GUTTER_MIN, COLUMN_MIN + each, MIDDLE_MIN + wider);
            }
        }
        double newGutter = gutters ? Math.min(Math.max(GUTTER_MAX, gutter), spare / 2) : 0;
        spare -= 2 * newGutter;
        double newColumn = spare > 0 ? Math.min(Math.max(column, COLUMN_MAX), column + spare / 4) : column;
        double newMiddle = card - 2 * pad - 2 * newGutter - 2 * newColumn;
        double least = middle * (functions == Functions.NONE ? 0.7 : 0.78);
        if (newMiddle < least) {
            newMiddle = least;
            newColumn = (card - 2 * pad - 2 * newGutter - least) / 2;
        }
        return fitted(card, newGutter, newColumn, newMiddle);
    }

    private StackMetrics fitted(double card, double newGutter, double newColumn, double newMiddle) {
        double edge = widths.middle - widths.table;
        double rest = (card - 2 * pad - 2 * newColumn - newMiddle) / 2;
        double newTable = newMiddle - Math.min(edge, newMiddle * 0.18);
        Widths fitted = new Widths(newGutter > 0 ? rest : 0, newColumn, newMiddle, newTable);
        return with(fitted, bands, boxes, loop, below);
    }

    /** In less height the network layer is lower first, then all bands, then there is less room below the card. */
    private StackMetrics highFor(double height) {
        double others = bands.total() - bands.l3;
        double between = 4 * BETWEEN;
        double squeezable = others + leastNetwork() - between;
        double most = Math.max(SQUEEZED, STATION_MIN / boxes.station);
        double factor = Math.max(most, Math.min(1, (height - below - between) / squeezable));
        return factor < 1 ? squeezed(factor).withNetworkIn(height) : withNetworkIn(height);
    }

    private double leastNetwork() {
        return boxes.route + 2 * boxes.hook + 4 * BETWEEN;
    }

    private StackMetrics squeezed(double factor) {
        return with(widths, bands.times(factor), boxes.times(factor), loop.times(factor), below);
    }

    private StackMetrics withNetworkIn(double height) {
        double spare = height - bands.total() - below;
        double l3 = Math.max(leastNetwork(), bands.l3 + Math.min(spare, 150));
        double missing = bands.total() - bands.l3 + l3 + below - height;
        double newBelow = missing > 0 ? Math.max(Math.min(below, BELOW_MIN), below - missing) : below;
        return with(widths, bands.withNetwork(l3), boxes, loop, newBelow);
    }

    private StackMetrics with(Widths newWidths, Bands newBands, Boxes newBoxes, Loop newLoop, double newBelow) {
        return new StackMetrics(
                margin,
                spacing,
                pad,
                newWidths,
                newBands,
                newBoxes,
                newLoop,
                tables,
                functions,
                newBelow,
                trail,
                blockHeight,
                sizes);
    }

    private static StackMetrics regular(double gutter, double column, double middle) {
        return new StackMetrics(
                16,
                GAP,
                14,
                new Widths(gutter, column, middle, middle - 52),
                new Bands(42, 56, 58, 246, 60, 108),
                new Boxes(44, 44, 92, 186, 44, 132, 28),
                new Loop(104, 30, 44),
                new Tables(27, 26, 17.5, middle > 350 ? 12 : 8),
                Functions.ALL,
                OUTSIDE_ROW,
                5,
                22,
                TextSizes.regular());
    }

    private static StackMetrics compact() {
        return new StackMetrics(
                10,
                GAP,
                12,
                new Widths(0, 206, 256, 222),
                new Bands(36, 46, 46, 218, 48, 86),
                new Boxes(38, 38, 68, 120, 40, 110, 28),
                new Loop(64, 25, 33),
                new Tables(27, 26, 17, 4),
                Functions.CURRENT,
                32,
                5,
                20,
                TextSizes.smaller(12.5));
    }

    /** One of two opened hosts. */
    private static StackMetrics half() {
        return new StackMetrics(
                16,
                GAP,
                12,
                new Widths(0, 186, 170, 156),
                new Bands(36, 46, 50, 196, 56, 88),
                new Boxes(38, 36, 62, 150, 42, 104, 26),
                new Loop(48, 22, 30),
                new Tables(27, 26, 17, 6),
                Functions.NONE,
                82,
                5,
                22,
                TextSizes.smaller(13));
    }

    private static StackMetrics presentation() {
        return new StackMetrics(
                24,
                GAP,
                18,
                new Widths(226, 326, 412, 376),
                new Bands(58, 74, 76, 300, 78, 142),
                new Boxes(56, 58, 104, 290, 62, 180, 38),
                new Loop(135, 42, 58),
                new Tables(38, 37, 31, 4),
                Functions.NONE,
                40,
                8,
                34,
                TextSizes.presentation());
    }

    /** One of two opened hosts, from the back row. */
    private static StackMetrics presentationHalf() {
        return new StackMetrics(
                20,
                GAP,
                14,
                new Widths(0, 232, 262, 240),
                new Bands(46, 62, 62, 262, 66, 122),
                new Boxes(50, 48, 86, 220, 58, 130, 34),
                new Loop(72, 32, 44),
                new Tables(34, 34, 26, 4),
                Functions.NONE,
                92,
                8,
                30,
                TextSizes.presentationHalf());
    }
}
