package org.packetwalk.kernel.route;

/**
 * Where the nexthops of a route come from: the route itself, or a nexthop object.
 *
 * @param id the id of the object, 0 if the route has its own nexthops
 * @param group whether the object is a group
 */
public record NexthopReference(long id, boolean group) {

    /** The route has its own nexthops. */
    public static final NexthopReference NONE = new NexthopReference(0, false);

    /** Whether there is an object. */
    public boolean isPresent() {
        return id != 0;
    }
}
