package org.packetwalk.kernel.device;

/** The operational state of a device ({@code IF_OPER_*}, RFC 2863), as {@code ip link} prints it. */
public enum OperState {
    UNKNOWN,
    NOTPRESENT,
    DOWN,
    LOWERLAYERDOWN,
    TESTING,
    DORMANT,
    UP
}
