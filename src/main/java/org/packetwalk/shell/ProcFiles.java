package org.packetwalk.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.OperState;
import org.packetwalk.kernel.neigh.NeighborEntry;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.sysctl.Ipv4Conf;
import org.packetwalk.kernel.sysctl.SysctlTable;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.stack.NetNamespace;

/** What the kernel shows of a namespace below /proc/net and /sys/class/net. */
record ProcFiles(NetNamespace ns, SimTime now) {

    private static final int ROUTE_LINE = 127;

    /** {@code ATF_PERM} and {@code ATF_PUBL}. */
    private static final int PROXY_FLAGS = 0xc;

    /** {@code ARPHRD_LOOPBACK}. */
    private static final int LOOPBACK_HARDWARE = 0x304;

    Optional<String> read(String path) {
        if (path.startsWith("/sys/class/net/")) {
            return device(path.substring("/sys/class/net/".length()).split("/", -1));
        }
        return switch (path) {
            case "/proc/net/fib_trie" -> Optional.of(ns.routing().fibTrieText());
            case "/proc/net/fib_triestat" -> Optional.of(ns.routing().fibTrieStatText());
            case "/proc/net/route" -> Optional.of(routes());
            case "/proc/net/arp" -> Optional.of(neighbors());
            case "/proc/net/dev" -> Optional.of(devices());
            case "/proc/net/snmp" ->
                Optional.of(counters(List.of("Ip", "Icmp", "IcmpMsg", "Tcp", "Udp")) + ProcTables.unused("UdpLite"));
            case "/proc/net/tcp" -> Optional.of(ProcSockets.tcp(ns));
            case "/proc/net/tcp6" -> Optional.of(ProcSockets.tcp6(ns));
            case "/proc/net/udp6" -> Optional.of(ProcSockets.udp6(ns));
            case "/proc/net/udp" -> Optional.of(ProcSockets.udp(ns));
            case "/proc/net/netstat" ->
                Optional.of(counters(List.of("TcpExt", "IpExt")) + ProcTables.unused("MPTcpExt"));
            default -> ProcTables.read(ns, now, path);
        };
    }

    /** {@code fib_route_seq_show}: the routes of main, addresses as little-endian numbers. */
    private String routes() {
        if (!ns.routing().tables().contains(TableId.MAIN)) {
            return "";
        }
        StringBuilder out = new StringBuilder(line(
                "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT", ROUTE_LINE));
        for (Route route : ns.routing().routes(TableId.MAIN)) {
            if (route.type() == RouteType.BROADCAST || route.type() == RouteType.MULTICAST) {
                continue;
            }
            NextHop way = route.nexthops().get(0);
            int flags = flags(route, way);
            int advertised = route.metrics().advertisedMss();
            out.append(line(
                    String.join(
                            "\t",
                            way.device() == 0 ? "*" : ns.devices().nameOf(way.device()),
                            hex(route.prefix().network()),
                            hex(way.gateway()),
                            "%04X".formatted(flags),
                            "0",
                            "0",
                            Long.toString(route.metric()),
                            hex(new Ipv4Address(Ipv4Prefix.mask(route.prefix().length()))),
                            Integer.toString(advertised == 0 ? 0 : advertised + 40),
                            Integer.toString(route.metrics().window()),
                            Integer.toString(route.metrics().rttMillis())),
                    ROUTE_LINE));
        }
        return out.toString();
    }

    private static int flags(Route route, NextHop way) {
        int flags = 1;
        if (route.type() == RouteType.UNREACHABLE || route.type() == RouteType.PROHIBIT) {
            flags |= 0x200;
        }
        if (way.hasGateway()) {
            flags |= 2;
        }
        return route.prefix().length() == 32 ? flags | 4 : flags;
    }

    private static String hex(Ipv4Address address) {
        return "%08X".formatted(Integer.reverseBytes(address.bits()));
    }

    private static String line(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length())) + "\n";
    }

    /** {@code arp_format_neigh_entry}. */
    private String neighbors() {
        StringBuilder out =
                new StringBuilder("IP address       HW type     Flags       HW address            Mask     Device\n");
        for (NeighborEntry entry : ns.neighbors().all()) {
            if (entry.state() != NudState.NOARP && entry.key().address() instanceof Ipv4Address) {
                int flags =
                        entry.state() == NudState.PERMANENT ? 6 : entry.state().valid() ? 2 : 0;
                neighbor(out, entry, flags);
            }
        }
        ns.neighbors().proxies().forEach(proxy -> neighbor(out, proxy, PROXY_FLAGS));
        return out.toString();
    }

    private void neighbor(StringBuilder out, NeighborEntry entry, int flags) {
        NetDevice device = ns.devices().get(entry.key().device());
        out.append("%-16s 0x%-10x0x%-10x%-17s     *        %s"
                        .formatted(
                                entry.key().address(),
                                device.isLoopback() ? LOOPBACK_HARDWARE : 1,
                                flags,
                                entry.lladdr(),
                                device.name()))
                .append('\n');
    }

    /** {@code dev_seq_printf_stats}. */
    private String devices() {
        StringBuilder out = new StringBuilder("""
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                """);
        for (NetDevice device : ns.devices().all()) {
            DeviceCounters counters = device.counters();
            out.append("%6s: %7d %7d %4d %4d %4d %5d %10d %9d %8d %7d %4d %4d %4d %5d %7d %10d"
                            .formatted(
                                    device.name(),
                                    counters.rxBytes(),
                                    counters.rxPackets(),
                                    counters.rxErrors(),
                                    counters.rxDropped(),
                                    0,
                                    0,
                                    0,
                                    counters.rxMulticast(),
                                    counters.txBytes(),
                                    counters.txPackets(),
                                    counters.txErrors(),
                                    counters.txDropped(),
                                    0,
                                    0,
                                    counters.txCarrier(),
                                    0))
                    .append('\n');
        }
        return out.toString();
    }

    /** {@code snmp_seq_show}, {@code netstat_seq_show}: two lines for each group, names and numbers. */
    private String counters(List<String> groups) {
        StringBuilder out = new StringBuilder();
        for (String group : groups) {
            Map<String, Long> numbers = group.equals("IcmpMsg") ? messages() : numbers(group);
            if (!numbers.isEmpty()) {
                out.append(group).append(':');
                numbers.keySet().forEach(name -> out.append(' ').append(name));
                out.append('\n').append(group).append(':');
                numbers.values().forEach(number -> out.append(' ').append(number));
                out.append('\n');
            }
        }
        return out.toString();
    }

    private Map<String, Long> numbers(String group) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (SnmpCounter counter : SnmpCounter.values()) {
            if (counter.group().label().equals(group)) {
                numbers.put(counter.label(), value(counter));
            }
        }
        return numbers;
    }

    /** Some are no counters but settings. */
    private long value(SnmpCounter counter) {
        return switch (counter.fullName()) {
            case "Ip.Forwarding" -> ns.sysctls().conf(SysctlTable.ALL, Ipv4Conf.FORWARDING) != 0 ? 1 : 2;
            case "Ip.DefaultTTL" -> ns.sysctls().number("net.ipv4.ip_default_ttl");
            case "Tcp.RtoAlgorithm" -> 1;
            case "Tcp.RtoMin" -> 200;
            case "Tcp.RtoMax" -> 120_000;
            case "Tcp.MaxConn" -> -1;
            default -> ns.counters().get(counter);
        };
    }

    private Map<String, Long> messages() {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (int type = 0; type < 256; type++) {
            if (ns.counters().icmpIn(type) != 0) {
                numbers.put("InType" + type, ns.counters().icmpIn(type));
            }
        }
        for (int type = 0; type < 256; type++) {
            if (ns.counters().icmpOut(type) != 0) {
                numbers.put("OutType" + type, ns.counters().icmpOut(type));
            }
        }
        return numbers;
    }

    private Optional<String> device(String[] parts) {
        Optional<NetDevice> found = ns.devices().find(parts[0]);
        if (found.isEmpty() || parts.length < 2) {
            return Optional.empty();
        }
        NetDevice device = found.get();
        if (parts.length == 3 && parts[1].equals("statistics")) {
            return statistics(device.counters(), parts[2]).map(number -> number + "\n");
        }
        return parts.length == 2 ? attribute(device, parts[1]).map(text -> text + "\n") : Optional.empty();
    }

    private static Optional<String> attribute(NetDevice device, String name) {
        return switch (name) {
            case "mtu" -> Optional.of(Integer.toString(device.mtu()));
            case "address" -> Optional.of(device.address().toString());
            case "broadcast" -> Optional.of(device.broadcast().toString());
            case "operstate" ->
                Optional.of((device.up() ? device.operState() : OperState.DOWN)
                        .name()
                        .toLowerCase(java.util.Locale.ROOT));
            case "carrier" -> device.up() ? Optional.of(device.carrier() ? "1" : "0") : Optional.empty();
            case "speed" -> device.kind() instanceof DeviceKind.Veth ? Optional.of("10000") : Optional.empty();
            case "duplex" -> device.kind() instanceof DeviceKind.Veth ? Optional.of("full") : Optional.empty();
            case "carrier_changes" -> Optional.of(Integer.toString(device.carrierChanges()));
            case "ifindex" -> Optional.of(Integer.toString(device.index()));
            case "iflink" ->
                Optional.of(Integer.toString(
                        device.kind() instanceof DeviceKind.Veth veth ? veth.peerIndex() : device.index()));
            case "ifalias" -> Optional.of(device.alias());
            case "tx_queue_len" -> Optional.of(Integer.toString(device.queueLength()));
            case "netdev_group" -> Optional.of(Integer.toString(device.group()));
            case "type" -> Optional.of(device.isLoopback() ? "772" : "1");
            case "addr_len" -> Optional.of("6");
            case "dormant", "link_mode", "proto_down", "testing", "dev_port" -> Optional.of("0");
            case "dev_id" -> Optional.of("0x0");
            case "flags" -> Optional.of("0x" + Integer.toHexString(IfconfigCommand.kernelFlags(device)));
            default -> Optional.empty();
        };
    }

    private static Optional<Long> statistics(DeviceCounters counters, String name) {
        return switch (name) {
            case "rx_bytes" -> Optional.of(counters.rxBytes());
            case "rx_packets" -> Optional.of(counters.rxPackets());
            case "rx_errors" -> Optional.of(counters.rxErrors());
            case "rx_dropped" -> Optional.of(counters.rxDropped());
            case "multicast" -> Optional.of(counters.rxMulticast());
            case "tx_bytes" -> Optional.of(counters.txBytes());
            case "tx_packets" -> Optional.of(counters.txPackets());
            case "tx_errors" -> Optional.of(counters.txErrors());
            case "tx_dropped" -> Optional.of(counters.txDropped());
            case "tx_carrier_errors" -> Optional.of(counters.txCarrier());
            default -> Optional.empty();
        };
    }
}
