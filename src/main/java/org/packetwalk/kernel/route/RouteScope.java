package org.packetwalk.kernel.route;

import java.util.Optional;

/**
 * How far away a destination, an address or a nexthop is: {@code rt_scope_t}, 0 to 255. The larger number is the
 * narrower scope.
 */
public record RouteScope(int number) implements Comparable<RouteScope> {

    /** Anywhere; iproute2 calls it global. */
    public static final RouteScope UNIVERSE = new RouteScope(0);

    /** Within the site; unused by IPv4. */
    public static final RouteScope SITE = new RouteScope(200);

    /** On the attached link. */
    public static final RouteScope LINK = new RouteScope(253);

    /** On this host. */
    public static final RouteScope HOST = new RouteScope(254);

    /** Nowhere: narrower than all others. */
    public static final RouteScope NOWHERE = new RouteScope(255);

    /** The scope of a number; equal numbers give equal scopes. */
    public static RouteScope of(int number) {
        return switch (number) {
            case 0 -> UNIVERSE;
            case 200 -> SITE;
            case 253 -> LINK;
            case 254 -> HOST;
            case 255 -> NOWHERE;
            default -> new RouteScope(number);
        };
    }

    /** The scope iproute2 knows by a name or a number; nothing if there is none. */
    public static Optional<RouteScope> parse(String word) {
        return switch (word) {
            case "global", "universe" -> Optional.of(UNIVERSE);
            case "site" -> Optional.of(SITE);
            case "link" -> Optional.of(LINK);
            case "host" -> Optional.of(HOST);
            case "nowhere" -> Optional.of(NOWHERE);
            default ->
                word.matches("\\d{1,3}") && Integer.parseInt(word) < 256
                        ? Optional.of(of(Integer.parseInt(word)))
                        : Optional.empty();
        };
    }

    /** Whether this is narrower than the other. */
    public boolean isNarrowerThan(RouteScope other) {
        return number > other.number;
    }

    /** The word of {@code ip route}: global, site, link, host, nowhere, or the number. */
    public String word() {
        return number == 0 ? "global" : name(Integer.toString(number));
    }

    /** The word of {@code /proc/net/fib_trie}: universe, site, link, host, nowhere, or scope=N. */
    public String trieWord() {
        return number == 0 ? "universe" : name("scope=" + number);
    }

    private String name(String other) {
        return switch (number) {
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            case 255 -> "nowhere";
            default -> other;
        };
    }

    @Override
    public int compareTo(RouteScope other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return word();
    }
}
