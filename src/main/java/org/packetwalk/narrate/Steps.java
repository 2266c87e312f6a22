package org.packetwalk.narrate;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.trace.TraceEvent;

/** The steps of a recorded walk: the same events at any grain, numbered, each with its account. */
public final class Steps {

    private final List<TraceEvent> events;
    private final List<Sentence> phases;
    private final Narrator narrator = new Narrator();
    private final Weight weight = new Weight();
    private final Ticks ticks = new Ticks();
    private final List<Step> steps = new ArrayList<>();

    private Steps(List<TraceEvent> events) {
        this.events = events;
        this.phases = Phases.of(events);
    }

    /** The steps of these events. */
    public static List<Step> of(List<TraceEvent> events, Grain grain) {
        Steps steps = new Steps(List.copyOf(events));
        switch (grain) {
            case PACKET -> steps.packets();
            case LAYER -> steps.stations();
            case FUNCTION -> steps.functions();
            case ROW -> steps.rows();
        }
        return List.copyOf(steps.steps);
    }

    private void functions() {
        for (int i = 0; i < events.size(); i++) {
            add(i, i, i);
        }
    }

    private void rows() {
        RouteRows rows = new RouteRows(events);
        for (int i = 0; i < events.size(); i++) {
            for (RouteRows.Part part : rows.before(i)) {
                add(i, i, i, part.row(), part.account());
            }
            add(i, i, i);
        }
    }

    private void stations() {
        int first = 0;
        while (first < events.size()) {
            int last = first;
            int deciding = first;
            while (last + 1 < events.size() && sameStation(first, last + 1)) {
                last++;
                if (weight(last) >= weight(deciding)) {
                    deciding = last;
                }
            }
            add(first, last, deciding);
            first = last + 1;
        }
    }

    private boolean sameStation(int first, int next) {
        TraceEvent one = events.get(first);
        TraceEvent other = events.get(next);
        boolean samePacket = one.head().packet().equals(other.head().packet())
                && one.head().host().equals(other.head().host());
        boolean ends = weight(next) == Weight.END;
        return samePacket && !ends && (one.stage() == other.stage() || weight(next) == Weight.NOTHING);
    }

    private int weight(int place) {
        return events.get(place).accept(weight);
    }

    /** Each packet twice: where it is made and where it ends. What lies between belongs to the step before. */
    private void packets() {
        TreeMap<Integer, Account> turns = new TreeMap<>();
        TreeMap<PacketId, Integer> ends = new TreeMap<>();
        for (int i = 0; i < events.size(); i++) {
            PacketId packet = events.get(i).head().packet();
            if (packet.equals(PacketId.NONE)) {
                continue;
            }
            if (!ends.containsKey(packet)) {
                turns.put(i, titled(i, "step.packet.born"));
            }
            ends.put(packet, i);
        }
        ends.values().forEach(end -> turns.put(end, titled(end, "step.packet.ended")));
        List<Integer> places = new ArrayList<>(turns.keySet());
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            int first = i == 0 ? 0 : place;
            int last = i + 1 < places.size() ? places.get(i + 1) - 1 : events.size() - 1;
            add(first, last, place, Row.ALL, turns.get(place));
        }
    }

    private Account titled(int place, String key) {
        TraceEvent event = events.get(place);
        Account told = narrator.tell(event);
        return new Account(
                Sentence.of(
                        Subject.PACKET, key, PacketWords.kind(event.head().skb().packet())),
                PacketWords.line(event.head().skb()),
                told.headline(),
                told.evidence(),
                told.otherwise(),
                told.checks(),
                told.source());
    }

    private void add(int first, int last, int deciding) {
        add(first, last, deciding, Row.ALL, narrator.tell(events.get(deciding)));
    }

    private void add(int first, int last, int deciding, Row row, Account account) {
        TraceEvent event = events.get(deciding);
        Sentence phase = phases.get(deciding);
        boolean opens = steps.isEmpty() || !steps.get(steps.size() - 1).phase().equals(phase);
        steps.add(new Step(
                steps.size() + 1,
                first,
                last,
                deciding,
                row,
                event.head().host(),
                event.stage(),
                event.head().packet(),
                event.head().at(),
                account,
                phase,
                opens,
                event.accept(ticks)));
    }
}
