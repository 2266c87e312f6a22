package org.packetwalk.shell;

import java.util.Optional;

import org.packetwalk.kernel.device.MulticastGroups;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.PacketSocket;
import org.packetwalk.kernel.socket.PacketTap;
import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;
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

    private ProcTables() {}

    /** Two lines of counters that nothing here counts. */
    static String unused(String group) {
        String names = group.equals("UdpLite") ? UDP_LITE : MPTCP;
        return group + ": " + names + "\n" + group + ":" + " 0".repeat(names.split(" ").length) + "\n";
    }

    static Optional<String> read(NetNamespace ns, String path) {
        return switch (path) {
            case "/proc/net/igmp" -> Optional.of(memberships(ns));
            case "/proc/net/dev_mcast" -> Optional.of(hardwareGroups(ns));
            case "/proc/net/mcfilter" -> Optional.of("Idx Device        MCA        SRC    INC    EXC\n");
            case "/proc/net/packet" -> Optional.of(packetSockets(ns));
            case "/proc/net/raw", "/proc/net/icmp" -> Optional.of(padded("  sl  " + SOCKETS_OF_IP));
            case "/proc/net/udplite" -> Optional.of(padded("   sl  " + SOCKETS_OF_IP));
            case "/proc/net/if_inet6" -> Optional.of("");
            case "/proc/net/unix" -> Optional.of("Num       RefCount Protocol Flags    Type St Inode Path\n");
            case "/proc/net/rt_cache" ->
                Optional.of("%-127s\n"
                        .formatted("Iface\tDestination\tGateway \tFlags\t\tRefCnt\tUse\tMetric\tSource\t\tMTU\tWindow\t"
                                + "IRTT\tTOS\tHHRef\tHHUptod\tSpecDst"));
            default -> Optional.empty();
        };
    }

    private static String padded(String text) {
        return text + " ".repeat(Math.max(0, WIDTH - text.length())) + "\n";
    }

    /** {@code igmp_mc_seq_show}. */
    private static String memberships(NetNamespace ns) {
        StringBuilder out = new StringBuilder("Idx\tDevice    : Count Querier\tGroup    Users Timer\tReporter\n");
        for (NetDevice device : ns.devices().all()) {
            var groups = ns.groups().of(device.index());
            if (!device.up() && groups.isEmpty()) {
                continue;
            }
            int count = groups.size() + (device.up() ? 1 : 0);
            out.append("%d\t%-10s: %5d %7s\n".formatted(device.index(), device.name(), count, "V3"));
            for (MulticastGroups.Membership membership : groups) {
                out.append(membership(membership.group(), membership.users()));
            }
            out.append(device.up() ? membership(Ipv4Address.parse("224.0.0.1"), 1) : "");
        }
        return out.toString();
    }

    private static String membership(Ipv4Address group, int users) {
        return "\t\t\t\t%08X %5d 0:%08X\t\t%d\n".formatted(Integer.reverseBytes(group.bits()), users, 0, 0);
    }

    /** {@code dev_mc_seq_show}. */
    private static String hardwareGroups(NetNamespace ns) {
        StringBuilder out = new StringBuilder();
        for (NetDevice device : ns.devices().all()) {
            if (device.isLoopback()) {
                continue;
            }
            out.append(hardwareGroup(device, "333300000001"));
            if (device.up()) {
                out.append(hardwareGroup(device, "01005e000001"));
            }
            for (MulticastGroups.Membership membership : ns.groups().of(device.index())) {
                out.append(hardwareGroup(
                        device,
                        MacAddress.multicastFor(membership.group()).toString().replace(":", "")));
            }
        }
        return out.toString();
    }

    private static String hardwareGroup(NetDevice device, String address) {
        return "%-4d %-15s %-5d %-5d %s\n".formatted(device.index(), device.name(), 1, 0, address);
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
