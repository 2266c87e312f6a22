package org.packetwalk.kernel.device;

import java.util.ArrayList;
import java.util.List;

/**
 * A port of a bridge ({@code struct net_bridge_port}).
 *
 * @param device ifindex of the device that is the port
 * @param number the port's number in the bridge, 1 and up
 * @param priority its priority for the spanning tree
 * @param cost its path cost for the spanning tree
 * @param state what it may do
 * @param flags what is switched on, in the order of {@link PortFlag}
 */
public record BridgePort(int device, int number, int priority, int cost, PortState state, List<PortFlag> flags) {

    /** The cost of a link of 10 Gbit/s, which virtual devices say they are. */
    private static final int DEFAULT_COST = 2;

    private static final int DEFAULT_PRIORITY = 32;

    /** Copies the list. */
    public BridgePort {
        flags = List.copyOf(flags);
    }

    /** A new port: disabled, it learns and floods ({@code new_nbp}). */
    public static BridgePort fresh(int device, int number) {
        return new BridgePort(
                device,
                number,
                DEFAULT_PRIORITY,
                DEFAULT_COST,
                PortState.DISABLED,
                List.of(PortFlag.LEARNING, PortFlag.FLOOD, PortFlag.MULTICAST_FLOOD, PortFlag.BROADCAST_FLOOD));
    }

    /** Whether something is switched on. */
    public boolean has(PortFlag flag) {
        return flags.contains(flag);
    }

    /** Whether frames may leave by it. */
    public boolean forwarding() {
        return state == PortState.FORWARDING;
    }

    /** The number with the priority in front, as the spanning tree sends it ({@code port_id}). */
    public int identifier() {
        return priority << 10 | number;
    }

    /** In another state. */
    public BridgePort in(PortState now) {
        return new BridgePort(device, number, priority, cost, now, flags);
    }

    /** With something switched on or off. */
    public BridgePort with(PortFlag flag, boolean on) {
        List<PortFlag> now = new ArrayList<>(flags);
        now.remove(flag);
        if (on) {
            now.add(flag);
        }
        now.sort(null);
        return new BridgePort(device, number, priority, cost, state, now);
    }

    /** With another priority. */
    public BridgePort withPriority(int now) {
        return new BridgePort(device, number, now, cost, state, flags);
    }

    /** With another path cost. */
    public BridgePort withCost(int now) {
        return new BridgePort(device, number, priority, now, state, flags);
    }
}
