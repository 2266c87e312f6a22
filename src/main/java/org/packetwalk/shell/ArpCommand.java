package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.neigh.NeighborMarks;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.netlink.NeighborRequest;
import org.packetwalk.sim.HostsFile;
import org.packetwalk.stack.NetNamespace;

/** {@code arp} of net-tools 2.10: shows neighbours, sets and deletes them by {@code SIOCSARP} and {@code SIOCDARP}. */
final class ArpCommand implements CommandParser {

    private static final String KNOWN = "-a, -d, -Ds, -e, -i, -n, -s, -v, HOST";
    private static final String HEAD =
            "Address                  HWtype  HWaddress           Flags Mask            Iface\n";
    private static final int FAILED = 255;

    /** What was asked for. */
    private static final class Asked {

        private String letters = "";
        private String device = "";
        private final List<String> rest = new ArrayList<>();

        boolean has(char letter) {
            return letters.indexOf(letter) >= 0;
        }
    }

    @Override
    public Command parse(List<String> arguments, Place place) {
        Asked asked = new Asked();
        int at = 0;
        while (at < arguments.size()) {
            String word = arguments.get(at);
            if (word.equals("-i") && at + 1 < arguments.size()) {
                at++;
                asked.device = arguments.get(at);
            } else if (word.matches("-[adDensv]+")) {
                asked.letters += word.substring(1);
            } else if (word.startsWith("-")) {
                throw Words.notSimulated("arp", word, KNOWN);
            } else {
                asked.rest.add(word);
            }
            at++;
        }
        return new Command.Run(place.host(), "arp " + String.join(" ", arguments), (computer, stdin) -> {
            try {
                return run(computer, place.host(), asked);
            } catch (Refusal refusal) {
                return refusal.result();
            }
        });
    }

    private static CommandResult run(Computer computer, HostId host, Asked asked) {
        if (asked.has('s')) {
            return set(computer, host, asked);
        }
        return asked.has('d') ? delete(computer, host, asked) : show(computer, host, asked);
    }

    private static Ipv4Address resolve(Computer computer, HostId host, String name) {
        return computer.world()
                .hostsFile(host)
                .resolve(name)
                .orElseThrow(() -> new Refusal(FAILED, name + ": Host name lookup failure"));
    }

    // -- changes ---------------------------------------------------------------------------

    /** {@code arp_req_set}: without a device the one the route to the address leaves by. */
    private static CommandResult set(Computer computer, HostId host, Asked asked) {
        if (asked.rest.isEmpty()) {
            throw new Refusal(FAILED, "arp: need host name");
        }
        Ipv4Address address = resolve(computer, host, asked.rest.get(0));
        if (asked.rest.size() < 2) {
            throw new Refusal(FAILED, "arp: need hardware address");
        }
        boolean proxy = asked.rest.contains("pub");
        String hardware = asked.rest.get(1);
        if (asked.has('D')) {
            NeighborKey key = new NeighborKey(index(computer, host, hardware), address);
            return answer(computer.configure(host, new NeighborRequest.AddProxy(key)));
        }
        if (!MacAddress.isValid(hardware)) {
            throw new Refusal(FAILED, "arp: invalid hardware address");
        }
        if (proxy && asked.device.isEmpty()) {
            return answer(computer.configure(
                    host, new NeighborRequest.AddProxy(new NeighborKey(owner(computer, host, hardware), address))));
        }
        NeighborKey key = new NeighborKey(device(computer, host, asked, address), address);
        NudState state = asked.rest.contains("temp") ? NudState.STALE : NudState.PERMANENT;
        return answer(computer.configure(
                host,
                proxy
                        ? new NeighborRequest.AddProxy(key)
                        : new NeighborRequest.Add(
                                key,
                                MacAddress.parse(hardware),
                                true,
                                state,
                                NeighborMarks.NONE,
                                false,
                                RouteInsertion.REPLACE)));
    }

    private static CommandResult answer(ResultOrErrno<Errno> answer) {
        return answer instanceof ResultOrErrno.Refused<Errno> refused
                ? CommandResult.failed(FAILED, "SIOCSARP: " + refused.errno().text() + "\n")
                : CommandResult.SILENT;
    }

    private static int index(Computer computer, HostId host, String name) {
        return computer.machine()
                .host(host)
                .devices()
                .find(name)
                .map(NetDevice::index)
                .orElseThrow(() -> new Refusal(FAILED, "SIOCSARP: " + Errno.ENODEV.text()));
    }

    /** {@code arp_req_set_public}: the device that has the hardware address itself ({@code dev_getbyhwaddr}). */
    private static int owner(Computer computer, HostId host, String hardware) {
        MacAddress wanted = MacAddress.parse(hardware);
        return computer.machine().host(host).devices().all().stream()
                .filter(device -> device.address().equals(wanted))
                .findFirst()
                .map(NetDevice::index)
                .orElseThrow(() -> new Refusal(FAILED, "SIOCSARP: " + Errno.ENODEV.text()));
    }

    private static int device(Computer computer, HostId host, Asked asked, Ipv4Address address) {
        if (!asked.device.isEmpty()) {
            return index(computer, host, asked.device);
        }
        ResultOrErrno<Integer> way = computer.onLink(host, address);
        if (way instanceof ResultOrErrno.Refused<Integer> refused) {
            throw new Refusal(FAILED, "SIOCSARP: " + refused.errno().text());
        }
        return ((ResultOrErrno.Ok<Integer>) way).value();
    }

    private static CommandResult delete(Computer computer, HostId host, Asked asked) {
        if (asked.rest.isEmpty()) {
            throw new Refusal(FAILED, "arp: need host name");
        }
        Ipv4Address address = resolve(computer, host, asked.rest.get(0));
        if (asked.device.isEmpty()) {
            ResultOrErrno<Integer> way = computer.onLink(host, address);
            if (way instanceof ResultOrErrno.Refused<Integer> refused) {
                throw new Refusal(
                        FAILED, "SIOCDARP(dontpub): " + refused.errno().text());
            }
        }
        NetNamespace ns = computer.machine().host(host);
        Optional<NeighborEntry> entry = ns.neighbors().all().stream()
                .filter(one -> one.key().address().equals(address) && shown(ns, one, asked))
                .findFirst();
        Optional<NeighborEntry> proxy = ns.neighbors().proxies().stream()
                .filter(one -> one.key().address().equals(address) && shown(ns, one, asked))
                .findFirst();
        if (entry.isEmpty() && proxy.isEmpty()) {
            return new CommandResult(FAILED, "No ARP entry for " + asked.rest.get(0) + "\n", "");
        }
        entry.ifPresent(one -> computer.configure(host, new NeighborRequest.Delete(one.key(), false)));
        proxy.filter(one -> entry.isEmpty() || asked.rest.contains("pub"))
                .ifPresent(one -> computer.configure(host, new NeighborRequest.DeleteProxy(one.key())));
        return CommandResult.SILENT;
    }

    // -- showing ---------------------------------------------------------------------------

    private static boolean shown(NetNamespace ns, NeighborEntry entry, Asked asked) {
        return asked.device.isEmpty()
                || ns.devices().nameOf(entry.key().device()).equals(asked.device);
    }

    private static CommandResult show(Computer computer, HostId host, Asked asked) {
        NetNamespace ns = computer.machine().host(host);
        HostsFile names = computer.world().hostsFile(host);
        Optional<Ipv4Address> only =
                asked.rest.isEmpty() ? Optional.empty() : Optional.of(resolve(computer, host, asked.rest.get(0)));
        int entries = 0;
        int found = 0;
        StringBuilder out = new StringBuilder();
        for (boolean proxies : new boolean[] {false, true}) {
            for (NeighborEntry entry :
                    proxies ? ns.neighbors().proxies() : ns.neighbors().all()) {
                if (!proxies && entry.state() == NudState.NOARP) {
                    continue;
                }
                entries++;
                boolean wanted = shown(ns, entry, asked)
                        && only.map(entry.key().address()::equals).orElse(true);
                if (wanted) {
                    found++;
                    String name = asked.has('n')
                            ? ""
                            : names.nameOf(entry.key().address()).orElse("");
                    out.append(asked.has('a') ? bsd(ns, entry, proxies, name) : row(ns, entry, proxies, name));
                }
            }
        }
        if (asked.has('v')) {
            out.append("Entries: %d\tSkipped: %d\tFound: %d\n".formatted(entries, entries - found, found));
        }
        if (found == 0) {
            if (only.isPresent() && !asked.has('a')) {
                return CommandResult.printed(
                        asked.rest.get(0) + " (" + only.get() + ") -- no entry\n" + (asked.has('v') ? out : ""));
            }
            boolean filtered = (only.isPresent() || !asked.device.isEmpty()) && entries > 0;
            return CommandResult.printed((filtered ? "arp: in " + entries + " entries no match found.\n" : "") + out);
        }
        return CommandResult.printed((asked.has('a') ? "" : HEAD) + out);
    }

    private static String row(NetNamespace ns, NeighborEntry entry, boolean proxy, String name) {
        boolean known = !proxy && entry.state().valid();
        String flags = proxy ? "MP" : entry.state() == NudState.PERMANENT ? "CM" : known ? "C" : "";
        String kind = proxy ? "*" : known ? hardwareType(entry) : "";
        Object hardware = proxy ? "<from_interface>" : known ? entry.lladdr() : "(incomplete)";
        return "%-23.23s  %-8.8s%-20.20s%-6.6s%-15.15s %s\n"
                .formatted(
                        name.isEmpty() ? entry.key().address() : name,
                        kind,
                        hardware,
                        flags,
                        "",
                        ns.devices().nameOf(entry.key().device()));
    }

    private static String hardwareType(NeighborEntry entry) {
        return entry.key().device() == NetDevice.LOOPBACK_INDEX ? "loop" : "ether";
    }

    private static String bsd(NetNamespace ns, NeighborEntry entry, boolean proxy, String name) {
        boolean known = !proxy && entry.state().valid();
        String hardware =
                proxy ? "<from_interface>" : known ? entry.lladdr() + " [" + hardwareType(entry) + "]" : "<incomplete>";
        String flags = proxy ? " PERM PUB" : entry.state() == NudState.PERMANENT ? " PERM" : "";
        return (name.isEmpty() ? "?" : name) + " (" + entry.key().address() + ") at " + hardware + flags + " on "
                + ns.devices().nameOf(entry.key().device()) + "\n";
    }
}
