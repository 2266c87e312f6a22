package org.packetwalk.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.device.DeviceCounters;
import org.packetwalk.kernel.device.NetDevice;

/** Devices and their addresses as {@code ip -j} prints them. */
final class IpLinkJson {

    private final LinkFacts facts;
    private final LinkWords links;
    private final IpOptions options;
    private final boolean addresses;
    private final boolean ipv4Only;
    private final boolean fewWords;

    /** Prints addresses, too, or links alone. */
    IpLinkJson(LinkFacts facts, IpOptions options, boolean addresses, boolean ipv4Only, boolean fewWords) {
        this.facts = facts;
        this.links = facts.words();
        this.options = options;
        this.addresses = addresses;
        this.ipv4Only = ipv4Only;
        this.fewWords = fewWords;
    }

    /** All about a device. */
    Map<String, Object> row(NetDevice device, List<AddressLine> shown) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ifindex", device.index());
        link(row, device);
        row.put("ifname", device.name());
        row.put("flags", List.copyOf(fewWords ? links.flagsBesideLocalLink(device) : links.flags(device)));
        row.put("mtu", device.mtu());
        if (!fewWords) {
            row.put("qdisc", LinkFacts.qdisc(device));
        }
        if (device.master() != 0 && !fewWords) {
            row.put("master", facts.namespace().devices().nameOf(device.master()));
        }
        row.put("operstate", LinkFacts.state(device));
        if (!addresses) {
            row.put("linkmode", "DEFAULT");
        }
        if (!fewWords) {
            row.put("group", LinkFacts.group(device));
        }
        row.put("txqlen", device.queueLength());
        if (!addresses || !ipv4Only || options.details()) {
            row.put("link_type", LinkFacts.linkType(device));
            row.put("address", device.address().toString());
            row.put("broadcast", device.broadcast().toString());
        }
        links.farHost(device)
                .filter(far -> !fewWords)
                .ifPresent(far -> row.put("link_netnsid", Computer.peerNumber(facts.namespace(), far)));
        if (options.details()) {
            detailRow(row, device);
        }
        if (!addresses && options.statistics() > 0) {
            row.put("stats64", statisticsRow(device));
        }
        if (!device.alias().isEmpty() && !addresses) {
            row.put("ifalias", device.alias());
        }
        if (addresses) {
            row.put("addr_info", shown.stream().map(AddressLine::row).toList());
            if (options.statistics() > 0) {
                row.put("stats64", statisticsRow(device));
            }
        }
        return row;
    }

    private void link(Map<String, Object> row, NetDevice device) {
        int link = links.link(device);
        if (fewWords) {
            if (links.tellsLocalLink(device)) {
                row.put("link", links.localLink(device));
            }
        } else if (link != 0 && links.farHost(device).isPresent()) {
            row.put("link_index", link);
        } else if (link != 0) {
            row.put("link", facts.namespace().devices().nameOf(link));
        }
    }

    private void detailRow(Map<String, Object> row, NetDevice device) {
        row.put("promiscuity", facts.promiscuity(device));
        row.put("allmulti", facts.allMulticast(device));
        row.put("min_mtu", LinkFacts.minMtu(device));
        row.put("max_mtu", LinkFacts.maxMtu(device));
        Map<String, Object> info = new LinkedHashMap<>();
        if (!device.kind().word().isEmpty()) {
            info.put("info_kind", device.kind().word());
            Map<String, Object> data = facts.details(device).facts();
            if (!data.isEmpty()) {
                info.put("info_data", data);
            }
        }
        facts.port(device).ifPresent(details -> {
            info.put("info_slave_kind", "bridge");
            info.put("info_slave_data", details.facts());
        });
        if (!info.isEmpty()) {
            row.put("linkinfo", info);
        }
        if (!addresses && device.master() == 0) {
            row.put("inet6_addr_gen_mode", "eui64");
        }
        row.put("num_tx_queues", LinkFacts.queues(device));
        row.put("num_rx_queues", LinkFacts.queues(device));
        row.put("gso_max_size", 65536);
        row.put("gso_max_segs", 65535);
        row.put("tso_max_size", LinkFacts.tsoMaxSize(device));
        row.put("tso_max_segs", 65535);
        row.put("gro_max_size", 65536);
    }

    private Map<String, Object> statisticsRow(NetDevice device) {
        DeviceCounters counters = device.counters();
        Map<String, Object> rx = new LinkedHashMap<>();
        rx.put("bytes", counters.rxBytes());
        rx.put("packets", counters.rxPackets());
        rx.put("errors", counters.rxErrors());
        rx.put("dropped", counters.rxDropped());
        rx.put("over_errors", 0);
        rx.put("multicast", counters.rxMulticast());
        Map<String, Object> tx = new LinkedHashMap<>();
        tx.put("bytes", counters.txBytes());
        tx.put("packets", counters.txPackets());
        tx.put("errors", counters.txErrors());
        tx.put("dropped", counters.txDropped());
        tx.put("carrier_errors", counters.txCarrier());
        tx.put("collisions", 0);
        if (options.statistics() > 1) {
            List.of("length_errors", "crc_errors", "frame_errors", "fifo_errors", "missed_errors")
                    .forEach(name -> rx.put(name, 0));
            List.of("aborted_errors", "fifo_errors", "window_errors", "heartbeat_errors")
                    .forEach(name -> tx.put(name, 0));
            tx.put("carrier_changes", device.carrierChanges());
        }
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("rx", rx);
        both.put("tx", tx);
        return both;
    }

    /** The essential. */
    Map<String, Object> briefRow(NetDevice device, List<AddressLine> shown) {
        Map<String, Object> row = new LinkedHashMap<>();
        link(row, device);
        row.put("ifname", device.name());
        row.put("operstate", LinkFacts.state(device));
        if (!addresses) {
            row.put("address", device.address().toString());
            row.put("flags", List.copyOf(fewWords ? links.flagsBesideLocalLink(device) : links.flags(device)));
            return row;
        }
        row.put("addr_info", shown.stream().map(AddressLine::briefRow).toList());
        return row;
    }
}
