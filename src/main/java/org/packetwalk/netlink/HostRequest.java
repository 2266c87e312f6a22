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

    /** A network namespace goes, with its virtual cables. */
    record Delete(HostId name) implements HostRequest {}
}
