package org.packetwalk.shell;

import java.util.List;

/** The extensions iptables 1.8.9 comes with ({@code /usr/lib/xtables}), be they simulated or not. */
final class IptablesModules {

    private static final List<String> MATCHES = List.of(
            "addrtype",
            "bpf",
            "cgroup",
            "cluster",
            "comment",
            "connbytes",
            "connlabel",
            "connlimit",
            "connmark",
            "conntrack",
            "cpu",
            "dccp",
            "devgroup",
            "dscp",
            "ecn",
            "esp",
            "hashlimit",
            "helper",
            "ipcomp",
            "iprange",
            "ipvs",
            "length",
            "limit",
            "mac",
            "mark",
            "multiport",
            "nfacct",
            "osf",
            "owner",
            "physdev",
            "pkttype",
            "policy",
            "quota",
            "rateest",
            "recent",
            "rpfilter",
            "sctp",
            "set",
            "socket",
            "standard",
            "state",
            "statistic",
            "string",
            "tcp",
            "tcpmss",
            "time",
            "tos",
            "u32",
            "udp");

    private static final List<String> OF_IPV4 = List.of("ah", "icmp", "realm", "ttl");

    private static final List<String> OF_IPV6 =
            List.of("ah", "dst", "eui64", "frag", "hbh", "hl", "icmp6", "ipv6header", "mh", "rt", "srh");

    private IptablesModules() {}

    /** Whether {@code -m} knows a name. */
    static boolean isMatch(String name, boolean six) {
        return MATCHES.contains(name) || (six ? OF_IPV6 : OF_IPV4).contains(name);
    }
}
