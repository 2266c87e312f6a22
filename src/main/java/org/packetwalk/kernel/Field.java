package org.packetwalk.kernel;

/** A field that rules, routes and filters compare. */
public enum Field {
    FROM,
    TO,
    INPUT_INTERFACE,
    OUTPUT_INTERFACE,
    MARK,
    TOS,
    PROTOCOL,
    SOURCE_PORT,
    DESTINATION_PORT,
    USER,
    DESTINATION,
    SCOPE,
    NEXTHOP_ALIVE,
    NEXTHOP_CARRIER,
    NEXTHOP_DEVICE,
    PREFIX_LENGTH,
    INTERFACE_GROUP,
    TARGET_RULE,
    ADDRESS,
    SUBNET,
    STATE,
    SYSCTL
}
