package org.packetwalk.shell;

import java.util.LinkedHashMap;
import java.util.Map;

import org.packetwalk.kernel.device.BridgePort;
import org.packetwalk.kernel.device.BridgeSettings;
import org.packetwalk.kernel.device.BridgeState;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.PortFlag;
import org.packetwalk.kernel.device.VxlanSettings;
import org.packetwalk.net.MacAddress;

/** What {@code ip -d link} tells of a kind of device: the same facts as text and as JSON. */
final class LinkDetails {

    /** A number of seconds with two decimals, as timers are printed. */
    record Seconds(double value) {

        @Override
        public String toString() {
            return "%.2f".formatted(value);
        }
    }

    private static final Seconds NO_TIMER = new Seconds(0);

    /** Facts: under their name in JSON; the text has other words for some. */
    private final Map<String, Object> facts = new LinkedHashMap<>();

    private final StringBuilder text = new StringBuilder();

    private LinkDetails() {}

    Map<String, Object> facts() {
        return facts;
    }

    String text() {
        return text.toString();
    }

    /** The facts of a device of a kind that has some ({@code IFLA_INFO_DATA}). */
    static LinkDetails of(NetDevice device) {
        LinkDetails details = new LinkDetails();
        device.bridge().ifPresent(details::bridge);
        if (device.kind() instanceof DeviceKind.Macvlan macvlan) {
            details.both("mode", macvlan.mode().word());
            details.both("bcqueuelen", 1000);
            details.both("usedbcqueuelen", 1000);
        } else if (device.kind() instanceof DeviceKind.Vlan vlan) {
            details.fact("protocol", "802.1Q");
            details.word("protocol", "802.1Q");
            details.both("id", vlan.id());
            details.facts.put("flags", java.util.List.of("REORDER_HDR"));
            details.text.append("<REORDER_HDR> ");
        }
        return details;
    }

    /** The facts of a VXLAN device; the device below it by its name, empty if there is none. */
    static LinkDetails of(VxlanSettings settings, String lower) {
        LinkDetails details = new LinkDetails();
        details.vxlan(settings, lower);
        return details;
    }

    private void vxlan(VxlanSettings settings, String lower) {
        both("id", settings.id());
        if (!settings.remote().isAny()) {
            both("remote", settings.remote().toString());
        }
        if (!settings.local().isAny()) {
            both("local", settings.local().toString());
        }
        if (!lower.isEmpty()) {
            named("link", "dev", lower);
        }
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("low", 0);
        range.put("high", 0);
        fact("port_range", range);
        text.append("srcport 0 0 ");
        named("port", "dstport", settings.port());
        fact("learning", settings.learning());
        text.append(settings.learning() ? "" : "nolearning ");
        if (settings.tos() != 0) {
            fact("tos", "0x" + Integer.toHexString(settings.tos()));
            word("tos", "0x" + Integer.toHexString(settings.tos()));
        }
        fact("ttl", settings.ttl());
        word("ttl", settings.ttl() == 0 ? "auto" : settings.ttl());
        fact("df", "unset");
        both("ageing", settings.ageing());
        fact("udp_csum", true);
        fact("udp_zero_csum6_tx", false);
        fact("udp_zero_csum6_rx", false);
        text.append("udpcsum noudp6zerocsumtx noudp6zerocsumrx ");
    }

    private void bridge(BridgeState state) {
        BridgeSettings settings = state.settings();
        both("forward_delay", settings.forwardDelay());
        both("hello_time", settings.helloTime());
        both("max_age", settings.maxAge());
        both("ageing_time", settings.ageingTime());
        both("stp_state", 0);
        both("priority", settings.priority());
        both("vlan_filtering", 0);
        String identity = identity(settings);
        both("bridge_id", identity);
        fact("root_id", identity);
        word("designated_root", identity);
        both("root_port", 0);
        both("root_path_cost", 0);
        both("topology_change", 0);
        both("topology_change_detected", 0);
        timer("hello_timer");
        timer("tcn_timer");
        timer("topology_change_timer");
        timer("gc_timer");
        fact("group_fwd_mask", Integer.toHexString(settings.groupForwardMask()));
        word("group_fwd_mask", Integer.toHexString(settings.groupForwardMask()));
        fact("group_addr", "01:80:c2:00:00:00");
        word("group_address", "01:80:c2:00:00:00");
        both("mcast_snooping", settings.multicastSnooping() ? 1 : 0);
        both("no_linklocal_learn", 0);
        both("mcast_vlan_snooping", 0);
        both("mcast_router", 1);
        both("mcast_query_use_ifaddr", 0);
        both("mcast_querier", settings.multicastQuerier() ? 1 : 0);
        both("mcast_hash_elasticity", 16);
        both("mcast_hash_max", 4096);
        named("mcast_last_member_cnt", "mcast_last_member_count", 2);
        named("mcast_startup_query_cnt", "mcast_startup_query_count", 2);
        named("mcast_last_member_intvl", "mcast_last_member_interval", 100);
        named("mcast_membership_intvl", "mcast_membership_interval", 26000);
        named("mcast_querier_intvl", "mcast_querier_interval", 25500);
        named("mcast_query_intvl", "mcast_query_interval", 12500);
        named("mcast_query_response_intvl", "mcast_query_response_interval", 1000);
        named("mcast_startup_query_intvl", "mcast_startup_query_interval", 3124);
        both("mcast_stats_enabled", 0);
        both("mcast_igmp_version", 2);
        both("mcast_mld_version", 1);
        both("nf_call_iptables", settings.nfCallIptables() ? 1 : 0);
        both("nf_call_ip6tables", 0);
        both("nf_call_arptables", 0);
    }

    /** {@code br_dump_bridge_id}: priority and address. */
    static String identity(BridgeSettings settings) {
        MacAddress address = settings.identity();
        StringBuilder identity = new StringBuilder("%04x.".formatted(settings.priority()));
        for (int i = 0; i < 6; i++) {
            identity.append(i == 0 ? "" : ":").append(Integer.toHexString(address.octet(i)));
        }
        return identity.toString();
    }

    /** The facts of a bridge port ({@code IFLA_INFO_SLAVE_DATA}). */
    static LinkDetails of(BridgePort port, BridgeSettings settings) {
        LinkDetails details = new LinkDetails();
        details.port(port, settings);
        return details;
    }

    private void port(BridgePort port, BridgeSettings settings) {
        String identity = identity(settings);
        both("state", port.state().word());
        both("priority", port.priority());
        both("cost", port.cost());
        flag("hairpin", port.has(PortFlag.HAIRPIN));
        flag("guard", port.has(PortFlag.GUARD));
        flag("root_block", port.has(PortFlag.ROOT_BLOCK));
        flag("fastleave", port.has(PortFlag.FAST_LEAVE));
        flag("learning", port.has(PortFlag.LEARNING));
        flag("flood", port.has(PortFlag.FLOOD));
        named("id", "port_id", "0x" + Integer.toHexString(port.identifier()));
        named("no", "port_no", "0x" + Integer.toHexString(port.number()));
        both("designated_port", port.identifier());
        both("designated_cost", 0);
        named("bridge_id", "designated_bridge", identity);
        named("root_id", "designated_root", identity);
        timer("hold_timer");
        timer("message_age_timer");
        timer("forward_delay_timer");
        both("topology_change_ack", 0);
        both("config_pending", 0);
        flag("proxy_arp", port.has(PortFlag.PROXY_ARP));
        flag("proxy_arp_wifi", port.has(PortFlag.PROXY_ARP_WIFI));
        named("multicast_router", "mcast_router", 1);
        word("mcast_fast_leave", port.has(PortFlag.FAST_LEAVE) ? "on" : "off");
        flag("mcast_flood", port.has(PortFlag.MULTICAST_FLOOD));
        flag("bcast_flood", port.has(PortFlag.BROADCAST_FLOOD));
        flag("mcast_to_unicast", port.has(PortFlag.MULTICAST_TO_UNICAST));
        flag("neigh_suppress", port.has(PortFlag.NEIGHBOR_SUPPRESS));
        both("group_fwd_mask", "0");
        both("group_fwd_mask_str", "0x0");
        flag("vlan_tunnel", port.has(PortFlag.VLAN_TUNNEL));
        flag("isolated", port.has(PortFlag.ISOLATED));
        flag("locked", port.has(PortFlag.LOCKED));
    }

    private void fact(String name, Object value) {
        facts.put(name, value);
    }

    private void word(String name, Object value) {
        text.append(name).append(' ').append(value).append(' ');
    }

    private void both(String name, Object value) {
        named(name, name, value);
    }

    private void named(String inJson, String inText, Object value) {
        fact(inJson, value);
        word(inText, value);
    }

    private void flag(String name, boolean on) {
        fact(name, on);
        word(name, on ? "on" : "off");
    }

    private void timer(String name) {
        fact(name, NO_TIMER);
        text.append(name).append(" %7s ".formatted(NO_TIMER));
    }
}
