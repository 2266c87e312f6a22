package org.packetwalk.netlink;

import org.packetwalk.kernel.HostId;

/** A change of the set of hosts ({@code ip netns}). */
public sealed interface HostRequest extends ConfigRequest {

    @Override
    default <R> R accept(ConfigRequest.Visitor<R> visitor) {
        return visitor.host(this);
    }

    /** A new network namespace. */
    record Add(HostId name) implements HostRequest {}

    /**
     * The number by which another namespace is known here ({@code RTM_NEWNSID}).
     *
     * @param number 0 or more, -1 for the first that is free
     */
    record Number(HostId other, int number) implements HostRequest {}

    /** A network namespace goes, with its virtual cables. */
    record Delete(HostId name) implements HostRequest {}
}
