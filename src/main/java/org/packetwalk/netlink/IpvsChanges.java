package org.packetwalk.netlink;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.netfilter.IpvsDestination;
import org.packetwalk.kernel.netfilter.IpvsService;
import org.packetwalk.kernel.netfilter.IpvsTable;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** What {@code net/netfilter/ipvs/ip_vs_ctl.c} does with requests of ipvsadm. */
final class IpvsChanges {

    private final Walk walk;
    private final HostId host;

    private IpvsChanges(Walk walk, HostId host) {
        this.walk = walk;
        this.host = host;
    }

    static ResultOrErrno<Errno> apply(Walk walk, HostId host, IpvsRequest request) {
        return new IpvsChanges(walk, host).apply(request);
    }

    private ResultOrErrno<Errno> apply(IpvsRequest request) {
        IpvsTable table = walk.host(host).netfilter().ipvs();
        if (request instanceof IpvsRequest.Clear) {
            return put(new IpvsTable(List.of(), table.connections()));
        }
        if (request instanceof IpvsRequest.AddService add) {
            return find(table, add.service()).isPresent()
                    ? ResultOrErrno.refused(Errno.EEXIST)
                    : put(table.with(IpvsService.of(
                            add.service().protocol(),
                            add.service().address(),
                            add.service().port(),
                            add.scheduler())));
        }
        if (request instanceof IpvsRequest.EditService edit) {
            return find(table, edit.service())
                    .map(found -> put(table.with(found.by(edit.scheduler()))))
                    .orElseGet(() -> ResultOrErrno.refused(Errno.ESRCH));
        }
        if (request instanceof IpvsRequest.DeleteService delete) {
            return find(table, delete.service())
                    .map(found -> put(table.without(found)))
                    .orElseGet(() -> ResultOrErrno.refused(Errno.ESRCH));
        }
        return server(table, request);
    }

    private ResultOrErrno<Errno> server(IpvsTable table, IpvsRequest request) {
        if (request instanceof IpvsRequest.AddServer add) {
            return set(table, add.service(), add.server(), false);
        }
        if (request instanceof IpvsRequest.EditServer edit) {
            return set(table, edit.service(), edit.server(), true);
        }
        IpvsRequest.DeleteServer delete = (IpvsRequest.DeleteServer) request;
        Optional<IpvsService> service = find(table, delete.service());
        if (service.isEmpty()) {
            return ResultOrErrno.refused(Errno.ESRCH);
        }
        return service.get()
                .find(delete.address(), delete.port())
                .map(found -> put(table.with(service.get().without(found))))
                .orElseGet(() -> ResultOrErrno.refused(Errno.ENOENT));
    }

    private ResultOrErrno<Errno> set(
            IpvsTable table, IpvsRequest.Service where, IpvsDestination server, boolean mustBeThere) {
        Optional<IpvsService> service = find(table, where);
        if (service.isEmpty()) {
            return ResultOrErrno.refused(Errno.ESRCH);
        }
        boolean there = service.get().find(server.address(), server.port()).isPresent();
        if (there != mustBeThere) {
            return ResultOrErrno.refused(there ? Errno.EEXIST : Errno.ENOENT);
        }
        return put(table.with(service.get().with(server)));
    }

    private static Optional<IpvsService> find(IpvsTable table, IpvsRequest.Service service) {
        return table.find(service.protocol(), service.address(), service.port());
    }

    private ResultOrErrno<Errno> put(IpvsTable table) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withNetfilter(ns.netfilter().with(table)));
        return Configurator.DONE;
    }
}
