package org.packetwalk.random;

/** Settings of hosts and devices. */
final class Settings {

    private final Dice dice;
    private final LabText lab;

    Settings(Dice dice, LabText lab) {
        this.dice = dice;
        this.lab = lab;
    }

    /** What each host gets before its devices are there. */
    void start(String host) {
        lab.on(host, "sysctl -qw net.ipv4.ip_forward=" + (dice.once(3) ? 0 : 1));
        lab.on(host, "sysctl -qw net.ipv4.fib_multipath_hash_seed=" + (1 + dice.below(1000)));
    }

    /** Neighbours are not asked again whether they are there: that would depend on how long the lab takes. */
    void trusting(String host) {
        for (String device : lab.devices(host)) {
            // whoever answers for others waits a random time before
            lab.on(host, "sysctl -qw net.ipv4.neigh." + device + ".delay_first_probe_time=60 net.ipv4.neigh." + device + ".proxy_delay=0");
        }
    }

    /** What makes a neighbour that does not answer fail soon. */
    void impatient(String host) {
        for (String device : lab.devices(host)) {
            if (!device.equals("lo")) {
                lab.on(host, "sysctl -qw net.ipv4.neigh." + device + ".retrans_time_ms=100");
            }
        }
    }

    void any(String host) {
        String key = dice.once(3) ? whole() : device(host);
        lab.on(host, "sysctl " + dice.of("-w", "-w", "-qw") + " net.ipv4." + key);
    }

    private String whole() {
        return switch (dice.below(12)) {
            case 0 -> "icmp_echo_ignore_all=" + dice.below(2);
            case 1 -> "icmp_echo_ignore_broadcasts=" + dice.below(2);
            case 2 -> "ip_default_ttl=" + dice.of("1", "2", "64", "255", "0");
            case 3 -> "fib_multipath_hash_policy=" + dice.below(2);
            case 4 -> "ip_nonlocal_bind=" + dice.below(2);
            case 5 -> "icmp_errors_use_inbound_ifaddr=" + dice.below(2);
            case 6 -> "ip_no_pmtu_disc=" + dice.below(4);
            case 7 -> "ip_forward=" + dice.below(2);
            case 8 -> "icmp_ratelimit=" + dice.of("0", "1000");
            case 9 -> "ip_forward_use_pmtu=" + dice.below(2);
            case 10 -> "fib_multipath_use_neigh=" + dice.below(2);
            default -> "ip_early_demux=" + dice.below(2);
        };
    }

    private String device(String host) {
        String device = dice.once(3) ? "all" : dice.once(5) ? "default" : lab.anyDevice(host);
        String setting = switch (dice.below(22)) {
            case 0, 1, 2 -> "rp_filter=" + dice.below(3);
            case 3, 4 -> "accept_local=" + dice.below(2);
            case 5, 6 -> "route_localnet=" + dice.below(2);
            case 7, 8 -> "arp_ignore=" + dice.of("0", "1", "2", "3", "8");
            case 9, 10 -> "arp_announce=" + dice.below(3);
            case 11 -> "arp_filter=" + dice.below(2);
            case 12 -> "proxy_arp=" + dice.below(2);
            case 13 -> "forwarding=" + dice.below(2);
            case 14 -> "send_redirects=" + dice.below(2);
            case 15 -> "accept_redirects=" + dice.below(2);
            case 16 -> "ignore_routes_with_linkdown=" + dice.below(2);
            case 17 -> "promote_secondaries=" + dice.below(2);
            case 18 -> "src_valid_mark=" + dice.below(2);
            case 19 -> "bc_forwarding=" + dice.below(2);
            case 20 -> "shared_media=" + dice.below(2);
            default -> dice.of("log_martians=1", "arp_accept=1", "arp_notify=1", "secure_redirects=0", "drop_gratuitous_arp=1");
        };
        return "conf." + device + "." + setting;
    }
}
