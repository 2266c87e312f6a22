package org.packetwalk.kernel.sysctl;

import java.util.Locale;

/** The settings of {@code net.ipv4.conf.INTERFACE}, with their defaults ({@code net/ipv4/devinet.c}). */
public enum Ipv4Conf {
    ACCEPT_LOCAL(0),
    ACCEPT_REDIRECTS(1),
    ACCEPT_SOURCE_ROUTE(1),
    ARP_ACCEPT(0),
    ARP_ANNOUNCE(0),
    ARP_EVICT_NOCARRIER(1),
    ARP_FILTER(0),
    ARP_IGNORE(0),
    ARP_NOTIFY(0),
    BC_FORWARDING(0),
    BOOTP_RELAY(0),
    DISABLE_POLICY(0),
    DISABLE_XFRM(0),
    DROP_GRATUITOUS_ARP(0),
    DROP_UNICAST_IN_L2_MULTICAST(0),
    FORCE_IGMP_VERSION(0),
    FORWARDING(0),
    IGMPV2_UNSOLICITED_REPORT_INTERVAL(10000),
    IGMPV3_UNSOLICITED_REPORT_INTERVAL(1000),
    IGNORE_ROUTES_WITH_LINKDOWN(0),
    LOG_MARTIANS(0),
    MC_FORWARDING(0),
    MEDIUM_ID(0),
    PROMOTE_SECONDARIES(0),
    PROXY_ARP(0),
    PROXY_ARP_PVLAN(0),
    ROUTE_LOCALNET(0),
    RP_FILTER(0),
    SECURE_REDIRECTS(1),
    SEND_REDIRECTS(1),
    SHARED_MEDIA(1),
    SRC_VALID_MARK(0),
    TAG(0);

    private final int initial;

    Ipv4Conf(int initial) {
        this.initial = initial;
    }

    /** What {@code conf.default} has in a new namespace. */
    public int initial() {
        return initial;
    }

    /** The last part of the key, such as {@code rp_filter}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
