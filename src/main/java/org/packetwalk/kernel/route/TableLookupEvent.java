package org.packetwalk.kernel.route;

import org.packetwalk.kernel.Errno;
import org.packetwalk.net.Ipv4Address;

/** What the kernel's tracepoint {@code fib_table_lookup} shows as the result of one lookup in one table. */
public sealed interface TableLookupEvent {

    /**
     * A route was found.
     *
     * @param device the interface of the first usable nexthop; not necessarily the one chosen later
     * @param gateway its gateway, 0.0.0.0 if none
     */
    record Found(int device, Ipv4Address gateway) implements TableLookupEvent {}

    /**
     * Nothing was found (EAGAIN), or a route that rejects.
     *
     * @param errno the error
     */
    record Failed(Errno errno) implements TableLookupEvent {}

    /** The table was not searched, so there is no event. */
    record NotSearched() implements TableLookupEvent {}
}
