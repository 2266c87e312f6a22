package org.packetwalk.kernel.netfilter;

/**
 * The packet filter of a namespace.
 *
 * @param ipv4 the rules of {@code iptables}
 * @param ipv6 the rules of {@code ip6tables}
 * @param conntrack the connections of both families
 * @param ipvs the virtual services, if the host is a director
 */
public record Netfilter(Ruleset ipv4, Ruleset ipv6, Conntrack conntrack, IpvsTable ipvs) {

    /** No rules, no connections. */
    public static final Netfilter NONE = new Netfilter(Ruleset.NONE, Ruleset.NONE, Conntrack.EMPTY, IpvsTable.NONE);

    /** The rules of a family. */
    public Ruleset rules(boolean six) {
        return six ? ipv6 : ipv4;
    }

    /** With other rules of a family. */
    public Netfilter with(boolean six, Ruleset rules) {
        return six ? new Netfilter(ipv4, rules, conntrack, ipvs) : new Netfilter(rules, ipv6, conntrack, ipvs);
    }

    /** With other connections. */
    public Netfilter with(Conntrack connections) {
        return new Netfilter(ipv4, ipv6, connections, ipvs);
    }

    /** With other virtual services. */
    public Netfilter with(IpvsTable services) {
        return new Netfilter(ipv4, ipv6, conntrack, services);
    }
}
