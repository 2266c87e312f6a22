package org.packetwalk.kernel.sysctl;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings of {@code net.ipv6.conf.INTERFACE} and {@code net.ipv6.neigh.INTERFACE} with what a new namespace of
 * Linux 6.18 has. They are kept and shown; IPv6 itself is not simulated.
 */
final class Ipv6Defaults {

    /** Key, value of {@code all}, of {@code default}, of {@code lo}. */
    private static final String CONF = """
            accept_dad 0 1 -1
            accept_ra 1 1 1
            accept_ra_defrtr 1 1 1
            accept_ra_from_local 0 0 0
            accept_ra_min_hop_limit 1 1 1
            accept_ra_min_lft 0 0 0
            accept_ra_mtu 1 1 1
            accept_ra_pinfo 1 1 1
            accept_ra_rt_info_max_plen 0 0 0
            accept_ra_rt_info_min_plen 0 0 0
            accept_ra_rtr_pref 1 1 1
            accept_redirects 1 1 1
            accept_source_route 0 0 0
            accept_untracked_na 0 0 0
            addr_gen_mode 0 0 0
            autoconf 1 1 1
            dad_transmits 1 1 1
            disable_ipv6 0 0 0
            disable_policy 0 0 0
            drop_unicast_in_l2_multicast 0 0 0
            drop_unsolicited_na 0 0 0
            enhanced_dad 1 1 1
            force_forwarding 0 0 0
            force_mld_version 0 0 0
            force_tllao 0 0 0
            forwarding 0 0 0
            hop_limit 64 64 64
            ignore_routes_with_linkdown 0 0 0
            ioam6_enabled 0 0 0
            ioam6_id 65535 65535 65535
            ioam6_id_wide 4294967295 4294967295 4294967295
            keep_addr_on_down 0 0 0
            max_addresses 16 16 16
            max_desync_factor 600 600 600
            mc_forwarding 0 0 0
            mldv1_unsolicited_report_interval 10000 10000 10000
            mldv2_unsolicited_report_interval 1000 1000 1000
            mtu 1280 1280 65536
            ndisc_evict_nocarrier 1 1 1
            ndisc_notify 0 0 0
            ndisc_tclass 0 0 0
            optimistic_dad 0 0 0
            proxy_ndp 0 0 0
            ra_defrtr_metric 1024 1024 1024
            ra_honor_pio_life 0 0 0
            ra_honor_pio_pflag 0 0 0
            regen_max_retry 3 3 3
            regen_min_advance 2 2 2
            router_probe_interval 60 60 60
            router_solicitation_delay 1 1 1
            router_solicitation_interval 4 4 4
            router_solicitation_max_interval 3600 3600 3600
            router_solicitations -1 -1 -1
            rpl_seg_enabled 0 0 0
            seg6_enabled 0 0 0
            seg6_require_hmac 0 0 0
            suppress_frag_ndisc 1 1 1
            temp_prefered_lft 86400 86400 86400
            temp_valid_lft 604800 604800 604800
            use_oif_addrs_only 0 0 0
            use_optimistic 0 0 0
            use_tempaddr 0 0 -1
            """;

    private static final String NEIGHBORS = """
            anycast_delay 100
            app_solicit 0
            base_reachable_time_ms 30000
            delay_first_probe_time 5
            gc_stale_time 60
            interval_probe_time_ms 5000
            locktime 0
            mcast_resolicit 0
            mcast_solicit 3
            proxy_delay 80
            proxy_qlen 64
            retrans_time_ms 1000
            ucast_solicit 3
            unres_qlen 101
            unres_qlen_bytes 212992
            """;

    private static final SortedMap<String, String[]> CONF_VALUES = read(CONF);
    private static final SortedMap<String, String[]> NEIGHBOR_VALUES = read(NEIGHBORS);

    private Ipv6Defaults() {}

    static Iterable<String> confKeys() {
        return CONF_VALUES.keySet();
    }

    static Iterable<String> neighborKeys() {
        return NEIGHBOR_VALUES.keySet();
    }

    /** What an interface, {@link SysctlTable#ALL} or {@link SysctlTable#DEFAULT} has; empty if the key is not known. */
    static Optional<String> conf(String key, int device) {
        String[] values = CONF_VALUES.get(key);
        if (values == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (device) {
                    case SysctlTable.ALL -> values[0];
                    case SysctlTable.LOOPBACK -> values[2];
                    default -> values[1];
                });
    }

    static Optional<String> neighbor(String key) {
        String[] values = NEIGHBOR_VALUES.get(key);
        return values == null ? Optional.empty() : Optional.of(values[0]);
    }

    private static SortedMap<String, String[]> read(String table) {
        SortedMap<String, String[]> values = new TreeMap<>();
        table.lines().forEach(line -> {
            String[] cells = line.strip().split(" ");
            String[] rest = new String[cells.length - 1];
            System.arraycopy(cells, 1, rest, 0, rest.length);
            values.put(cells[0], rest);
        });
        return values;
    }
}
