package org.packetwalk.shell;

import java.util.Locale;
import java.util.Optional;

import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.kernel.route6.Ipv6Device;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.kernel.route6.Ipv6Membership;
import org.packetwalk.kernel.route6.Ipv6NextHop;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.stack.NetNamespace;

/** The files of IPv6 under {@code /proc/net} ({@code net/ipv6/{addrconf,route,mcast,anycast,proc}.c}). */
final class ProcIpv6 {

    private static final String SOCKETS = "  sl  local_address                         remote_address"
            + "                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops\n";

    /** {@code RTF_UP}, {@code RTF_GATEWAY}, {@code RTF_REJECT}, {@code RTF_ANYCAST}, {@code RTF_NONEXTHOP}, {@code RTF_LOCAL}. */
    private static final int UP = 1;

    private static final int GATEWAY = 2;
    private static final int REJECT = 0x200;
    private static final int ANYCAST = 0x100000;
    private static final int NO_NEXTHOP = 0x200000;
    private static final int LOCAL = 0x80000000;

    /** {@code MAF_TIMER_RUNNING} and the like: a group that was reported, and one that never is. */
    private static final int REPORTED = 0x4;

    private static final int NEVER_REPORTED = 0x8;

    private final NetNamespace ns;

    private ProcIpv6(NetNamespace ns) {
        this.ns = ns;
    }

    static Optional<String> read(NetNamespace ns, String path) {
        ProcIpv6 files = new ProcIpv6(ns);
        return switch (path) {
            case "/proc/net/if_inet6" -> Optional.of(files.addresses());
            case "/proc/net/ipv6_route" -> Optional.of(files.routes());
            case "/proc/net/igmp6" -> Optional.of(files.groups());
            case "/proc/net/anycast6" -> Optional.of(files.anycasts());
            case "/proc/net/snmp6" -> Optional.of(files.counters());
            case "/proc/net/sockstat6" -> Optional.of(files.sockets());
            case "/proc/net/mcfilter6" ->
                Optional.of(
                        "Idx Device                Multicast Address                   Source Address    INC    EXC\n");
            case "/proc/net/raw6", "/proc/net/icmp6", "/proc/net/udplite6" -> Optional.of(SOCKETS);
            case "/proc/net/ip6_flowlabel" ->
                Optional.of("Label S Owner  Users  Linger Expires  Dst                              Opt\n");
            default -> Optional.empty();
        };
    }

    private static String hex(Ipv6Address address) {
        return String.format(Locale.ROOT, "%016x%016x", address.high(), address.low());
    }

    private String name(int device) {
        return ns.device(device).map(NetDevice::name).orElse("");
    }

    /** {@code if6_seq_show}. */
    private String addresses() {
        StringBuilder out = new StringBuilder();
        for (Ipv6Device device : ns.ipv6().addresses().all()) {
            for (int i = device.addresses().size() - 1; i >= 0; i--) {
                Ipv6InterfaceAddress address = device.addresses().get(i);
                out.append("%s %02x %02x %02x %02x %8s\n"
                        .formatted(
                                hex(address.address()),
                                device.index(),
                                address.prefixLength(),
                                scope(address),
                                flags(address),
                                name(device.index())));
            }
        }
        return out.toString();
    }

    private static int scope(Ipv6InterfaceAddress address) {
        return switch (address.scope()) {
            case NODE -> 0x10;
            case LINK -> 0x20;
            case SITE -> 0x40;
            default -> 0;
        };
    }

    /** {@code IFA_F_*} as far as eight bits reach. */
    private int flags(Ipv6InterfaceAddress address) {
        return (address.nodad() ? 0x02 : 0)
                | (address.temporary() ? 0x01 : 0)
                | (address.tentative() ? 0x40 : 0)
                | (address.validSeconds() == Ipv6InterfaceAddress.FOREVER ? 0x80 : 0);
    }

    /** {@code ipv6_route_seq_show}; each table ends with the entry that refuses, unless it has a default route. */
    private String routes() {
        StringBuilder out = new StringBuilder();
        for (TableId table : new TableId[] {TableId.MAIN, TableId.LOCAL}) {
            boolean all = false;
            for (Ipv6Route route : ns.ipv6().routing().routes()) {
                if (route.table().equals(table)) {
                    all |= route.prefix().length() == 0;
                    Ipv6NextHop way = route.nexthops().get(0);
                    line(
                            out,
                            route.prefix().network(),
                            route.prefix().length(),
                            way,
                            route.metric(),
                            flags(route, way));
                }
            }
            if (!all) {
                line(
                        out,
                        Ipv6Address.ANY,
                        0,
                        Ipv6NextHop.direct(NetDevice.LOOPBACK_INDEX),
                        0xffffffffL,
                        NO_NEXTHOP | REJECT);
            }
        }
        return out.toString();
    }

    private static int flags(Ipv6Route route, Ipv6NextHop way) {
        if (route.rejects()) {
            return NO_NEXTHOP | REJECT;
        }
        if (route.type() == RouteType.LOCAL) {
            return LOCAL | NO_NEXTHOP | UP;
        }
        return UP | (route.type() == RouteType.ANYCAST ? ANYCAST | NO_NEXTHOP : 0) | (way.hasGateway() ? GATEWAY : 0);
    }

    private void line(StringBuilder out, Ipv6Address network, int length, Ipv6NextHop way, long metric, int flags) {
        out.append("%s %02x %s 00 %s %08x %08x %08x %08x %8s\n"
                .formatted(
                        hex(network),
                        length,
                        hex(Ipv6Address.ANY),
                        hex(way.gateway()),
                        metric,
                        1,
                        0,
                        flags,
                        name(way.device())));
    }

    /** {@code igmp6_mc_seq_show}. */
    private String groups() {
        StringBuilder out = new StringBuilder();
        for (Ipv6Device device : ns.ipv6().addresses().all()) {
            for (Ipv6Membership group : device.groups()) {
                boolean node = group.group().equals(Ipv6Address.ALL_INTERFACE_NODES);
                boolean everybody = group.group().equals(Ipv6Address.ALL_NODES);
                int flags = node ? NEVER_REPORTED : everybody ? NEVER_REPORTED | REPORTED : REPORTED;
                out.append("%-4d %-15s %s %5d %08X 0\n"
                        .formatted(device.index(), name(device.index()), hex(group.group()), group.users(), flags));
            }
        }
        return out.toString();
    }

    /** {@code ac6_seq_show}. */
    private String anycasts() {
        StringBuilder out = new StringBuilder();
        for (Ipv6Device device : ns.ipv6().addresses().all()) {
            for (Ipv6Membership one : device.anycasts()) {
                out.append("%-4d %-15s %s %5d\n"
                        .formatted(device.index(), name(device.index()), hex(one.group()), one.users()));
            }
        }
        return out.toString();
    }

    /** {@code snmp6_seq_show}: the types of ICMPv6 that were seen stand between its counters and those of UDP. */
    private String counters() {
        StringBuilder out = new StringBuilder();
        for (SnmpCounter counter : SnmpCounter.values()) {
            if (counter.group() == SnmpCounter.Group.IP6 || counter.group() == SnmpCounter.Group.ICMP6) {
                count(out, counter.fullName(), ns.counters().get(counter));
            }
        }
        for (int type = 0; type < 256; type++) {
            if (ns.counters().icmp6In(type) != 0) {
                count(out, "Icmp6InType" + type, ns.counters().icmp6In(type));
            }
        }
        for (int type = 0; type < 256; type++) {
            if (ns.counters().icmp6Out(type) != 0) {
                count(out, "Icmp6OutType" + type, ns.counters().icmp6Out(type));
            }
        }
        for (SnmpCounter counter : SnmpCounter.values()) {
            if (counter.group() == SnmpCounter.Group.UDP6) {
                count(out, counter.fullName(), ns.counters().get(counter));
            }
        }
        for (String unused :
                "InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors InCsumErrors MemErrors"
                        .split(" ")) {
            count(out, "UdpLite6" + unused, 0);
        }
        return out.toString();
    }

    private static void count(StringBuilder out, String name, long number) {
        out.append("%-32s\t%d\n".formatted(name, number));
    }

    /** {@code sockstat6_seq_show}. */
    private String sockets() {
        long tcp = ns.sockets().all().stream()
                .filter(socket -> socket instanceof TcpSocket open
                        && open.state() != TcpState.CLOSE
                        && open.local().isIpv6())
                .count();
        long udp = ns.sockets().all().stream()
                .filter(socket -> socket instanceof Socket.Udp open
                        && open.local().isIpv6()
                        && open.local().port() != 0)
                .count();
        long raw = ns.sockets().all().stream()
                .filter(socket ->
                        socket instanceof Socket.Raw open && open.local().isIpv6())
                .count();
        return "TCP6: inuse " + tcp + "\nUDP6: inuse " + udp + "\nUDPLITE6: inuse 0\nRAW6: inuse " + raw
                + "\nFRAG6: inuse 0 memory 0\n";
    }
}
