package org.packetwalk.netlink;

import java.util.SortedMap;
import java.util.TreeMap;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.sysctl.SysctlFiles;
import org.packetwalk.kernel.sysctl.SysctlTable;
import org.packetwalk.stack.Addrconf;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** Writing below /proc/sys ({@code proc_sys_write}). */
final class SysctlChanges {

    private SysctlChanges() {}

    static ResultOrErrno<Errno> apply(Walk walk, HostId host, SysctlRequest request) {
        NetNamespace ns = walk.host(host);
        SysctlFiles files = new SysctlFiles(ns.sysctls(), interfaces(ns));
        ResultOrErrno<SysctlTable> answer = files.write(request.path(), request.text());
        if (answer instanceof ResultOrErrno.Refused<SysctlTable> refused) {
            return ResultOrErrno.refused(refused.errno(), refused.message());
        }
        walk.update(ns.withSysctls(((ResultOrErrno.Ok<SysctlTable>) answer).value()));
        new Addrconf(walk, host).configured(ns.sysctls());
        return Configurator.DONE;
    }

    private static SortedMap<String, Integer> interfaces(NetNamespace ns) {
        SortedMap<String, Integer> interfaces = new TreeMap<>();
        for (NetDevice device : ns.devices().all()) {
            interfaces.put(device.name(), device.index());
        }
        return interfaces;
    }
}
