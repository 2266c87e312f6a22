package org.packetwalk.shell;

import java.util.OptionalInt;

import org.packetwalk.kernel.HostId;

/**
 * Where words are typed.
 *
 * @param host the host the command runs on
 * @param known what is known there
 */
public record Place(HostId host, Known known) {

    /** The same on another host. */
    public Place on(HostId other) {
        return new Place(other, known);
    }

    OptionalInt device(String name) {
        return known.device(host, name);
    }

    /** The ifindex of an interface, or iproute2's complaint. */
    int deviceOrRefuse(String name) {
        return device(name).orElseThrow(() -> new Refusal(1, "Cannot find device \"" + name + "\""));
    }
}
