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
     */
    record Single(long id, NextHop nexthop, RouteProtocol protocol) implements NexthopObject {}

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
