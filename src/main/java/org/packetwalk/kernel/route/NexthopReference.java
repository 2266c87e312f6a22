package org.packetwalk.kernel.route;

/**
 * Where the nexthops of a route come from: the route itself, or a nexthop object.
 *
 * @param id the id of the object, 0 if the route has its own nexthops
 * @param group whether the object is a group
 * @param blackhole whether all that the object gets is discarded ({@code nexthop_is_blackhole})
 */
public record NexthopReference(long id, boolean group, boolean blackhole) {

    /** The route has its own nexthops. */
    public static final NexthopReference NONE = of(0);

    /** An object of which the id alone is known, 0 for none. */
    public static NexthopReference of(long id) {
        return new NexthopReference(id, false, false);
    }

    /** Whether there is an object. */
    public boolean isPresent() {
        return id != 0;
    }
}
