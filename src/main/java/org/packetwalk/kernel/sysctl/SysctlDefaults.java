package org.packetwalk.kernel.sysctl;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The keys of a whole namespace with what a new namespace has, as a fresh one of Linux 6.18 shows them. */
final class SysctlDefaults {

    private static final String TABLE = """
            net.bridge.bridge-nf-call-arptables = 1
            net.bridge.bridge-nf-call-ip6tables = 1
            net.bridge.bridge-nf-call-iptables = 1
            net.bridge.bridge-nf-filter-pppoe-tagged = 0
            net.bridge.bridge-nf-filter-vlan-tagged = 0
            net.bridge.bridge-nf-pass-vlan-input-dev = 0
            net.core.optmem_max = 131072
            net.core.rmem_default = 212992
            net.core.rmem_max = 4194304
            net.core.rps_default_mask = 0
            net.core.somaxconn = 4096
            net.core.tstamp_allow_data = 1
            net.core.txrehash = 1
            net.core.wmem_default = 212992
            net.core.wmem_max = 4194304
            net.core.xfrm_acq_expires = 30
            net.core.xfrm_aevent_etime = 10
            net.core.xfrm_aevent_rseqth = 2
            net.core.xfrm_larval_drop = 1
            net.ipv4.fib_multipath_hash_fields = 7
            net.ipv4.fib_multipath_hash_policy = 0
            net.ipv4.fib_multipath_hash_seed = 0
            net.ipv4.fib_multipath_use_neigh = 0
            net.ipv4.fib_notify_on_flag_change = 0
            net.ipv4.fwmark_reflect = 0
            net.ipv4.icmp_echo_enable_probe = 0
            net.ipv4.icmp_echo_ignore_all = 0
            net.ipv4.icmp_echo_ignore_broadcasts = 1
            net.ipv4.icmp_errors_use_inbound_ifaddr = 0
            net.ipv4.icmp_ignore_bogus_error_responses = 1
            net.ipv4.icmp_msgs_burst = 50
            net.ipv4.icmp_msgs_per_sec = 1000
            net.ipv4.icmp_ratelimit = 1000
            net.ipv4.icmp_ratemask = 6168
            net.ipv4.igmp_link_local_mcast_reports = 1
            net.ipv4.igmp_max_memberships = 20
            net.ipv4.igmp_max_msf = 10
            net.ipv4.igmp_qrv = 2
            net.ipv4.ip_autobind_reuse = 0
            net.ipv4.ip_default_ttl = 64
            net.ipv4.ip_dynaddr = 0
            net.ipv4.ip_early_demux = 1
            net.ipv4.ip_forward = 0
            net.ipv4.ip_forward_update_priority = 1
            net.ipv4.ip_forward_use_pmtu = 0
            net.ipv4.ip_local_port_range = 32768 60999
            net.ipv4.ip_local_reserved_ports =
            net.ipv4.ip_no_pmtu_disc = 0
            net.ipv4.ip_nonlocal_bind = 0
            net.ipv4.ip_unprivileged_port_start = 1024
            net.ipv4.ipfrag_high_thresh = 4194304
            net.ipv4.ipfrag_low_thresh = 3145728
            net.ipv4.ipfrag_max_dist = 64
            net.ipv4.ipfrag_time = 30
            net.ipv4.nexthop_compat_mode = 1
            net.ipv4.ping_group_range = 1 0
            net.ipv4.raw_l3mdev_accept = 1
            net.ipv4.route.flush =
            net.ipv4.route.min_adv_mss = 256
            net.ipv4.route.min_pmtu = 552
            net.ipv4.route.mtu_expires = 600
            net.ipv4.tcp_abort_on_overflow = 0
            net.ipv4.tcp_adv_win_scale = 1
            net.ipv4.tcp_allowed_congestion_control = reno bbr
            net.ipv4.tcp_app_win = 31
            net.ipv4.tcp_autocorking = 1
            net.ipv4.tcp_available_congestion_control = reno bbr cubic
            net.ipv4.tcp_backlog_ack_defer = 1
            net.ipv4.tcp_base_mss = 1024
            net.ipv4.tcp_challenge_ack_limit = 2147483647
            net.ipv4.tcp_child_ehash_entries = 0
            net.ipv4.tcp_comp_sack_delay_ns = 1000000
            net.ipv4.tcp_comp_sack_nr = 44
            net.ipv4.tcp_comp_sack_slack_ns = 100000
            net.ipv4.tcp_congestion_control = bbr
            net.ipv4.tcp_dsack = 1
            net.ipv4.tcp_early_demux = 1
            net.ipv4.tcp_early_retrans = 3
            net.ipv4.tcp_ecn = 2
            net.ipv4.tcp_ecn_fallback = 1
            net.ipv4.tcp_ecn_option = 2
            net.ipv4.tcp_ecn_option_beacon = 3
            net.ipv4.tcp_ehash_entries = -262144
            net.ipv4.tcp_fack = 0
            net.ipv4.tcp_fastopen = 1
            net.ipv4.tcp_fastopen_blackhole_timeout_sec = 0
            net.ipv4.tcp_fastopen_key = 00000000-00000000-00000000-00000000
            net.ipv4.tcp_fin_timeout = 60
            net.ipv4.tcp_frto = 2
            net.ipv4.tcp_fwmark_accept = 0
            net.ipv4.tcp_invalid_ratelimit = 500
            net.ipv4.tcp_keepalive_intvl = 75
            net.ipv4.tcp_keepalive_probes = 9
            net.ipv4.tcp_keepalive_time = 7200
            net.ipv4.tcp_l3mdev_accept = 0
            net.ipv4.tcp_limit_output_bytes = 4194304
            net.ipv4.tcp_max_reordering = 300
            net.ipv4.tcp_max_syn_backlog = 2048
            net.ipv4.tcp_max_tw_buckets = 131072
            net.ipv4.tcp_migrate_req = 0
            net.ipv4.tcp_min_rtt_wlen = 300
            net.ipv4.tcp_min_snd_mss = 48
            net.ipv4.tcp_min_tso_segs = 2
            net.ipv4.tcp_moderate_rcvbuf = 1
            net.ipv4.tcp_mtu_probe_floor = 48
            net.ipv4.tcp_mtu_probing = 0
            net.ipv4.tcp_no_metrics_save = 0
            net.ipv4.tcp_no_ssthresh_metrics_save = 1
            net.ipv4.tcp_notsent_lowat = 4294967295
            net.ipv4.tcp_orphan_retries = 0
            net.ipv4.tcp_pacing_ca_ratio = 120
            net.ipv4.tcp_pacing_ss_ratio = 200
            net.ipv4.tcp_pingpong_thresh = 1
            net.ipv4.tcp_plb_cong_thresh = 128
            net.ipv4.tcp_plb_enabled = 0
            net.ipv4.tcp_plb_idle_rehash_rounds = 3
            net.ipv4.tcp_plb_rehash_rounds = 12
            net.ipv4.tcp_plb_suspend_rto_sec = 60
            net.ipv4.tcp_probe_interval = 600
            net.ipv4.tcp_probe_threshold = 8
            net.ipv4.tcp_recovery = 1
            net.ipv4.tcp_reflect_tos = 0
            net.ipv4.tcp_reordering = 3
            net.ipv4.tcp_retrans_collapse = 1
            net.ipv4.tcp_retries1 = 3
            net.ipv4.tcp_retries2 = 15
            net.ipv4.tcp_rfc1337 = 0
            net.ipv4.tcp_rmem = 4096 131072 33554432
            net.ipv4.tcp_rto_max_ms = 120000
            net.ipv4.tcp_rto_min_us = 200000
            net.ipv4.tcp_sack = 1
            net.ipv4.tcp_shrink_window = 0
            net.ipv4.tcp_slow_start_after_idle = 1
            net.ipv4.tcp_stdurg = 0
            net.ipv4.tcp_syn_linear_timeouts = 4
            net.ipv4.tcp_syn_retries = 6
            net.ipv4.tcp_synack_retries = 5
            net.ipv4.tcp_syncookies = 1
            net.ipv4.tcp_thin_linear_timeouts = 0
            net.ipv4.tcp_timestamps = 1
            net.ipv4.tcp_tso_rtt_log = 9
            net.ipv4.tcp_tso_win_divisor = 3
            net.ipv4.tcp_tw_reuse = 2
            net.ipv4.tcp_tw_reuse_delay = 1000
            net.ipv4.tcp_window_scaling = 1
            net.ipv4.tcp_wmem = 4096 16384 4194304
            net.ipv4.tcp_workaround_signed_windows = 0
            net.ipv4.udp_child_hash_entries = 0
            net.ipv4.udp_early_demux = 1
            net.ipv4.udp_hash_entries = -16384
            net.ipv4.udp_l3mdev_accept = 0
            net.ipv4.udp_rmem_min = 4096
            net.ipv4.udp_wmem_min = 4096
            net.ipv4.xfrm4_gc_thresh = 32768
            net.ipv6.anycast_src_echo_reply = 0
            net.ipv6.auto_flowlabels = 1
            net.ipv6.bindv6only = 0
            net.ipv6.fib_multipath_hash_fields = 7
            net.ipv6.fib_multipath_hash_policy = 0
            net.ipv6.fib_notify_on_flag_change = 0
            net.ipv6.flowlabel_consistency = 1
            net.ipv6.flowlabel_reflect = 0
            net.ipv6.flowlabel_state_ranges = 0
            net.ipv6.fwmark_reflect = 0
            net.ipv6.icmp.echo_ignore_all = 0
            net.ipv6.icmp.echo_ignore_anycast = 0
            net.ipv6.icmp.echo_ignore_multicast = 0
            net.ipv6.icmp.error_anycast_as_unicast = 0
            net.ipv6.icmp.ratelimit = 100
            net.ipv6.icmp.ratemask = 0-1,3-127
            net.ipv6.idgen_delay = 1
            net.ipv6.idgen_retries = 3
            net.ipv6.ioam6_id = 16777215
            net.ipv6.ioam6_id_wide = 72057594037927935
            net.ipv6.ip6frag_high_thresh = 4194304
            net.ipv6.ip6frag_low_thresh = 3145728
            net.ipv6.ip6frag_time = 60
            net.ipv6.ip_nonlocal_bind = 0
            net.ipv6.max_dst_opts_length = 2147483647
            net.ipv6.max_dst_opts_number = 8
            net.ipv6.max_hbh_length = 2147483647
            net.ipv6.max_hbh_opts_number = 8
            net.ipv6.route.gc_elasticity = 9
            net.ipv6.route.gc_interval = 30
            net.ipv6.route.gc_min_interval = 0
            net.ipv6.route.gc_min_interval_ms = 500
            net.ipv6.route.gc_thresh = 1024
            net.ipv6.route.gc_timeout = 60
            net.ipv6.route.max_size = 2147483647
            net.ipv6.route.min_adv_mss = 1220
            net.ipv6.route.mtu_expires = 600
            net.ipv6.route.skip_notify_on_dev_down = 0
            net.ipv6.seg6_flowlabel = 0
            net.ipv6.xfrm6_gc_thresh = 32768
            net.mptcp.add_addr_timeout = 120
            net.mptcp.allow_join_initial_addr_port = 1
            net.mptcp.available_path_managers = kernel userspace
            net.mptcp.available_schedulers = default
            net.mptcp.blackhole_timeout = 3600
            net.mptcp.checksum_enabled = 0
            net.mptcp.close_timeout = 60
            net.mptcp.enabled = 1
            net.mptcp.path_manager = kernel
            net.mptcp.pm_type = 0
            net.mptcp.scheduler = default
            net.mptcp.stale_loss_cnt = 4
            net.mptcp.syn_retrans_before_tcp_fallback = 2
            net.netfilter.nf_conntrack_acct = 0
            net.netfilter.nf_conntrack_buckets = 262144
            net.netfilter.nf_conntrack_checksum = 1
            net.netfilter.nf_conntrack_count = 0
            net.netfilter.nf_conntrack_events = 2
            net.netfilter.nf_conntrack_expect_max = 4096
            net.netfilter.nf_conntrack_frag6_high_thresh = 4194304
            net.netfilter.nf_conntrack_frag6_low_thresh = 3145728
            net.netfilter.nf_conntrack_frag6_timeout = 60
            net.netfilter.nf_conntrack_generic_timeout = 600
            net.netfilter.nf_conntrack_gre_timeout = 30
            net.netfilter.nf_conntrack_gre_timeout_stream = 180
            net.netfilter.nf_conntrack_icmp_timeout = 30
            net.netfilter.nf_conntrack_icmpv6_timeout = 30
            net.netfilter.nf_conntrack_log_invalid = 0
            net.netfilter.nf_conntrack_max = 262144
            net.netfilter.nf_conntrack_sctp_timeout_closed = 10
            net.netfilter.nf_conntrack_sctp_timeout_cookie_echoed = 3
            net.netfilter.nf_conntrack_sctp_timeout_cookie_wait = 3
            net.netfilter.nf_conntrack_sctp_timeout_established = 210
            net.netfilter.nf_conntrack_sctp_timeout_heartbeat_sent = 30
            net.netfilter.nf_conntrack_sctp_timeout_shutdown_ack_sent = 3
            net.netfilter.nf_conntrack_sctp_timeout_shutdown_recd = 3
            net.netfilter.nf_conntrack_sctp_timeout_shutdown_sent = 3
            net.netfilter.nf_conntrack_tcp_be_liberal = 0
            net.netfilter.nf_conntrack_tcp_ignore_invalid_rst = 0
            net.netfilter.nf_conntrack_tcp_loose = 1
            net.netfilter.nf_conntrack_tcp_max_retrans = 3
            net.netfilter.nf_conntrack_tcp_timeout_close = 10
            net.netfilter.nf_conntrack_tcp_timeout_close_wait = 60
            net.netfilter.nf_conntrack_tcp_timeout_established = 432000
            net.netfilter.nf_conntrack_tcp_timeout_fin_wait = 120
            net.netfilter.nf_conntrack_tcp_timeout_last_ack = 30
            net.netfilter.nf_conntrack_tcp_timeout_max_retrans = 300
            net.netfilter.nf_conntrack_tcp_timeout_syn_recv = 60
            net.netfilter.nf_conntrack_tcp_timeout_syn_sent = 120
            net.netfilter.nf_conntrack_tcp_timeout_time_wait = 120
            net.netfilter.nf_conntrack_tcp_timeout_unacknowledged = 300
            net.netfilter.nf_conntrack_timestamp = 0
            net.netfilter.nf_conntrack_udp_timeout = 30
            net.netfilter.nf_conntrack_udp_timeout_stream = 120
            net.netfilter.nf_hooks_lwtunnel = 0
            net.netfilter.nf_log.0 = NONE
            net.netfilter.nf_log.1 = NONE
            net.netfilter.nf_log.10 = nf_log_ipv6
            net.netfilter.nf_log.2 = nf_log_ipv4
            net.netfilter.nf_log.3 = nf_log_arp
            net.netfilter.nf_log.4 = NONE
            net.netfilter.nf_log.5 = nf_log_netdev
            net.netfilter.nf_log.6 = NONE
            net.netfilter.nf_log.7 = nf_log_bridge
            net.netfilter.nf_log.8 = NONE
            net.netfilter.nf_log.9 = NONE
            net.unix.max_dgram_qlen = 10
            """;

    private static final SortedMap<String, String> VALUES = read();

    private SysctlDefaults() {}

    /** The default of a key, if the key is known. */
    static Optional<String> of(String key) {
        return Optional.ofNullable(VALUES.get(key));
    }

    /** All keys, in order. */
    static Iterable<String> keys() {
        return VALUES.keySet();
    }

    private static SortedMap<String, String> read() {
        SortedMap<String, String> values = new TreeMap<>();
        TABLE.lines().forEach(line -> {
            int equals = line.indexOf('=');
            values.put(
                    line.substring(0, equals).strip(),
                    line.substring(equals + 1).strip());
        });
        return values;
    }
}
