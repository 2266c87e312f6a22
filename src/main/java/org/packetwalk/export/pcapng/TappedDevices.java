package org.packetwalk.export.pcapng;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.packetwalk.trace.Tap;
import org.packetwalk.trace.Trace;

/** The devices whose packets are in a trace, by names such as {@code web-1/lo}, and the part of a trace that some of them saw. */
public final class TappedDevices {

    private TappedDevices() {}

    /** The names of all devices that have seen a packet, in the order in which they did. */
    public static List<String> of(Trace trace) {
        return trace.events().stream()
                .map(Tap::of)
                .flatMap(Optional::stream)
                .map(TappedDevices::name)
                .distinct()
                .toList();
    }

    /** A trace with nothing but what was captured on some devices. */
    public static Trace only(Trace trace, Collection<String> devices) {
        return new Trace(
                trace.lab(),
                trace.host(),
                trace.command(),
                trace.events().stream()
                        .filter(event -> Tap.of(event)
                                .filter(tap -> devices.contains(name(tap)))
                                .isPresent())
                        .toList());
    }

    private static String name(Tap tap) {
        return tap.host() + "/" + tap.device();
    }
}
