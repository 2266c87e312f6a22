package org.packetwalk.kernel.sysctl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers a setting takes ({@code extra1}, {@code extra2} of a {@code struct ctl_table}, or what its type holds).
 *
 * @param lowest the smallest
 * @param highest the largest
 */
record SysctlBounds(long lowest, long highest) {

    private static final SysctlBounds INT = new SysctlBounds(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final SysctlBounds LONG = new SysctlBounds(Long.MIN_VALUE, Long.MAX_VALUE);

    /** The settings with bounds of their own, by the last part of their name; seconds as jiffies of 4 ms fit an int. */
    private static final Map<String, SysctlBounds> OWN = own(List.of(
            bounds(-8_589_934, 8_589_934, """
                    base_reachable_time delay_first_probe_time gc_stale_time ipfrag_time mtu_expires tcp_fin_timeout
                    tcp_keepalive_intvl tcp_keepalive_time
                    """),
            bounds(-31, 31, """
                    tcp_adv_win_scale
                    """),
            bounds(0, 1, """
                    fib_multipath_use_neigh icmp_echo_enable_probe icmp_echo_ignore_all icmp_echo_ignore_broadcasts
                    icmp_errors_use_inbound_ifaddr icmp_ignore_bogus_error_responses ip_autobind_reuse
                    ip_forward_update_priority nexthop_compat_mode raw_l3mdev_accept tcp_autocorking
                    tcp_backlog_ack_defer tcp_ecn_fallback tcp_l3mdev_accept tcp_migrate_req
                    tcp_no_ssthresh_metrics_save tcp_plb_enabled tcp_reflect_tos tcp_shrink_window udp_l3mdev_accept
                    """),
            bounds(0, 2, """
                    fib_notify_on_flag_change tcp_ecn tcp_ecn_option tcp_tw_reuse
                    """),
            bounds(0, 3, """
                    fib_multipath_hash_policy tcp_ecn_option_beacon
                    """),
            bounds(0, 4, """
                    tcp_early_retrans
                    """),
            bounds(0, 31, """
                    tcp_app_win tcp_plb_idle_rehash_rounds tcp_plb_rehash_rounds
                    """),
            bounds(0, 127, """
                    tcp_syn_linear_timeouts
                    """),
            bounds(0, 255, """
                    fwmark_reflect igmp_link_local_mcast_reports ip_dynaddr ip_early_demux ip_forward_use_pmtu
                    ip_no_pmtu_disc ip_nonlocal_bind tcp_abort_on_overflow tcp_comp_sack_nr tcp_dsack
                    tcp_early_demux tcp_fack tcp_frto tcp_fwmark_accept tcp_keepalive_probes tcp_moderate_rcvbuf
                    tcp_mtu_probing tcp_no_metrics_save tcp_orphan_retries tcp_plb_suspend_rto_sec tcp_recovery
                    tcp_retrans_collapse tcp_retries1 tcp_retries2 tcp_rfc1337 tcp_sack tcp_slow_start_after_idle
                    tcp_stdurg tcp_synack_retries tcp_syncookies tcp_thin_linear_timeouts tcp_timestamps
                    tcp_tso_rtt_log tcp_tso_win_divisor tcp_window_scaling tcp_workaround_signed_windows
                    udp_early_demux
                    """),
            bounds(0, 256, """
                    tcp_plb_cong_thresh
                    """),
            bounds(0, 1000, """
                    tcp_pacing_ca_ratio tcp_pacing_ss_ratio
                    """),
            bounds(0, 65_536, """
                    udp_child_hash_entries
                    """),
            bounds(0, 86_400, """
                    tcp_min_rtt_wlen
                    """),
            bounds(0, 1_027_504, """
                    unres_qlen
                    """),
            bounds(0, 17_179_869, """
                    tcp_probe_interval
                    """),
            bounds(0, Integer.MAX_VALUE, """
                    app_solicit icmp_msgs_burst icmp_msgs_per_sec ipfrag_max_dist mcast_resolicit mcast_solicit
                    proxy_qlen tcp_fastopen_blackhole_timeout_sec ucast_solicit unres_qlen_bytes
                    """),
            bounds(1, 127, """
                    tcp_syn_retries
                    """),
            bounds(1, 255, """
                    ip_default_ttl tcp_min_tso_segs tcp_pingpong_thresh
                    """),
            bounds(1, 300, """
                    tcp_reordering
                    """),
            bounds(1, 4095, """
                    fib_multipath_hash_fields
                    """),
            bounds(1, 60_000, """
                    tcp_tw_reuse_delay
                    """),
            bounds(1, Integer.MAX_VALUE, """
                    igmp_qrv interval_probe_time_ms tcp_max_reordering tcp_rto_min_us udp_rmem_min udp_wmem_min
                    """),
            bounds(48, 65_535, """
                    tcp_min_snd_mss tcp_mtu_probe_floor
                    """),
            bounds(68, Integer.MAX_VALUE, """
                    min_pmtu
                    """),
            bounds(1000, 120_000, """
                    tcp_rto_max_ms
                    """)));

    private record Group(SysctlBounds bounds, List<String> keys) {}

    private static Group bounds(long lowest, long highest, String keys) {
        return new Group(new SysctlBounds(lowest, highest), List.of(keys.strip().split("\\s+")));
    }

    private static Map<String, SysctlBounds> own(List<Group> groups) {
        Map<String, SysctlBounds> own = new LinkedHashMap<>();
        groups.forEach(group -> group.keys().forEach(key -> own.put(key, group.bounds())));
        return own;
    }

    boolean contains(long value) {
        return lowest <= value && value <= highest;
    }

    static SysctlBounds of(String path) {
        String key = path.substring(path.lastIndexOf('/') + 1);
        SysctlBounds own = OWN.get(key);
        if (own != null) {
            return own;
        }
        return switch (key) {
            case "hop_limit" -> new SysctlBounds(1, 255);
            case "ip_local_port_range", "ip_unprivileged_port_start" -> new SysctlBounds(0, 65535);
            case "fib_multipath_hash_seed", "tcp_notsent_lowat" -> new SysctlBounds(0, 0xffffffffL);
            case "ioam6_id_wide", "tcp_comp_sack_delay_ns", "tcp_comp_sack_slack_ns" ->
                new SysctlBounds(0, LONG.highest);
            case "ipfrag_high_thresh", "ipfrag_low_thresh" -> new SysctlBounds(0, LONG.highest);
            case "tcp_child_ehash_entries" -> new SysctlBounds(0, 1 << 24);
            case "ping_group_range" -> new SysctlBounds(0, 0xffffffffL);
            case "tcp_rmem", "tcp_wmem" -> new SysctlBounds(1, Integer.MAX_VALUE);
            case "icmp_ratelimit", "ratelimit", "tcp_invalid_ratelimit", "retrans_time_ms", "base_reachable_time_ms" ->
                new SysctlBounds(0, Integer.MAX_VALUE);
            case "gc_thresh1", "gc_thresh2", "gc_thresh3" -> new SysctlBounds(0, Integer.MAX_VALUE);
            case "mtu" -> new SysctlBounds(1280, Integer.MAX_VALUE);
            default -> path.startsWith("net/netfilter") ? LONG : INT;
        };
    }
}
