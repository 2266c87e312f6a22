package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.MulticastGroups;
import org.packetwalk.kernel.device.MulticastGroups.Membership;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6Membership;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.netlink.AddressRequest;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** {@code ip maddr} ({@code ip/ipmaddr.c}). */
final class IpMaddrParser {

    private static final List<String> SUBCOMMANDS = List.of("add", "delete", "list", "show", "lst", "help");

    /** Every device has joined it, since the kernel has IPv6, whether it is used or not. */
    private static final String ALL_HOSTS_MAC = "01:00:5e:00:00:01";

    private static final String ALL_NODES_MAC = "33:33:00:00:00:01";

    private static final String ALL_HOSTS = "224.0.0.1";
    private static final String USAGE =
            "Usage: ip maddr [ add | del ] MULTIADDR dev STRING\n       ip maddr show [ dev STRING ]";

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
            case "add" -> modify(words, true);
            case "delete" -> modify(words, false);
            default -> throw new Refusal(255, USAGE);
        };
    }

    /** {@code multiaddr_modify}. */
    private Command modify(Words words, boolean on) {
        String device = "";
        Optional<MacAddress> address = Optional.empty();
        while (words.hasNext()) {
            String word = words.next();
            if (word.equals("dev")) {
                word = words.next();
                if (!device.isEmpty()) {
                    throw Words.duplicate("dev", word);
                }
                device = word;
                continue;
            }
            if ("address".startsWith(word)) {
                word = words.next();
            }
            if (word.equals("help")) {
                throw new Refusal(255, USAGE);
            }
            if (address.isPresent()) {
                throw Words.duplicate("address", word);
            }
            address = Optional.of(address(word));
        }
        if (device.isEmpty()) {
            throw new Refusal(255, "Not enough information: \"dev\" is required.");
        }
        int index = place.device(device).orElse(0);
        AddressRequest request = new AddressRequest.Listen(index, address.orElse(MacAddress.ZERO), on);
        return new Command.Run(
                place.host(),
                "ip maddr " + (on ? "add" : "del"),
                (computer, stdin) -> computer.configure(place.host(), request)
                                instanceof ResultOrErrno.Refused<Errno> refused
                        ? CommandResult.failed(1, "ioctl: " + refused.errno().text() + "\n")
                        : CommandResult.SILENT);
    }

    /** {@code ll_addr_a2n}: six numbers; an IPv4 address is four. */
    private static MacAddress address(String word) {
        if (Ipv4Address.isValid(word)) {
            throw wrongLength(4);
        }
        String[] parts = word.split(":");
        for (String part : parts) {
            if (!part.matches("[0-9a-fA-F]{1,2}([^0-9a-fA-F].*)?")) {
                throw new Refusal(1, "\"" + word + "\" is invalid lladdr.");
            }
        }
        if (parts.length != 6) {
            throw wrongLength(parts.length);
        }
        return MacAddress.parse(word);
    }

    private static Refusal wrongLength(int length) {
        return new Refusal(1, "Error: Invalid address length " + length + " - must be 6 bytes");
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
            List<MulticastGroups.Hardware> hardware = ns.groups().hardware(device.index());
            int asked = hardware.stream()
                    .filter(one -> one.address().toString().equals(ALL_HOSTS_MAC))
                    .mapToInt(MulticastGroups.Hardware::uses)
                    .sum();
            link(addresses, ALL_NODES_MAC, HardwareGroups.usersOfAllNodes(machine, ns, device), false);
            link(addresses, ALL_HOSTS_MAC, HardwareGroups.usersOfAllHosts(machine, ns, device) + asked, asked > 0);
            List<Ipv6Membership> own = ipv6Groups(ns, device);
            for (int i = own.size() - 1; i >= 0; i--) {
                String mac = MacAddress.multicastFor(own.get(i).group()).toString();
                if (!mac.equals(ALL_NODES_MAC)) {
                    addresses.add(row("link", mac));
                }
            }
            for (MulticastGroups.Hardware one : hardware) {
                if (!one.address().toString().equals(ALL_HOSTS_MAC)) {
                    link(addresses, one.address().toString(), one.uses(), one.fixed());
                }
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

    private static void link(List<Map<String, Object>> addresses, String address, int users, boolean fixed) {
        if (users == 0) {
            return;
        }
        Map<String, Object> row = row("link", address);
        if (users > 1) {
            row.put("users", users);
        }
        if (fixed) {
            row.put("features", "static");
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
            out.append(row.containsKey("features") ? " static" : "").append('\n');
        }
    }
}
