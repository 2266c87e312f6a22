package org.packetwalk.netlink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.VxlanEntry;
import org.packetwalk.kernel.device.VxlanRemote;
import org.packetwalk.kernel.device.VxlanState;
import org.packetwalk.net.MacAddress;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** What {@code vxlan_fdb_add} and {@code vxlan_fdb_delete} do. */
final class VxlanFdbChanges {

    private final Walk walk;
    private final HostId host;

    VxlanFdbChanges(Walk walk, HostId host) {
        this.walk = walk;
        this.host = host;
    }

    ResultOrErrno<Errno> apply(FdbRequest.Tunnel request) {
        Optional<NetDevice> found = walk.host(host).device(request.device());
        if (found.isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        if (!(found.get().kind() instanceof DeviceKind.Vxlan vxlan)) {
            return ResultOrErrno.refused(Errno.EOPNOTSUPP);
        }
        return request.added().isEmpty()
                ? delete(found.get(), vxlan.state(), request)
                : add(found.get(), vxlan.state(), request, request.added().get(0));
    }

    private ResultOrErrno<Errno> add(
            NetDevice device, VxlanState state, FdbRequest.Tunnel request, FdbRequest.How how) {
        VxlanRemote remote = request.remote();
        if (remote.address().isAny()) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        Optional<VxlanEntry> there = state.find(request.address(), walk.now());
        if (there.isEmpty()) {
            return put(device, state.plus(request.address(), request.state(), remote, walk.now()));
        }
        if (how == FdbRequest.How.ADD) {
            return ResultOrErrno.refused(Errno.EEXIST);
        }
        boolean group = request.address().isZero() || request.address().isMulticast();
        if (how == FdbRequest.How.REPLACE) {
            return group
                    ? ResultOrErrno.refused(Errno.EOPNOTSUPP, "Cannot replace non-unicast fdb entries")
                    : put(
                            device,
                            state.with(there.get()
                                    .to(List.of(remote))
                                    .in(request.state())
                                    .updatedAt(walk.now())));
        }
        boolean known = there.get().remotes().stream().anyMatch(one -> one.sameEnd(remote));
        if (!group || known) {
            return Configurator.DONE;
        }
        List<VxlanRemote> more = new ArrayList<>(there.get().remotes());
        more.add(remote);
        return put(device, state.with(there.get().to(more)));
    }

    private ResultOrErrno<Errno> delete(NetDevice device, VxlanState state, FdbRequest.Tunnel request) {
        MacAddress address = request.address();
        Optional<VxlanEntry> there = state.find(address, walk.now());
        if (there.isEmpty()) {
            return ResultOrErrno.refused(Errno.ENOENT);
        }
        if (request.remote().address().isAny()) {
            return put(device, state.without(address));
        }
        List<VxlanRemote> left = new ArrayList<>(there.get().remotes());
        if (!left.removeIf(one -> one.sameEnd(request.remote()))) {
            return Configurator.DONE;
        }
        return put(
                device,
                left.isEmpty() ? state.without(address) : state.with(there.get().to(left)));
    }

    private ResultOrErrno<Errno> put(NetDevice device, VxlanState state) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withDevices(ns.devices().with(device.withKind(new DeviceKind.Vxlan(state)))));
        return Configurator.DONE;
    }
}
