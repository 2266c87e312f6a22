package org.packetwalk.kernel.route;

import java.util.List;

/** What {@code ip nexthop} manages: a way out, or a group of such, that routes name by its id. */
public sealed interface NexthopObject {

    /** The number routes name it by, 1 and up. */
    long id();

    /** Who made it. */
    RouteProtocol protocol();

    /**
     * One way out.
     *
     * @param id the id
     * @param nexthop the nexthop
     * @param protocol who made it
     * @param blackhole whether what goes this way is discarded; the nexthop then is lo
     */
    record Single(long id, NextHop nexthop, RouteProtocol protocol, boolean blackhole) implements NexthopObject {

        /** One that leads somewhere. */
        public Single(long id, NextHop nexthop, RouteProtocol protocol) {
            this(id, nexthop, protocol, false);
        }

        /** The same object with a checked nexthop. */
        Single with(NextHop checked) {
            return new Single(id, checked, protocol, blackhole);
        }

        /** The same object under another id. */
        public Single named(long newId) {
            return new Single(newId, nexthop, protocol, blackhole);
        }
    }

    /**
     * Several ways out.
     *
     * @param id the id
     * @param members the members in order
     * @param protocol who made it
     */
    record Group(long id, List<Member> members, RouteProtocol protocol) implements NexthopObject {

        /** Copies the list. */
        public Group {
            members = List.copyOf(members);
        }
    }

    /**
     * A member of a group.
     *
     * @param id the id of the single object
     * @param weight its share, 1 to 256
     */
    record Member(long id, int weight) {}
}
