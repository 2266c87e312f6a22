package org.packetwalk.netlink;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.route.LinkdownPolicy;
import org.packetwalk.kernel.route.RoutingEvents;
import org.packetwalk.kernel.route.RoutingState;
import org.packetwalk.stack.AdmissionReport;
import org.packetwalk.stack.Fib;
import org.packetwalk.stack.Interfaces;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** The routing of a host during a request, and how it is put back. */
record RoutingView(Walk walk, HostId host) {

    NetNamespace namespace() {
        return walk.host(host);
    }

    LinkdownPolicy policy() {
        return Fib.policy(namespace());
    }

    Interfaces links() {
        return new Interfaces(namespace().devices());
    }

    /** The events of this host, with its links as they are now. */
    RoutingEvents events() {
        return new RoutingEvents(links(), policy(), AdmissionReport.ofAddresses(walk, host));
    }

    /** The same when an address goes. */
    RoutingEvents deletions() {
        return new RoutingEvents(links(), policy(), AdmissionReport.ofDeletion(walk, host));
    }

    RoutingState state() {
        return namespace().routingState();
    }

    void put(RoutingState state) {
        walk.update(namespace().with(state));
    }
}
