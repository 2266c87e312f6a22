package org.packetwalk.shell;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.IgmpState;
import org.packetwalk.kernel.device.MulticastGroups;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.PacketSocket;
import org.packetwalk.kernel.socket.PacketTap;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.stack.Igmp;
import org.packetwalk.stack.NetNamespace;

/** The lesser files of {@code /proc/net}. */
final class ProcTables {

    private static final String SOCKETS_OF_IP =
            "local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops";
    private static final int WIDTH = 127;
    private static final String UDP_LITE =
            "InDatagrams NoPorts InErrors OutDatagrams RcvbufErrors SndbufErrors InCsumErrors IgnoredMulti MemErrors";
    private static final String MPTCP = "MPCapableSYNRX MPCapableSYNTX MPCapableSYNACKRX MPCapableACKRX"
            + " MPCapableFallbackACK MPCapableFallbackSYNACK MPCapableSYNTXDrop MPCapableSYNTXDisabled"
            + " MPCapableEndpAttempt MPFallbackTokenInit MPTCPRetrans MPJoinNoTokenFound MPJoinSynRx MPJoinSynBackupRx"
            + " MPJoinSynAckRx MPJoinSynAckBackupRx MPJoinSynAckHMacFailure MPJoinAckRx MPJoinAckHMacFailure"
            + " MPJoinRejected MPJoinSynTx MPJoinSynTxCreatSkErr MPJoinSynTxBindErr MPJoinSynTxConnectErr"
            + " DSSNotMatching DSSCorruptionFallback DSSCorruptionReset InfiniteMapTx InfiniteMapRx DSSNoMatchTCP"
            + " DataCsumErr OFOQueueTail OFOQueue OFOMerge NoDSSInWindow DuplicateData AddAddr AddAddrTx AddAddrTxDrop"
            + " EchoAdd EchoAddTx EchoAddTxDrop PortAdd AddAddrDrop MPJoinPortSynRx MPJoinPortSynAckRx"
            + " MPJoinPortAckRx MismatchPortSynRx MismatchPortAckRx RmAddr RmAddrDrop RmAddrTx RmAddrTxDrop RmSubflow"
            + " MPPrioTx MPPrioRx MPFailTx MPFailRx MPFastcloseTx MPFastcloseRx MPRstTx MPRstRx SubflowStale"
            + " SubflowRecover SndWndShared RcvWndShared RcvWndConflictUpdate RcvWndConflict MPCurrEstab Blackhole"
            + " MPCapableDataFallback MD5SigFallback DssFallback SimultConnectFallback FallbackFailed WinProbe";

    private static final MacAddress ALL_HOSTS = MacAddress.parse("01:00:5e:00:00:01");
    private static final MacAddress ALL_NODES = MacAddress.parse("33:33:00:00:00:01");

    /** A tick of user space's clock, a hundredth of a second ({@code USER_HZ}). */
    private static final long NANOS_PER_TICK = 10_000_000L;

    private ProcTables() {}

    /** Two lines of counters that nothing here counts. */
    static String unused(String group) {
        String names = group.equals("UdpLite") ? UDP_LITE : MPTCP;
        return group + ": " + names + "\n" + group + ":" + " 0".repeat(names.split(" ").length) + "\n";
    }

    static Optional<String> read(NetNamespace ns, SimTime now, String path) {
        return switch (path) {
            case "/proc/net/igmp" -> Optional.of(memberships(ns, now));
            case "/proc/net/dev_mcast" -> Optional.of(hardwareGroups(ns));
            case "/proc/net/ptype" -> Optional.of("""
                        Type Device      Function
                        0800          ip_rcv
                        0004          llc_rcv
                        0806          arp_rcv
                        86dd          ipv6_rcv
                        """);
            case "/proc/net/psched" -> Optional.of("000003e8 00000040 000f4240 3b9aca00\n");
            case "/proc/net/ip_mr_cache" -> Optional.of("Group    Origin   Iif     Pkts    Bytes    Wrong Oifs\n");
            case "/proc/net/ip_mr_vif" ->
                Optional.of("Interface      BytesIn  PktsIn  BytesOut PktsOut Flags Local    Remote\n");
            case "/proc/net/mcfilter" -> Optional.of("Idx Device        MCA        SRC    INC    EXC\n");
            case "/proc/net/packet" -> Optional.of(packetSockets(ns));
            case "/proc/net/raw", "/proc/net/icmp" -> Optional.of("  sl  " + SOCKETS_OF_IP + "\n");
            case "/proc/net/udplite" -> Optional.of(padded("   sl  " + SOCKETS_OF_IP));
            case "/proc/net/unix" -> Optional.of("Num       RefCount Protocol Flags    Type St Inode Path\n");
            case "/proc/net/rt_cache" ->
                Optional.of("%-127s\n"
                        .formatted("Iface\tDestination\tGateway \tFlags\t\tRefCnt\tUse\tMetric\tSource\t\tMTU\tWindow\t"
                                + "IRTT\tTOS\tHHRef\tHHUptod\tSpecDst"));
            default -> ProcIpv6.read(ns, path);
        };
    }

    private static String padded(String text) {
        return text + " ".repeat(Math.max(0, WIDTH - text.length())) + "\n";
    }

    /** {@code igmp_mc_seq_show}. */
    private static String memberships(NetNamespace ns, SimTime now) {
        StringBuilder out = new StringBuilder("Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n");
        for (NetDevice device : ns.devices().all()) {
            var groups = ns.groups().of(device.index());
            if (!device.up() && groups.isEmpty()) {
                continue;
            }
            int count = groups.size() + (device.up() ? 1 : 0);
            out.append("%d\t%-10s: %5d %7s\n"
                    .formatted(device.index(), device.name(), count, "V" + Igmp.version(ns, device.index())));
            IgmpState igmp = ns.groups().igmp(device.index());
            for (MulticastGroups.Membership membership : groups) {
                Optional<IgmpState.Member> member = igmp.member(membership.group());
                SimTime due = member.map(IgmpState.Member::due).orElse(IgmpState.IDLE);
                long left = due.equals(IgmpState.IDLE) ? -1 : Math.max(0, due.since(now)) / NANOS_PER_TICK;
                boolean reporter = member.filter(IgmpState.Member::reporter).isPresent();
                out.append(membership(membership.group(), membership.users(), left, reporter));
            }
            out.append(device.up() ? membership(Ipv4Address.parse("224.0.0.1"), 1, -1, false) : "");
        }
        return out.toString();
    }

    private static String membership(Ipv4Address group, int users, long ticks, boolean reporter) {
        return "\t\t\t\t%08X %5d %d:%08X\t\t%d\n"
                .formatted(
                        Integer.reverseBytes(group.bits()),
                        users,
                        ticks < 0 ? 0 : 1,
                        Math.max(0, ticks),
                        reporter ? 1 : 0);
    }

    /** {@code dev_mc_seq_show}. */
    private static String hardwareGroups(NetNamespace ns) {
        StringBuilder out = new StringBuilder();
        for (NetDevice device : ns.devices().all()) {
            if (device.isLoopback()) {
                continue;
            }
            List<MulticastGroups.Hardware> hardware = ns.groups().hardware(device.index());
            int asked = hardware.stream()
                    .filter(one -> one.address().equals(ALL_HOSTS))
                    .mapToInt(MulticastGroups.Hardware::uses)
                    .sum();
            out.append(hardwareGroup(device, ALL_NODES, 1, false));
            if (device.up()) {
                out.append(hardwareGroup(device, ALL_HOSTS, 1 + asked, asked > 0));
            }
            for (MulticastGroups.Hardware one : hardware) {
                if (!one.address().equals(ALL_HOSTS)) {
                    out.append(hardwareGroup(device, one.address(), one.uses(), one.fixed()));
                }
            }
        }
        return out.toString();
    }

    private static String hardwareGroup(NetDevice device, MacAddress address, int uses, boolean fixed) {
        return "%-4d %-15s %-5d %-5d %s\n"
                .formatted(
                        device.index(),
                        device.name(),
                        uses,
                        fixed ? 1 : 0,
                        address.toString().replace(":", ""));
    }

    /** {@code packet_seq_show}. */
    private static String packetSockets(NetNamespace ns) {
        StringBuilder out = new StringBuilder("sk               RefCnt Type Proto  Iface R Rmem   User   Inode\n");
        for (Socket socket : ns.sockets().all()) {
            if (socket instanceof PacketTap tap) {
                out.append(packetSocket(3, 3, tap.device(), tap.id().number()));
            } else if (socket instanceof PacketSocket packet) {
                out.append(packetSocket(
                        2,
                        packet.protocol().value(),
                        packet.device(),
                        packet.id().number()));
            }
        }
        return out.toString();
    }

    private static String packetSocket(int type, int protocol, int device, int number) {
        return "%016x %-6d %-4d %04x   %-5d %1d %-6d %-6d %-6d\n"
                .formatted(0, 3, type, protocol, device, 1, 0, 0, 20_000 + number);
    }
}
