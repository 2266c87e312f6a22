package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.netlink.AddressRequest;
import org.packetwalk.stack.NetNamespace;

/** {@code ip address flush}: asks for the addresses and deletes them one by one, in rounds, until none is left. */
record IpAddressFlush(HostId host, IpOptions options, IpShowFilter filter) implements Action {

    private static final int MAX_ROUNDS = 10;

    @Override
    public CommandResult run(Computer computer, String stdin) {
        StringBuilder out = new StringBuilder();
        int deleted = 0;
        for (int round = 1; round <= MAX_ROUNDS; round++) {
            List<AddressRequest.Delete> doomed = doomed(computer.machine().host(host));
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
            for (AddressRequest.Delete request : doomed) {
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

    private List<AddressRequest.Delete> doomed(NetNamespace ns) {
        List<AddressRequest.Delete> doomed = new ArrayList<>();
        for (NetDevice device : ns.devices().all()) {
            if (!filter.shows(device)) {
                continue;
            }
            for (InterfaceAddress address : ns.addresses().of(device.index())) {
                if (filter.shows(address)) {
                    doomed.add(new AddressRequest.Delete(
                            device.index(),
                            address.address(),
                            address.prefixLength(),
                            address.peer(),
                            false,
                            address.label()));
                }
            }
        }
        return doomed;
    }
}
