package org.packetwalk.netlink;

import org.packetwalk.kernel.device.PortFlag;
import org.packetwalk.kernel.device.PortState;

/** One setting of a bridge port ({@code IFLA_BRPORT_*}). */
public sealed interface PortOption {

    /** Something is switched on or off. */
    record Flag(PortFlag flag, boolean on) implements PortOption {}

    /** The state is forced. */
    record State(PortState state) implements PortOption {}

    /** Another priority. */
    record Priority(int priority) implements PortOption {}

    /** Another path cost. */
    record Cost(long cost) implements PortOption {}

    /** What was learnt behind the port is forgotten. */
    record Flush() implements PortOption {}
}
