package org.packetwalk.kernel.route;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/**
 * A route as a leaf of the trie keeps it: without its address, and small, since there may be a million. Immutable.
 */
final class FibAlias {

    final RouteInfo info;
    final int table;
    final byte suffixLength;
    private final byte tos;
    private final byte type;

    FibAlias(RouteInfo info, int table, int suffixLength, int tos, RouteType type) {
        this.info = info;
        this.table = table;
        this.suffixLength = (byte) suffixLength;
        this.tos = (byte) tos;
        this.type = (byte) type.number();
    }

    static FibAlias of(Route route) {
        return new FibAlias(
                route.info(), route.table().bits(), 32 - route.prefix().length(), route.tos(), route.type());
    }

    int tos() {
        return tos & 255;
    }

    RouteType type() {
        return RouteType.of(type);
    }

    boolean rejects() {
        return type >= 6 || info.nexthopObject().blackhole();
    }

    /** What becomes of a packet. */
    RouteType effect() {
        return info.effect(type());
    }

    /** Whether the prefix this alias has at a leaf covers an address that differs from the leaf's key in these bits. */
    boolean covers(int difference) {
        return suffixLength == 32 || difference >>> suffixLength == 0;
    }

    FibAlias withInfo(RouteInfo changed) {
        return new FibAlias(changed, table, suffixLength, tos(), type());
    }

    Ipv4Prefix prefix(int key) {
        return new Ipv4Prefix(new Ipv4Address(key), 32 - suffixLength);
    }

    Route route(int key) {
        return new Route(prefix(key), new TableId(table), tos(), type(), info);
    }
}
