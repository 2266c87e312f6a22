package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.netlink.AddressRequest;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** {@code ip address flush}: asks for the addresses and deletes them one by one, in rounds, until none is left. */
record IpAddressFlush(HostId host, IpOptions options, IpShowFilter filter) implements Action {

    private static final int MAX_ROUNDS = 10;

    @Override
    public CommandResult run(Computer computer, String stdin) {
        StringBuilder out = new StringBuilder();
        int deleted = 0;
        for (int round = 1; round <= MAX_ROUNDS; round++) {
            List<AddressRequest> doomed = doomed(computer.machine());
            if (doomed.isEmpty()) {
                if (options.statistics() > 0) {
                    out.append(
                            deleted == 0
                                    ? "Nothing to flush.\n"
                                    : "*** Flush is complete after " + (round - 1) + " round" + (round > 2 ? "s" : "")
                                            + " ***\n");
                }
                return CommandResult.printed(out.toString());
            }
            for (AddressRequest request : doomed) {
                computer.configure(host, request);
            }
            deleted += doomed.size();
            if (options.statistics() > 0) {
                out.append("\n*** Round ")
                        .append(round)
                        .append(", deleting ")
                        .append(doomed.size())
                        .append(" addresses ***\n");
            }
        }
        return CommandResult.failed(1, "*** Flush remains incomplete after " + MAX_ROUNDS + " rounds. ***\n");
    }

    /** The addresses that are asked for, of a device those of IPv4 first, as {@code RTM_GETADDR} lists them. */
    private List<AddressRequest> doomed(Machine machine) {
        NetNamespace ns = machine.host(host);
        List<AddressRequest> doomed = new ArrayList<>();
        for (NetDevice device : ns.devices().all()) {
            if (filter.shows(device)) {
                if (!options.ipv6()) {
                    doomed.addAll(doomed(ns, device, machine.now()));
                }
                if (options.family() != 4) {
                    doomed.addAll(doomedIpv6(machine, device));
                }
            }
        }
        return doomed;
    }

    private List<AddressRequest.Delete> doomed(NetNamespace ns, NetDevice device, SimTime now) {
        return ns.addresses().of(device.index()).stream()
                .filter(address -> filter.shows(address, now))
                .map(address -> new AddressRequest.Delete(
                        device.index(),
                        address.address(),
                        address.prefixLength(),
                        address.peer(),
                        false,
                        address.label(),
                        true))
                .toList();
    }

    private List<AddressRequest.DeleteIpv6> doomedIpv6(Machine machine, NetDevice device) {
        return machine.host(host).ipv6().addresses().find(device.index()).map(Ipv6Device::addresses).stream()
                .flatMap(List::stream)
                .filter(address -> filter.shows(address, machine.now()))
                .map(address ->
                        new AddressRequest.DeleteIpv6(device.index(), address.address(), address.prefixLength()))
                .toList();
    }
}
