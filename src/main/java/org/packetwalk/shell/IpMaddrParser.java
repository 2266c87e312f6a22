package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.device.MulticastGroups.Membership;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6Membership;
import org.packetwalk.net.MacAddress;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** {@code ip maddr} ({@code ip/ipmaddr.c}). */
final class IpMaddrParser {

    private static final List<String> SUBCOMMANDS = List.of("add", "delete", "list", "show", "lst", "help");

    /** Every device has joined it, since the kernel has IPv6, whether it is used or not. */
    private static final String ALL_HOSTS_MAC = "01:00:5e:00:00:01";

    private static final String ALL_NODES_MAC = "33:33:00:00:00:01";

    private static final String ALL_HOSTS = "224.0.0.1";

    private final Place place;
    private final IpOptions options;

    IpMaddrParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    Command parse(Words words) {
        String subcommand = IpCommand.subcommand(words, "maddr", "show", SUBCOMMANDS);
        return switch (subcommand) {
            case "show", "list", "lst" -> show(words);
            default -> throw Words.notSimulated("ip maddr", subcommand, "show [ dev NAME ]");
        };
    }

    private Command show(Words words) {
        String device = "";
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                word = words.next();
            }
            if (!device.isEmpty()) {
                throw Words.garbage("dev", word);
            }
            device = word;
        }
        String name = device;
        return new Command.Run(place.host(), "ip maddr show", (computer, stdin) -> print(computer.machine(), name));
    }

    private CommandResult print(Machine machine, String name) {
        NetNamespace ns = machine.host(place.host());
        StringBuilder out = new StringBuilder();
        List<Object> rows = new ArrayList<>();
        for (NetDevice device : ns.devices().all()) {
            if (!name.isEmpty() && !device.name().equals(name)) {
                continue;
            }
            List<Map<String, Object>> addresses = addresses(machine, ns, device);
            text(out, device, addresses);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("ifindex", device.index());
            row.put("ifname", device.name());
            row.put("maddr", addresses);
            rows.add(row);
        }
        return CommandResult.printed(options.json() ? options.document(rows) : out.toString());
    }

    private List<Map<String, Object>> addresses(Machine machine, NetNamespace ns, NetDevice device) {
        List<Map<String, Object>> addresses = new ArrayList<>();
        List<Membership> groups = ns.groups().of(device.index());
        if (options.family() == 0 && !device.isLoopback()) {
            link(addresses, ALL_NODES_MAC, HardwareGroups.usersOfAllNodes(machine, ns, device));
            link(addresses, ALL_HOSTS_MAC, HardwareGroups.usersOfAllHosts(machine, ns, device));
            List<Ipv6Membership> own = ipv6Groups(ns, device);
            for (int i = own.size() - 1; i >= 0; i--) {
                String mac = MacAddress.multicastFor(own.get(i).group()).toString();
                if (!mac.equals(ALL_NODES_MAC)) {
                    addresses.add(row("link", mac));
                }
            }
            for (int i = groups.size() - 1; i >= 0 && device.up(); i--) {
                addresses.add(row(
                        "link", MacAddress.multicastFor(groups.get(i).group()).toString()));
            }
        }
        if (options.family() != 6) {
            for (Membership membership : groups) {
                addresses.add(family("inet", membership.group().toString(), membership.users()));
            }
            if (device.up()) {
                addresses.add(family("inet", ALL_HOSTS, 1));
            }
        }
        if (options.family() != 4) {
            ipv6Groups(ns, device)
                    .forEach(one -> addresses.add(family("inet6", one.group().toString(), one.users())));
        }
        return addresses;
    }

    private static void link(List<Map<String, Object>> addresses, String address, int users) {
        if (users == 0) {
            return;
        }
        Map<String, Object> row = row("link", address);
        if (users > 1) {
            row.put("users", users);
        }
        addresses.add(row);
    }

    private static List<Ipv6Membership> ipv6Groups(NetNamespace ns, NetDevice device) {
        return ns.ipv6()
                .addresses()
                .find(device.index())
                .map(Ipv6Device::groups)
                .orElse(List.of());
    }

    private static Map<String, Object> row(String key, Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(key, value);
        return row;
    }

    private static Map<String, Object> family(String family, String address, int users) {
        Map<String, Object> row = row("family", family);
        row.put("address", address);
        if (users > 1) {
            row.put("users", users);
        }
        return row;
    }

    private void text(StringBuilder out, NetDevice device, List<Map<String, Object>> addresses) {
        if (!options.oneLine()) {
            out.append(device.index()).append(":\t").append(device.name()).append('\n');
        }
        for (Map<String, Object> row : addresses) {
            if (options.oneLine()) {
                out.append(device.index()).append(":\t").append(device.name()).append('\\');
            }
            out.append('\t');
            if (row.containsKey("link")) {
                out.append("link  ").append(row.get("link"));
            } else {
                out.append(row.get("family").equals("inet") ? "inet  " : "inet6 ")
                        .append(row.get("address"));
            }
            if (row.containsKey("users")) {
                out.append(" users ").append(row.get("users"));
            }
            out.append('\n');
        }
    }
}
