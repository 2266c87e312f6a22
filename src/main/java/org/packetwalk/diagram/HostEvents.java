package org.packetwalk.diagram;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.SocketEvent;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/**
 * What the events of one host say about its stations beside the packets: the programs and protocols above, and the functions that
 * do the work. Asked at an event, that of the nearest event counts: the latest one up to it, else the first one after it.
 */
final class HostEvents {
    private final Nearest<String> senders = new Nearest<>();
    private final Nearest<String> questions = new Nearest<>();
    private final Nearest<String> receivers = new Nearest<>();
    private final Nearest<String> transports = new Nearest<>();
    private final Map<Station, Nearest<String>> functions = new EnumMap<>(Station.class);
    private boolean answers;

    /** Notes what the event at a place of the recording says. */
    void take(int place, TraceEvent event) {
        if (event instanceof SocketEvent.Sending sending) {
            senders.add(place, sending.program());
            function(Station.APP_SEND, place, sending.call() + "()");
        } else if (event instanceof SocketEvent.Connecting connecting) {
            senders.add(place, connecting.program());
            questions.add(place, connecting.socket().toUpperCase(Locale.ROOT));
            function(Station.APP_SEND, place, "connect()");
        } else if (event instanceof SocketEvent.Receiving receiving) {
            receivers.add(place, receiving.program());
            function(Station.APP_RECEIVE, place, receiving.call() + "()");
        }
        answers |= event instanceof IpEvent.IcmpReceived received && received.action() == IpEvent.IcmpAction.ANSWER;
        PacketBlocks.of(event.head().skb()).stream()
                .filter(block -> block.line() == Palette.L4)
                .findFirst()
                .ifPresent(block -> transports.add(place, block.letters()));
        Optional<Station> there = Stations.of(event);
        there.ifPresent(station -> worked(station, place, event));
        if (there.filter(Station.L4_SEND::equals).isEmpty() && event.stage().layer() != Stage.Layer.APPLICATION) {
            worked(Station.L4_SEND, place, event);
        }
    }

    private void worked(Station station, int place, TraceEvent event) {
        Stations.function(station, event).ifPresent(function -> function(station, place, function));
    }

    private void function(Station station, int place, String function) {
        functions.computeIfAbsent(station, key -> new Nearest<>()).add(place, function);
    }

    /** The program that sends from the host. */
    Optional<String> sender(int place) {
        return senders.to(place);
    }

    /** The program that receives on the host. */
    Optional<String> receiver(int place) {
        return receivers.to(place);
    }

    /** Whether the kernel itself has an answer to something. */
    boolean answers() {
        return answers;
    }

    /** The protocol a program asks for before there is a packet. */
    Optional<String> question(int place) {
        return questions.to(place);
    }

    /** The letters of the transport protocol. */
    Optional<String> transport(int place) {
        return transports.to(place);
    }

    /** The function that does a station's work. */
    Optional<String> function(Station station, int place) {
        return Optional.ofNullable(functions.get(station)).flatMap(nearest -> nearest.to(place));
    }
}
