package org.packetwalk.kernel.route;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.kernel.Errno;

/** What a route does with its packets: {@code RTN_*}, with the properties of {@code fib_props}. */
public enum RouteType {
    /** To a nexthop. */
    UNICAST(1, 0, RouteScope.UNIVERSE),
    /** To this host. */
    LOCAL(2, 0, RouteScope.HOST),
    /** To everybody on the link. */
    BROADCAST(3, 0, RouteScope.LINK),
    /** To this host, sent as broadcast; not used by IPv4. */
    ANYCAST(4, 0, RouteScope.LINK),
    /** A multicast route. */
    MULTICAST(5, 0, RouteScope.UNIVERSE),
    /** Silently nowhere. */
    BLACKHOLE(6, 22, RouteScope.UNIVERSE),
    /** Nowhere: host unreachable. */
    UNREACHABLE(7, 113, RouteScope.UNIVERSE),
    /** Nowhere: administratively prohibited. */
    PROHIBIT(8, 13, RouteScope.UNIVERSE),
    /** Not in this table: go on with the next rule. */
    THROW(9, 11, RouteScope.UNIVERSE);

    private static final RouteType[] BY_NUMBER = values();

    /** As iproute2 tries them; the first that a word is a beginning of is meant. */
    private static final List<RouteType> IN_ORDER_OF_WORDS =
            List.of(LOCAL, BROADCAST, ANYCAST, MULTICAST, PROHIBIT, UNREACHABLE, BLACKHOLE, UNICAST, THROW);

    private final int number;
    private final int error;
    private final RouteScope widestScope;

    RouteType(int number, int error, RouteScope widestScope) {
        this.number = number;
        this.error = error;
        this.widestScope = widestScope;
    }

    /** The type of a kernel number, 1 to 9. */
    public static RouteType of(int number) {
        return BY_NUMBER[number - 1];
    }

    /** The type with an iproute2 word or a beginning of it; nothing if there is none ({@code rtnl_rtntype_a2n}). */
    public static Optional<RouteType> parse(String word) {
        if (word.equals("brd")) {
            return Optional.of(BROADCAST);
        }
        for (RouteType type : IN_ORDER_OF_WORDS) {
            boolean whole = type == LOCAL;
            if (whole
                    ? type.word().equals(word)
                    : !word.isEmpty() && type.word().startsWith(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The number of the kernel, {@code RTN_UNICAST} is 1. */
    public int number() {
        return number;
    }

    /** The word of iproute2, such as {@code blackhole}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether finding such a route is an error. */
    public boolean rejects() {
        return error != 0;
    }

    /** The error a lookup answers when it finds such a route; nothing for types that carry packets. */
    public Optional<Errno> error() {
        return switch (error) {
            case 22 -> Optional.of(Errno.EINVAL);
            case 113 -> Optional.of(Errno.EHOSTUNREACH);
            case 13 -> Optional.of(Errno.EACCES);
            case 11 -> Optional.of(Errno.EAGAIN);
            default -> Optional.empty();
        };
    }

    /** A route of this type may not have a wider scope than this. */
    public RouteScope widestScope() {
        return widestScope;
    }
}
