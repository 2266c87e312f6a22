package org.packetwalk.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Realms of routes and rules: {@code FROM/TO} or only {@code TO} ({@code get_rt_realms_or_raw}). */
final class RouteRealms {

    private static final int HALF = 16;
    private static final long LOWER = 0xffff;

    private RouteRealms() {}

    /** The number of both realms, that of the source in the upper half; nothing if the word is none. */
    static Optional<Long> parse(String word) {
        int slash = word.indexOf('/');
        long from = slash < 0 ? 0 : number(word.substring(0, slash));
        long to = word.endsWith("/") ? 0 : number(word.substring(slash + 1));
        return from < 0 || to < 0 ? Optional.empty() : Optional.of(from << HALF | to);
    }

    /** Which of the two realms a word that asks for routes names. */
    static long mask(String word) {
        return word.indexOf('/') < 0 ? LOWER : word.endsWith("/") ? LOWER << HALF : LOWER << HALF | LOWER;
    }

    /** A realm of a file of names that here holds only one. */
    private static long number(String word) {
        if (word.equals("cosmos")) {
            return 0;
        }
        long number = Words.number(word);
        return number > 0xffffffffL ? -1 : number;
    }

    /** As it is printed. */
    static String word(long realms) {
        long from = realms >> HALF & LOWER;
        return from == 0 ? name(realms & LOWER) : name(from) + "/" + name(realms & LOWER);
    }

    /** As a route is described with it ({@code print_rt_realms}). */
    static String described(long realms) {
        String word = word(realms);
        return (word.indexOf('/') < 0 ? "realm " : "realms ") + word + " ";
    }

    /** As members of the row of a rule. */
    static void row(Map<String, Object> row, long realms) {
        if ((realms >> HALF & LOWER) != 0) {
            row.put("flow_from", name(realms >> HALF & LOWER));
        }
        row.put("flow_to", name(realms & LOWER));
    }

    /** As the member of the row of a route. */
    static Map<String, Object> flow(long realms) {
        Map<String, Object> flow = new LinkedHashMap<>();
        if ((realms >> HALF & LOWER) != 0) {
            flow.put("from", name(realms >> HALF & LOWER));
        }
        flow.put("to", name(realms & LOWER));
        return flow;
    }

    private static String name(long realm) {
        return realm == 0 ? "cosmos" : Long.toString(realm);
    }
}
