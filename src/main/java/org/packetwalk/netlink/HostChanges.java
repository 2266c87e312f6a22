package org.packetwalk.netlink;

import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** Network namespaces come and go ({@code setup_net}, {@code cleanup_net}). */
final class HostChanges {

    private final Walk walk;

    HostChanges(Walk walk) {
        this.walk = walk;
    }

    ResultOrErrno<Errno> apply(HostId host, HostRequest request) {
        if (request instanceof HostRequest.Number number) {
            return number(host, number);
        }
        if (request instanceof HostRequest.Add add) {
            return add(add.name());
        }
        return delete(((HostRequest.Delete) request).name());
    }

    /** {@code rtnl_net_newid}. */
    private ResultOrErrno<Errno> number(HostId host, HostRequest.Number request) {
        NetNamespace ns = walk.host(host);
        if (ns.peers().containsKey(request.other())) {
            return ResultOrErrno.refused(Errno.EEXIST, "Peer netns already has a nsid assigned");
        }
        if (ns.peers().containsValue(request.number())) {
            return ResultOrErrno.refused(Errno.EEXIST, "The specified nsid is already used");
        }
        if (request.number() < 0) {
            PeerNumbers.acquaint(walk, host, request.other());
        } else {
            walk.update(ns.withPeers(ns.peers().plus(request.other(), request.number())));
        }
        return Configurator.DONE;
    }

    private ResultOrErrno<Errno> add(HostId host) {
        if (walk.machine().find(host).isPresent()) {
            return ResultOrErrno.refused(Errno.EEXIST);
        }
        NetNamespace created = NetNamespace.create(host);
        walk.machine(walk.machine()
                .with(created.withRouting(RoutingTables.initial(walk.machine().release()))));
        return Configurator.DONE;
    }

    /** Its devices go, virtual cables with both ends; what was to happen on the host does not happen. */
    private ResultOrErrno<Errno> delete(HostId host) {
        if (walk.machine().find(host).isEmpty()) {
            return ResultOrErrno.refused(Errno.ENOENT);
        }
        LinkChanges links = new LinkChanges(walk);
        List<NetDevice> devices = walk.host(host).devices().all().stream()
                .filter(device -> !device.isLoopback())
                .toList();
        for (NetDevice device : devices) {
            if (walk.host(host).device(device.index()).isPresent()) {
                links.apply(host, new LinkRequest.Delete(device.index()));
            }
        }
        Machine machine = walk.machine().without(host);
        for (Machine.TimerKey key : List.copyOf(machine.timers().keySet())) {
            if (machine.timers().get(key).host().equals(host)) {
                machine = machine.withoutTimer(key);
            }
        }
        for (NetNamespace other : List.copyOf(machine.hosts().values())) {
            machine = machine.with(other.withPeers(other.peers().minus(host)));
        }
        walk.machine(machine);
        return Configurator.DONE;
    }
}
