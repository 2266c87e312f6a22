package org.packetwalk.netlink;

import org.packetwalk.kernel.route.NexthopObject;

/** A change of the nexthop objects ({@code RTM_NEWNEXTHOP}, {@code RTM_DELNEXTHOP}). */
public sealed interface NexthopRequest extends ConfigRequest {

    @Override
    default <R> R accept(ConfigRequest.Visitor<R> visitor) {
        return visitor.nexthop(this);
    }

    /**
     * A new or changed object.
     *
     * @param object the object; id 0 lets the kernel choose one
     * @param replace whether one of the same id is exchanged
     */
    record Put(NexthopObject object, boolean replace) implements NexthopRequest {}

    /** An object goes, and the routes that use it. */
    record Delete(long id) implements NexthopRequest {}
}
