package org.packetwalk.netlink;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NeighborMarks;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.stack.NeighborAdministration;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** What {@code net/core/neighbour.c} does with requests about neighbours. */
final class NeighborChanges {

    private NeighborChanges() {}

    static ResultOrErrno<Errno> apply(Walk walk, HostId host, NeighborRequest request) {
        if (request instanceof NeighborRequest.Add add) {
            return add(walk, host, add);
        }
        if (request instanceof NeighborRequest.AddProxy proxy) {
            if (lacksIpv6(walk.host(host), proxy.key())) {
                return ResultOrErrno.refused(Errno.ENOBUFS);
            }
            walk.update(
                    host,
                    new NeighborEntry(
                            proxy.key(),
                            NudState.NONE,
                            MacAddress.ZERO,
                            java.util.List.of(),
                            0,
                            walk.now(),
                            walk.now(),
                            walk.now(),
                            NeighborEntry.NO_TIMER,
                            true,
                            NeighborMarks.NONE));
            new NeighborAdministration(walk, host).proxying(proxy.key(), true);
            return Configurator.DONE;
        }
        return request instanceof NeighborRequest.DeleteProxy proxy
                ? deleteProxy(walk, host, proxy.key())
                : delete(walk, host, (NeighborRequest.Delete) request);
    }

    /** {@code ndisc_allow_add}. */
    private static boolean withoutIpv6(NetNamespace ns, int device) {
        return ns.ipv6().addresses().find(device).isEmpty() || ns.sysctls().ipv6Conf(device, "disable_ipv6") != 0;
    }

    /** {@code pndisc_constructor}: only a device with IPv6 can answer for others. */
    private static boolean lacksIpv6(NetNamespace ns, NeighborKey key) {
        return key.address() instanceof Ipv6Address
                && !ns.neighbors().hasProxy(key)
                && ns.ipv6().addresses().find(key.device()).isEmpty();
    }

    /** {@code neigh_add}: an entry that was created for the request stays even if the request is refused then. */
    private static ResultOrErrno<Errno> add(Walk walk, HostId host, NeighborRequest.Add add) {
        NetNamespace ns = walk.host(host);
        if (ns.device(add.key().device()).isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        if (add.key().address() instanceof Ipv6Address
                && withoutIpv6(ns, add.key().device())) {
            return ResultOrErrno.refused(Errno.EINVAL, "IPv6 is disabled on this device");
        }
        Optional<NeighborEntry> there = ns.neighbors().find(add.key());
        if (there.isPresent() && add.how() == RouteInsertion.ADD) {
            return ResultOrErrno.refused(Errno.EEXIST);
        }
        if (there.isEmpty() && add.how() == RouteInsertion.CHANGE) {
            return ResultOrErrno.refused(Errno.ENOENT);
        }
        NeighborAdministration neighbors = new NeighborAdministration(walk, host);
        NeighborEntry entry = there.orElseGet(() -> neighbors.create(add.key()));
        mark(walk, host, add);
        if (add.use()) {
            neighbors.use(add.key(), add.state(), add.lladdr());
            return Configurator.DONE;
        }
        if (add.state().valid() && !add.lladdrGiven() && !entry.state().valid()) {
            neighbors.refuse(entry.key(), add.state());
            return ResultOrErrno.refused(Errno.EINVAL, "No link layer address given");
        }
        neighbors.set(entry.key(), add.lladdrGiven() ? add.lladdr() : entry.lladdr(), add.lladdrGiven(), add.state());
        return Configurator.DONE;
    }

    /** {@code neigh_update_is_router}: only a replacement says that a neighbour is no router any more. */
    private static void mark(Walk walk, HostId host, NeighborRequest.Add add) {
        walk.host(host).neighbors().find(add.key()).ifPresent(entry -> {
            NeighborMarks before = entry.marks();
            NeighborMarks asked = add.marks();
            walk.update(
                    host,
                    entry.withMarks(new NeighborMarks(
                            add.use() ? before.router() : asked.router(),
                            before.learnedElsewhere() || asked.learnedElsewhere(),
                            asked.protocol() == 0 ? before.protocol() : asked.protocol())));
        });
    }

    /** {@code neigh_delete}. */
    private static ResultOrErrno<Errno> delete(Walk walk, HostId host, NeighborRequest.Delete delete) {
        if (walk.host(host).neighbors().find(delete.key()).isEmpty()) {
            return ResultOrErrno.refused(Errno.ENOENT);
        }
        new NeighborAdministration(walk, host).remove(delete.key(), delete.flushing());
        return Configurator.DONE;
    }

    /** {@code pneigh_delete}. */
    private static ResultOrErrno<Errno> deleteProxy(Walk walk, HostId host, NeighborKey key) {
        NetNamespace ns = walk.host(host);
        if (!ns.neighbors().hasProxy(key)) {
            return ResultOrErrno.refused(Errno.ENOENT);
        }
        walk.update(ns.withNeighbors(ns.neighbors().withoutProxy(key)));
        new NeighborAdministration(walk, host).proxying(key, false);
        return Configurator.DONE;
    }
}
