package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.stack.NetNamespace;

/** {@code ifconfig [-a] [INTERFACE [WORD …]]} of net-tools 2.10. */
final class IfconfigCommand implements CommandParser {

    private static final int UP = 1;
    private static final int BROADCAST = 2;
    private static final int LOOPBACK = 8;
    private static final int RUNNING = 0x40;
    private static final int NOARP = 0x80;
    private static final int PROMISC = 0x100;
    private static final int ALLMULTI = 0x200;
    private static final int MULTICAST = 0x1000;

    private record Flag(int bit, String word) {}

    private static final List<Flag> FLAGS = List.of(
            new Flag(UP, "UP"),
            new Flag(BROADCAST, "BROADCAST"),
            new Flag(LOOPBACK, "LOOPBACK"),
            new Flag(RUNNING, "RUNNING"),
            new Flag(NOARP, "NOARP"),
            new Flag(PROMISC, "PROMISC"),
            new Flag(ALLMULTI, "ALLMULTI"),
            new Flag(MULTICAST, "MULTICAST"));

    private record Unit(long bytes, String word) {}

    private static final List<Unit> UNITS = List.of(
            new Unit(1L << 50, "PiB"),
            new Unit(1L << 40, "TiB"),
            new Unit(1L << 30, "GiB"),
            new Unit(1L << 20, "MiB"),
            new Unit(1L << 10, "KiB"));

    @Override
    public Command parse(List<String> arguments, Place place) {
        boolean all = false;
        boolean brief = false;
        String name = "";
        for (String word : arguments) {
            if (word.equals("-a")) {
                all = true;
            } else if (word.equals("-s")) {
                brief = true;
            } else if (word.equals("-v")) {
                continue;
            } else if (!name.isEmpty()) {
                return IfconfigChange.parse(
                        name, arguments.subList(arguments.indexOf(name) + 1, arguments.size()), place);
            } else if (word.startsWith("-")) {
                throw Words.notSimulated(
                        "ifconfig", word, "-a, -s, -v, INTERFACE [ADDRESS, netmask, broadcast, up, down …]");
            } else {
                name = word;
            }
        }
        boolean showAll = all;
        String wanted = name;
        if (brief) {
            return new Command.Run(
                    place.host(),
                    "ifconfig " + String.join(" ", arguments),
                    (computer, stdin) -> CommandResult.printed(
                            InterfaceTable.brief(computer.machine().host(place.host()), showAll, wanted)));
        }
        return new Command.Run(
                place.host(),
                "ifconfig " + String.join(" ", arguments),
                (computer, stdin) -> show(computer, place.host(), showAll, wanted));
    }

    /** All devices, or those that are up. */
    static String text(NetNamespace ns, boolean all) {
        return show(ns, all, "").stdout();
    }

    private static CommandResult show(Computer computer, HostId host, boolean all, String wanted) {
        return show(computer.machine().host(host), all, wanted);
    }

    private static CommandResult show(NetNamespace ns, boolean all, String wanted) {
        List<NetDevice> devices = new ArrayList<>(ns.devices().all());
        devices.sort(Comparator.comparing(NetDevice::name));
        StringBuilder out = new StringBuilder();
        boolean found = false;
        for (NetDevice device : devices) {
            if (wanted.isEmpty() ? all || device.up() : device.name().equals(wanted)) {
                print(out, ns, device);
                found = true;
            }
            for (InterfaceAddress alias : aliases(ns, device)) {
                if (wanted.isEmpty() ? all || device.up() : alias.label().equals(wanted)) {
                    printAlias(out, ns, device, alias);
                    found = true;
                }
            }
        }
        return found || wanted.isEmpty()
                ? CommandResult.printed(out.toString())
                : CommandResult.failed(1, wanted + ": error fetching interface information: Device not found\n");
    }

    private static List<InterfaceAddress> aliases(NetNamespace ns, NetDevice device) {
        return ns.addresses().of(device.index()).stream()
                .filter(address -> !address.label().equals(device.name()))
                .toList();
    }

    private static void print(StringBuilder out, NetNamespace ns, NetDevice device) {
        heading(out, device, device.name());
        Optional<InterfaceAddress> address = ns.addresses().of(device.index()).stream()
                .filter(one -> one.label().equals(device.name()))
                .findFirst();
        address.ifPresent(one -> address(out, ns, device, one));
        ns.ipv6()
                .addresses()
                .find(device.index())
                .map(Ipv6Device::addresses)
                .orElse(List.of())
                .forEach(one -> address(out, one));
        link(out, device);
        DeviceCounters counters = device.counters();
        out.append("        RX packets ").append(counters.rxPackets());
        out.append("  bytes ").append(bytes(counters.rxBytes())).append('\n');
        out.append("        RX errors ").append(counters.rxErrors());
        out.append("  dropped ").append(counters.rxDropped()).append("  overruns 0  frame 0\n");
        out.append("        TX packets ").append(counters.txPackets());
        out.append("  bytes ").append(bytes(counters.txBytes())).append('\n');
        out.append("        TX errors ").append(counters.txErrors());
        out.append("  dropped ").append(counters.txDropped()).append(" overruns 0  carrier ");
        out.append(counters.txCarrier()).append("  collisions 0\n\n");
    }

    private static void printAlias(StringBuilder out, NetNamespace ns, NetDevice device, InterfaceAddress alias) {
        heading(out, device, alias.label());
        address(out, ns, device, alias);
        link(out, device);
        out.append('\n');
    }

    private static void heading(StringBuilder out, NetDevice device, String name) {
        int bits = kernelFlags(device) | (device.running() ? RUNNING : 0);
        List<String> words = FLAGS.stream()
                .filter(flag -> (bits & flag.bit) != 0)
                .map(Flag::word)
                .toList();
        out.append(name).append(": flags=").append(bits).append('<').append(String.join(",", words));
        out.append(">  mtu ").append(device.mtu()).append('\n');
    }

    private static void address(StringBuilder out, NetNamespace ns, NetDevice device, InterfaceAddress address) {
        out.append("        inet ").append(address.address());
        InterfaceAddress masked = masked(ns, device, address);
        out.append("  netmask ")
                .append(Ipv4Prefix.containing(masked.address(), masked.prefixLength())
                        .mask());
        if (!device.isLoopback()) {
            out.append("  broadcast ").append(address.broadcast());
        }
        out.append('\n');
    }

    /** The kernel's word for the scope is a type of address in hexadecimal ({@code IPV6_ADDR_LOOPBACK} and its like). */
    private static void address(StringBuilder out, Ipv6InterfaceAddress address) {
        String scope = switch (address.scope()) {
            case NODE -> "0x10<host>";
            case LINK -> "0x20<link>";
            case SITE -> "0x40<site>";
            case ORGANIZATION, GLOBAL -> "0x0<global>";
        };
        out.append("        inet6 ").append(address.address()).append("  prefixlen ");
        out.append(address.prefixLength()).append("  scopeid ").append(scope).append('\n');
    }

    /**
     * The address whose mask {@code SIOCGIFNETMASK} answers: the request still holds the broadcast address that was
     * answered before, and {@code devinet_ioctl} prefers an address of that value.
     */
    private static InterfaceAddress masked(NetNamespace ns, NetDevice device, InterfaceAddress address) {
        return ns.addresses().of(device.index()).stream()
                .filter(one ->
                        one.label().equals(address.label()) && one.address().equals(address.broadcast()))
                .findFirst()
                .orElse(address);
    }

    private static void link(StringBuilder out, NetDevice device) {
        if (device.isLoopback()) {
            out.append("        loop  txqueuelen ").append(device.queueLength()).append("  (Local Loopback)\n");
        } else {
            out.append("        ether ").append(device.address()).append("  txqueuelen ");
            out.append(device.queueLength()).append("  (Ethernet)\n");
        }
    }

    /** The flags of {@code SIOCGIFFLAGS} without the volatile ones. */
    static int kernelFlags(NetDevice device) {
        return (device.up() ? UP : 0)
                | (device.isLoopback() ? LOOPBACK : BROADCAST)
                | (device.arp() ? 0 : NOARP)
                | (device.promiscuous() ? PROMISC : 0)
                | (device.allMulticast() ? ALLMULTI : 0)
                | (device.multicastFlag() ? MULTICAST : 0);
    }

    /** {@code 2048 (2.0 KiB)}: one decimal place, cut off. */
    private static String bytes(long number) {
        for (Unit unit : UNITS) {
            if (number > unit.bytes) {
                long tenths = number * 10 / unit.bytes;
                return number + " (" + tenths / 10 + "." + tenths % 10 + " " + unit.word + ")";
            }
        }
        return number + " (" + number + ".0 B)";
    }
}
