package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RouteSelector;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.netlink.RouteRequest;

/** {@code ip route flush}: asks for the routes and deletes them one by one, in rounds, until none is left. */
record IpRouteFlush(HostId host, IpOptions options, IpRouteFilter filter) implements Action {

    private static final int MAX_ROUNDS = 10;

    @Override
    public CommandResult run(Computer computer, String stdin) {
        if (filter.cache()) {
            computer.configure(host, new RouteRequest.FlushCache());
            return CommandResult.SILENT;
        }
        StringBuilder out = new StringBuilder();
        int deleted = 0;
        for (int round = 1; round <= MAX_ROUNDS; round++) {
            RoutingTables routing = computer.machine().host(host).routing();
            if (!filter.tables().isEmpty()
                    && routing.table(filter.tables().get(0)).isEmpty()) {
                return CommandResult.failed(2, "Error: ipv4: FIB table does not exist.\nFlush terminated\n");
            }
            List<Route> doomed = IpRoutePrinter.chosen(routing, filter);
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
            boolean refused = false;
            for (Route route : doomed) {
                if (route.info().nexthopObject().isPresent()) {
                    refused = true;
                } else {
                    computer.configure(host, new RouteRequest.Delete(RouteSelector.of(route)));
                }
            }
            if (refused) {
                return new CommandResult(2, out.toString(), "Failed to send flush request: Invalid argument\n");
            }
            deleted += doomed.size();
            if (options.statistics() > 0) {
                out.append("\n*** Round ")
                        .append(round)
                        .append(", deleting ")
                        .append(doomed.size())
                        .append(" entries ***\n");
            }
        }
        return CommandResult.failed(1, "*** Flush not completed bailing out after " + MAX_ROUNDS + " rounds\n");
    }
}
