package org.packetwalk.diagram;

/**
 * What a part of a picture stands for, as a stable name: {@code station:web/route-out}, {@code device:web/eth0}, {@code
 * table:web/local}, {@code row:web/local/3}. It joins the picture with the panels, the focus and what is read aloud.
 */
public record Subject(String id) {
    public static Subject host(String host) {
        return new Subject("host:" + host);
    }

    public static Subject station(String host, Station station) {
        return new Subject("station:" + host + "/" + station.id());
    }

    public static Subject device(String host, String device) {
        return new Subject("device:" + host + "/" + device);
    }

    public static Subject table(String host, String table) {
        return new Subject("table:" + host + "/" + table);
    }

    /** A row of a table, counted from 0 in the order of the whole table. */
    public static Subject row(String host, String table, int index) {
        return new Subject("row:" + host + "/" + table + "/" + index);
    }

    /** A rule of a lookup, counted from 0 in the order they are shown. */
    public static Subject rung(String host, int index) {
        return new Subject("rung:" + host + "/" + index);
    }

    /** A route below a rule of a lookup, counted from 0. */
    public static Subject rungRow(String host, int rung, int index) {
        return new Subject("rung-row:" + host + "/" + rung + "/" + index);
    }

    /** A host in the strip above the opened ones. */
    public static Subject strip(String host) {
        return new Subject("strip:" + host);
    }

    public static Subject outside(String name) {
        return new Subject("outside:" + name);
    }

    public static Subject wire(String name) {
        return new Subject("wire:" + name);
    }

    /** The line from the routing decision that asks to the row that answers. */
    public static Subject lookup(String host) {
        return new Subject("lookup:" + host);
    }

    /** The token of a packet. */
    public static Subject packet(int number) {
        return new Subject("packet:" + number);
    }

    /** The trail of a packet. */
    public static Subject trail(int number) {
        return new Subject("trail:" + number);
    }

    /** The part of the name before the colon. */
    public String kind() {
        return id.substring(0, id.indexOf(':'));
    }
}
