package org.packetwalk.kernel.route;

import java.util.List;

/** What routing must know of the interfaces of a namespace. Questions about an index nobody has are answered "no". */
public interface LinkStates {

    /** The indexes of all interfaces, ascending. */
    List<Integer> indexes();

    /** The index of the interface with this name, 0 if there is none. */
    int index(String name);

    /** The name of an interface, {@code *} if there is none. */
    String name(int index);

    /** Whether there is such an interface. */
    boolean exists(int index);

    /** Whether it is administratively up ({@code IFF_UP}). */
    boolean up(int index);

    /** Whether it has a carrier ({@code netif_carrier_ok}). */
    boolean carrier(int index);

    /** Whether it is a loopback interface. */
    boolean loopback(int index);

    /** Its MTU. */
    int mtu(int index);

    /** Its group, 0 by default. */
    long group(int index);
}
