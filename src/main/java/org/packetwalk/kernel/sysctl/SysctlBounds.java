package org.packetwalk.kernel.sysctl;

/**
 * The numbers a setting takes ({@code extra1}, {@code extra2} of a {@code struct ctl_table}).
 *
 * @param lowest the smallest
 * @param highest the largest
 */
record SysctlBounds(long lowest, long highest) {

    private static final SysctlBounds INT = new SysctlBounds(Integer.MIN_VALUE, Integer.MAX_VALUE);
    private static final SysctlBounds LONG = new SysctlBounds(Long.MIN_VALUE, Long.MAX_VALUE);

    boolean contains(long value) {
        return lowest <= value && value <= highest;
    }

    static SysctlBounds of(String path) {
        String key = path.substring(path.lastIndexOf('/') + 1);
        return switch (key) {
            case "ip_default_ttl", "hop_limit" -> new SysctlBounds(1, 255);
            case "icmp_echo_ignore_all",
                    "icmp_echo_ignore_broadcasts",
                    "icmp_echo_enable_probe",
                    "icmp_ignore_bogus_error_responses",
                    "icmp_errors_use_inbound_ifaddr",
                    "fib_multipath_use_neigh",
                    "ip_forward_update_priority",
                    "ip_nonlocal_bind",
                    "fwmark_reflect" -> new SysctlBounds(0, key.startsWith("icmp_echo") ? 1 : 255);
            case "fib_multipath_hash_policy" -> new SysctlBounds(0, 3);
            case "ip_local_port_range", "ip_unprivileged_port_start" -> new SysctlBounds(0, 65535);
            case "fib_multipath_hash_seed", "ioam6_id_wide", "tcp_notsent_lowat" -> new SysctlBounds(0, LONG.highest);
            case "icmp_ratelimit", "ratelimit", "tcp_invalid_ratelimit", "retrans_time_ms", "base_reachable_time_ms" ->
                new SysctlBounds(0, Integer.MAX_VALUE);
            case "gc_thresh1", "gc_thresh2", "gc_thresh3", "ucast_solicit", "mcast_solicit", "app_solicit" ->
                new SysctlBounds(0, Integer.MAX_VALUE);
            case "mtu" -> new SysctlBounds(1280, Integer.MAX_VALUE);
            default -> path.startsWith("net/netfilter") ? LONG : INT;
        };
    }
}
