package org.packetwalk.netlink;

import org.packetwalk.kernel.route.FlowKey;

/**
 * A question of {@code ip route get} ({@code inet_rtm_getroute}).
 *
 * @param flow the flow
 * @param received whether it is a packet that came in ({@code iif}); the flow names the interface
 * @param userGiven whether the user was named: then the answer names it, too
 * @param tableEntry whether the entry of the table is asked for ({@code fibmatch})
 */
public record RouteQuestion(FlowKey flow, boolean received, boolean userGiven, boolean tableEntry) {

    /** Whether the answer names the user: a packet that came in has none. */
    public boolean tellsUser() {
        return !received || userGiven;
    }
}
