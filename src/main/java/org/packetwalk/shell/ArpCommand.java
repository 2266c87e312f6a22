package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.stack.NetNamespace;

/** {@code arp -n} of net-tools 2.10: only shows. */
final class ArpCommand implements CommandParser {

    @Override
    public Command parse(List<String> arguments, Place place) {
        for (String word : arguments) {
            if (!word.equals("-n") && !word.equals("-e") && !word.equals("-en") && !word.equals("-ne")) {
                throw Words.notSimulated("arp", word, "-n; changes are made with ip neigh");
            }
        }
        return new Command.Run(place.host(), "arp", (computer, stdin) -> show(computer, place.host()));
    }

    private static CommandResult show(Computer computer, HostId host) {
        NetNamespace ns = computer.machine().host(host);
        StringBuilder out = new StringBuilder();
        for (NeighborEntry entry : ns.neighbors().all()) {
            if (entry.state() == NudState.NOARP) {
                continue;
            }
            boolean known = entry.state().valid();
            String flags = entry.state() == NudState.PERMANENT ? "CM" : known ? "C" : "";
            out.append("%-23.23s  %-8.8s%-20.20s%-6.6s%-15.15s %s"
                            .formatted(
                                    entry.key().address(),
                                    known ? "ether" : "",
                                    known ? entry.lladdr() : "(incomplete)",
                                    flags,
                                    "",
                                    ns.devices().nameOf(entry.key().device())))
                    .append('\n');
        }
        for (NeighborEntry proxy : ns.neighbors().proxies()) {
            out.append("%-23.23s  %-8.8s%-20.20s%-6.6s%-15.15s %s"
                            .formatted(
                                    proxy.key().address(),
                                    "*",
                                    "<from_interface>",
                                    "MP",
                                    "",
                                    ns.devices().nameOf(proxy.key().device())))
                    .append('\n');
        }
        return CommandResult.printed(
                out.isEmpty()
                        ? ""
                        : "Address                  HWtype  HWaddress           Flags Mask            Iface\n" + out);
    }
}
