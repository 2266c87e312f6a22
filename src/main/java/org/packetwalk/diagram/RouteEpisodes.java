package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.packetwalk.kernel.route.TableLookupEvent;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.EventHead;
import org.packetwalk.trace.RouteEvent;

/** The questions to the routing tables that a recording holds, each with the events that answered it. */
final class RouteEpisodes {
    private final List<Episode> episodes = new ArrayList<>();
    private final TreeMap<Integer, Episode> byBegin = new TreeMap<>();
    /** Of each place that is part of a question, the first question it is part of. */
    private final Map<Integer, Episode> byPlace = new TreeMap<>();
    /** The places of searches and decisions: no other question begins there. */
    private final Set<Integer> taken = new TreeSet<>();

    /**
     * One question: what the tables were asked for one purpose, for one packet on one host.
     *
     * @param first the place of its first event in the recording
     * @param last the place of its last event
     * @param asked the searches, with the places of their events
     * @param routed the decision it ends with, none if it was asked for another purpose
     * @param sources the choices of a source that belong to it, in order
     * @param ways the choices of a nexthop that belong to it, in order
     */
    record Episode(
            int first,
            int last,
            List<Placed<RouteEvent.TableAsked>> asked,
            Optional<Placed<RouteEvent.Routed>> routed,
            List<Placed<RouteEvent.SourceChosen>> sources,
            List<Placed<RouteEvent.NexthopChosen>> ways) {

        /** Whether the event at a place is part of it. */
        boolean holds(int place) {
            return places().contains(place);
        }

        /** The places of its events. */
        private Set<Integer> places() {
            Set<Integer> places = new TreeSet<>(deciding());
            sources.forEach(source -> places.add(source.place()));
            ways.forEach(way -> places.add(way.place()));
            return places;
        }

        private List<Integer> deciding() {
            return Stream.concat(
                            asked.stream().map(Placed::place), routed.stream().map(Placed::place))
                    .toList();
        }

        EventHead head() {
            return asked.isEmpty()
                    ? routed.orElseThrow().event().head()
                    : asked.get(0).event().head();
        }
    }

    /** An event and its place in the recording. */
    record Placed<E>(int place, E event) {}

    /** An episode that is still being collected. */
    private static final class Open {
        private final int first;
        private final RouteEvent.Purpose purpose;
        private final List<Placed<RouteEvent.TableAsked>> asked = new ArrayList<>();
        private final List<Placed<RouteEvent.SourceChosen>> sources = new ArrayList<>();
        private final List<Placed<RouteEvent.NexthopChosen>> ways = new ArrayList<>();
        private int last;

        Open(int first, RouteEvent.Purpose purpose) {
            this.first = first;
            this.last = first;
            this.purpose = purpose;
        }

        Episode closed(Optional<Placed<RouteEvent.Routed>> routed) {
            return new Episode(first, last, asked, routed, sources, ways);
        }
    }

    private RouteEpisodes() {}

    static RouteEpisodes of(List<Snapshot> recording) {
        var found = new RouteEpisodes();
        for (int i = 0; i < recording.size(); i++) {
            if (recording.get(i).event() instanceof RouteEvent) {
                found.begin(recording, i);
            }
        }
        return found;
    }

    /** The question an event belongs to: the one it is part of, else the last one asked before it. */
    Optional<Episode> at(int place) {
        Episode holding = byPlace.get(place);
        if (holding != null) {
            return Optional.of(holding);
        }
        return Optional.ofNullable(byBegin.floorEntry(place)).map(Map.Entry::getValue);
    }

    private void add(Episode episode) {
        episodes.add(episode);
        byBegin.put(episode.first(), episode);
        taken.addAll(episode.deciding());
        episode.places().forEach(place -> byPlace.putIfAbsent(place, episode));
    }

    List<Episode> all() {
        return List.copyOf(episodes);
    }

    private void begin(List<Snapshot> recording, int place) {
        if (taken.contains(place)) {
            return;
        }
        if (recording.get(place).event() instanceof RouteEvent.TableAsked asked) {
            add(
                    asked.purpose() == RouteEvent.Purpose.ROUTE
                            ? way(recording, place, asked.head())
                            : other(recording, place, asked));
        } else if (recording.get(place).event() instanceof RouteEvent.Routed routed
                && !routed.decision().considered().isEmpty()) {
            // every rule refused or was for others: no table was searched
            Open open = new Open(place, RouteEvent.Purpose.ROUTE);
            add(open.closed(Optional.of(new Placed<>(place, routed))));
        }
    }

    /** All searches for the way of a packet up to the decision that quotes them. */
    private static Episode way(List<Snapshot> recording, int place, EventHead head) {
        Open open = new Open(place, RouteEvent.Purpose.ROUTE);
        for (int i = place; i < recording.size(); i++) {
            if (!(recording.get(i).event() instanceof RouteEvent event) || !same(event.head(), head)) {
                if (!same(recording.get(i).event().head(), head)) {
                    break;
                }
                continue;
            }
            if (event instanceof RouteEvent.TableAsked asked && asked.purpose() == open.purpose) {
                open.asked.add(new Placed<>(i, asked));
                open.last = i;
            } else if (event instanceof RouteEvent.SourceChosen source) {
                open.sources.add(new Placed<>(i, source));
            } else if (event instanceof RouteEvent.NexthopChosen chosen) {
                open.ways.add(new Placed<>(i, chosen));
            } else if (event instanceof RouteEvent.Routed routed) {
                boolean quotes = routed.decision().searches().stream()
                        .anyMatch(walk -> walk.equals(open.asked.get(0).event().walk()));
                if (quotes) {
                    open.last = i;
                    return open.closed(Optional.of(new Placed<>(i, routed)));
                }
                break;
            }
        }
        return open.closed(Optional.empty());
    }

    /** Searches for another purpose that come one after the other. */
    private static Episode other(List<Snapshot> recording, int place, RouteEvent.TableAsked first) {
        Open open = new Open(place, first.purpose());
        for (int i = place; i < recording.size(); i++) {
            if (!(recording.get(i).event() instanceof RouteEvent.TableAsked asked)
                    || asked.purpose() != open.purpose
                    || !asked.flow().equals(first.flow())
                    || !same(asked.head(), first.head())) {
                break;
            }
            open.asked.add(new Placed<>(i, asked));
            open.last = i;
            if (!(asked.walk().event() instanceof TableLookupEvent.Failed)) {
                break;
            }
        }
        return open.closed(Optional.empty());
    }

    private static boolean same(EventHead one, EventHead other) {
        return one.host().equals(other.host()) && one.packet().equals(other.packet());
    }
}
