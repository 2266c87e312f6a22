package org.packetwalk.kernel.route;

/** How a route is put into a table: the netlink flags of {@code ip route add} and its sisters. */
public enum RouteInsertion {
    /** Only if no route with the same prefix, type of service and metric is there. */
    ADD(true, true, false, false),
    /** In place of the first such route, or new. */
    REPLACE(true, false, true, false),
    /** In place of the first such route, which must be there. */
    CHANGE(false, false, true, false),
    /** Behind all such routes. */
    APPEND(true, false, false, true),
    /** Before all such routes. */
    PREPEND(true, false, false, false);

    private final boolean create;
    private final boolean exclusive;
    private final boolean replace;
    private final boolean append;

    RouteInsertion(boolean create, boolean exclusive, boolean replace, boolean append) {
        this.create = create;
        this.exclusive = exclusive;
        this.replace = replace;
        this.append = append;
    }

    public boolean creates() {
        return create;
    }

    public boolean isExclusive() {
        return exclusive;
    }

    public boolean replaces() {
        return replace;
    }

    public boolean appends() {
        return append;
    }
}
