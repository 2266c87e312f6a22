package org.packetwalk.netlink;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.BridgeState;
import org.packetwalk.kernel.device.FdbEntry;
import org.packetwalk.kernel.device.ForwardingDatabase;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.PortState;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** What {@code rtnl_fdb_add}, {@code br_fdb_add} and {@code br_fdb_delete} do. */
final class FdbChanges {

    private final Walk walk;
    private final HostId host;

    FdbChanges(Walk walk, HostId host) {
        this.walk = walk;
        this.host = host;
    }

    ResultOrErrno<Errno> apply(FdbRequest request) {
        if (request instanceof FdbRequest.Tunnel tunnel) {
            return new VxlanFdbChanges(walk, host).apply(tunnel);
        }
        int index = request instanceof FdbRequest.Add add ? add.device() : ((FdbRequest.Delete) request).device();
        NetNamespace ns = walk.host(host);
        Optional<NetDevice> device = ns.device(index);
        if (device.isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        boolean port = device.get().master() != 0;
        Optional<NetDevice> bridge = port
                ? ns.device(device.get().master())
                : device.filter(one -> one.bridge().isPresent() && !ofMaster(request));
        if (bridge.isEmpty()) {
            return ResultOrErrno.refused(Errno.EOPNOTSUPP);
        }
        return request instanceof FdbRequest.Add add
                ? add(bridge.get(), port ? index : 0, add)
                : delete(bridge.get(), port ? index : 0, (FdbRequest.Delete) request);
    }

    private static boolean ofMaster(FdbRequest request) {
        return request instanceof FdbRequest.Add add && add.master()
                || request instanceof FdbRequest.Delete delete && delete.master();
    }

    private ResultOrErrno<Errno> add(NetDevice bridge, int port, FdbRequest.Add add) {
        BridgeState state = bridge.bridge().orElseThrow();
        if (add.address().isMulticast() || add.address().isZero()) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        if (port == 0 && add.origin() != FdbEntry.Origin.ADDED_LOCAL) {
            return ResultOrErrno.refused(Errno.EINVAL, "FDB entry towards bridge must be permanent");
        }
        boolean disabled = port != 0
                && state.port(port)
                        .filter(one -> one.state() == PortState.DISABLED)
                        .isPresent();
        if (disabled && add.origin() == FdbEntry.Origin.ADDED_DYNAMIC) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        Optional<FdbEntry> there = state.find(add.address(), walk.now());
        ForwardingDatabase fdb = state.fdb();
        if (there.isEmpty()) {
            put(bridge, state.with(fdb.plus(add.address(), port, add.origin(), walk.now())));
            return Configurator.DONE;
        }
        if (add.how() == FdbRequest.How.ADD) {
            return ResultOrErrno.refused(Errno.EEXIST);
        }
        FdbEntry entry = there.get().at(port).as(add.origin()).seen(walk.now()).usedAt(walk.now());
        put(bridge, state.with(fdb.with(entry)));
        return Configurator.DONE;
    }

    private ResultOrErrno<Errno> delete(NetDevice bridge, int port, FdbRequest.Delete delete) {
        BridgeState state = bridge.bridge().orElseThrow();
        boolean there = state.find(delete.address(), walk.now())
                .filter(entry -> entry.port() == port)
                .isPresent();
        if (!there) {
            return ResultOrErrno.refused(Errno.ENOENT);
        }
        put(bridge, state.with(state.fdb().without(delete.address())));
        return Configurator.DONE;
    }

    private void put(NetDevice bridge, BridgeState state) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withDevices(ns.devices().with(bridge.with(state))));
    }
}
