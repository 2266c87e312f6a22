package org.packetwalk.narrate;

/** Who or what a sentence speaks of. */
public enum Subject {
    HOST,
    PROGRAM,
    SOCKET,
    PROTOCOL,
    RULE,
    TABLE,
    ROUTE,
    HOOK,
    NEIGHBOR,
    DEVICE,
    PACKET,
    SIMULATION
}
