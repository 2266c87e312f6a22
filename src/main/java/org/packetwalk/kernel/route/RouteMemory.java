package org.packetwalk.kernel.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv4Address;

/**
 * What routes remember of their use: exceptions learnt from ICMP, and which of several defaults was taken. A value.
 *
 * @param exceptions the exceptions, oldest first
 * @param defaults the choices among defaults
 * @param generation how often anything in the routing has changed ({@code rt_genid_ipv4})
 */
public record RouteMemory(List<RouteException> exceptions, List<DefaultChoice> defaults, long generation) {

    /** Nothing is remembered. */
    public static final RouteMemory NONE = new RouteMemory(List.of(), List.of(), 0);

    /** Copies the lists. */
    public RouteMemory {
        exceptions = List.copyOf(exceptions);
        defaults = List.copyOf(defaults);
    }

    /** {@code find_exception}: what is known of a destination by the nexthop of a result, unless it has ended. */
    public Optional<RouteException> find(RouteMatch match, Ipv4Address destination, SimTime now) {
        return exceptions.stream()
                .filter(known -> known.isAbout(match.route().info(), match.nexthopIndex(), destination)
                        && !known.expires().isBefore(now))
                .findFirst();
    }

    /** {@code update_or_create_fnhe}. */
    public RouteMemory learning(RouteException learnt, SimTime now) {
        List<RouteException> kept = new ArrayList<>();
        RouteException merged = learnt;
        for (RouteException known : exceptions) {
            if (known.isAbout(learnt.info(), learnt.nexthop(), learnt.destination())) {
                merged = known.expires().isBefore(now) ? learnt : known.updated(learnt);
            } else {
                kept.add(known);
            }
        }
        kept.add(merged);
        return new RouteMemory(kept, defaults, generation + 1);
    }

    /** {@code ip route flush cache}: what ICMP taught is forgotten ({@code fnhe_genid_bump}). */
    public RouteMemory withoutExceptions() {
        return new RouteMemory(List.of(), defaults, generation + 1);
    }

    /** Which default was taken last, -1 if none was. */
    int taken(RouteInfo first) {
        return defaults.stream()
                .filter(choice -> choice.first().sameAs(first))
                .mapToInt(DefaultChoice::order)
                .findFirst()
                .orElse(-1);
    }

    RouteMemory taking(DefaultChoice taken) {
        List<DefaultChoice> kept = new ArrayList<>();
        defaults.stream()
                .filter(choice -> !choice.first().sameAs(taken.first()))
                .forEach(kept::add);
        kept.add(taken);
        return new RouteMemory(exceptions, kept, generation);
    }

    /** After a change of the routing: without what is remembered of routes that are no longer there. */
    public RouteMemory of(RoutingTables tables) {
        if (exceptions.isEmpty() && defaults.isEmpty()) {
            return new RouteMemory(exceptions, defaults, generation + 1);
        }
        Predicate<RouteInfo> there = info -> tables.anyInfo(info::sameAs);
        return new RouteMemory(
                exceptions.stream().filter(known -> there.test(known.info())).toList(),
                defaults.stream().filter(choice -> there.test(choice.first())).toList(),
                generation + 1);
    }
}
