package org.packetwalk.trace;

import java.util.List;

import org.packetwalk.kernel.device.DeviceName;

/**
 * What must be known of a host to read an answer of its routing tables.
 *
 * @param shared whether local and main were one trie, so that one search covered both
 * @param devices the interfaces, by which a route names its way out only as a number
 */
public record RoutingContext(boolean shared, List<DeviceName> devices) {

    /** Nothing is known. */
    public static final RoutingContext UNKNOWN = new RoutingContext(false, List.of());

    /** Keeps its own copy of the list. */
    public RoutingContext {
        devices = List.copyOf(devices);
    }

    /** The name of an interface; {@code if} and its number if it is not known, as tcpdump writes it. */
    public String nameOf(int index) {
        for (DeviceName device : devices) {
            if (device.index() == index) {
                return device.name();
            }
        }
        return "if" + index;
    }
}
