package org.packetwalk.export.recording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;

import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.SnmpCounters;
import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.stack.NetNamespace;

/** The counters of a host that moved during a probe. */
final class CounterDelta {

    /** Gauges and counters that depend on timing. */
    private static final List<String> NOISE = List.of(
            "TcpExt.DelayedACK",
            "Tcp.RtoMin",
            "Tcp.RtoMax",
            "Tcp.MaxConn",
            "Tcp.CurrEstab",
            "Tcp.RtoAlgorithm",
            "TcpExt.TW",
            "TcpExt.TCPHystart",
            "TcpExt.TCPAutoCork",
            "TcpExt.TCPLossProbes",
            "TcpExt.TCPDelivered",
            "TcpExt.TCPPureAcks",
            "TcpExt.TCPHPHits",
            "TcpExt.TCPHPAcks",
            "TcpExt.TCPOrigDataSent",
            "TcpExt.TCPKeepAlive",
            "Ip.Forwarding",
            "Ip.DefaultTTL");

    private CounterDelta() {}

    /**
     * What moved from before to after.
     *
     * @param background traffic that is left out
     * @return {@code dev} and {@code proto}, empty if nothing moved
     */
    static JsonObject of(NetNamespace before, NetNamespace after, Map<ProbeTrace.Traffic, long[]> background) {
        String host = after.id().name();
        boolean reduced =
                background.keySet().stream().anyMatch(traffic -> traffic.host().equals(host));
        JsonObject devices = devices(before, after, background);
        JsonObject protocols = protocols(before.counters(), after.counters(), reduced);
        JsonObject moved = new JsonObject();
        if (!devices.isEmpty()) {
            moved.add("dev", devices);
        }
        if (!protocols.isEmpty()) {
            moved.add("proto", protocols);
        }
        return moved;
    }

    private static JsonObject devices(
            NetNamespace before, NetNamespace after, Map<ProbeTrace.Traffic, long[]> background) {
        JsonObject devices = new JsonObject();
        for (NetDevice device : after.devices().all()) {
            Map<String, Long> was = before.devices()
                    .find(device.name())
                    .map(old -> columns(old.counters()))
                    .orElseGet(LinkedHashMap::new);
            JsonObject moved = new JsonObject();
            columns(device.counters()).forEach((column, now) -> {
                long difference = now - was.getOrDefault(column, 0L);
                long left = difference - leftOut(after.id().name(), device.name(), column, background);
                if (difference != 0 && left != 0) {
                    moved.addProperty(column, left);
                }
            });
            if (!moved.isEmpty()) {
                devices.add(device.name(), moved);
            }
        }
        return devices;
    }

    private static long leftOut(String host, String device, String column, Map<ProbeTrace.Traffic, long[]> background) {
        long[] sum = background.get(new ProbeTrace.Traffic(host, device, column.substring(0, 2)));
        if (sum == null) {
            return 0;
        }
        return column.endsWith("_packets") ? sum[0] : column.endsWith("_bytes") ? sum[1] : 0;
    }

    /** The columns of {@code /proc/net/dev} that are compared. */
    private static Map<String, Long> columns(DeviceCounters counters) {
        Map<String, Long> columns = new LinkedHashMap<>();
        columns.put("rx_bytes", counters.rxBytes());
        columns.put("rx_packets", counters.rxPackets());
        columns.put("rx_errs", counters.rxErrors());
        columns.put("rx_drop", counters.rxDropped());
        columns.put("tx_bytes", counters.txBytes());
        columns.put("tx_packets", counters.txPackets());
        columns.put("tx_errs", counters.txErrors());
        columns.put("tx_drop", counters.txDropped());
        columns.put("tx_carrier", counters.txCarrier());
        return columns;
    }

    private static JsonObject protocols(SnmpCounters before, SnmpCounters after, boolean reduced) {
        JsonObject moved = new JsonObject();
        Map<String, Long> was = inFileOrder(before);
        inFileOrder(after).forEach((name, now) -> {
            long difference = now - was.get(name);
            boolean left = NOISE.stream().anyMatch(name::startsWith)
                    || reduced && (name.contains("Mcast") || name.contains("Octets"));
            if (difference != 0 && !left) {
                moved.addProperty(name, difference);
            }
        });
        return moved;
    }

    /** All counters in the order of {@code /proc/net/snmp} and {@code /proc/net/netstat}. */
    private static Map<String, Long> inFileOrder(SnmpCounters counters) {
        Map<String, Long> all = new LinkedHashMap<>();
        for (SnmpCounter counter : SnmpCounter.values()) {
            if (counter == SnmpCounter.TCP_RTO_ALGORITHM) {
                messages(counters, all);
            }
            all.put(counter.fullName(), counters.get(counter));
        }
        for (int type = 0; type < 256; type++) {
            all.put("Icmp6InType" + type, counters.icmp6In(type));
            all.put("Icmp6OutType" + type, counters.icmp6Out(type));
        }
        return all;
    }

    private static void messages(SnmpCounters counters, Map<String, Long> all) {
        for (int type = 0; type < 256; type++) {
            all.put("IcmpMsg.InType" + type, counters.icmpIn(type));
        }
        for (int type = 0; type < 256; type++) {
            all.put("IcmpMsg.OutType" + type, counters.icmpOut(type));
        }
    }
}
