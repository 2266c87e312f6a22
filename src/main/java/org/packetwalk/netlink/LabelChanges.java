package org.packetwalk.netlink;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route6.AddressLabels;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** Changes the policy table for source addresses ({@code net/ipv6/addrlabel.c}). */
final class LabelChanges {

    private LabelChanges() {}

    static ResultOrErrno<Errno> apply(Walk walk, HostId host, LabelRequest request) {
        NetNamespace ns = walk.host(host);
        AddressLabels labels = ns.ipv6().labels();
        boolean there = labels.find(request.row()).isPresent();
        boolean add = request instanceof LabelRequest.Add;
        if (add == there) {
            return ResultOrErrno.refused(add ? Errno.EEXIST : Errno.ESRCH);
        }
        AddressLabels now = add ? labels.with(request.row()) : labels.without(request.row());
        walk.update(ns.withIpv6(ns.ipv6().with(now)));
        return Configurator.DONE;
    }
}
