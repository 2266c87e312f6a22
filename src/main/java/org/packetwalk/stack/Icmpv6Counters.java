package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.packet.Icmpv6Message;

/** Counts ICMPv6 messages by type ({@code ICMP6MSGIN_INC_STATS}, {@code ICMP6MSGOUT_INC_STATS}). */
final class Icmpv6Counters {

    private Icmpv6Counters() {}

    /** A message came in. */
    static void in(Walk walk, HostId host, int type) {
        walk.count(host, SnmpCounter.ICMP6_IN_MSGS);
        NetNamespace ns = walk.host(host);
        walk.update(ns.withCounters(ns.counters().plusIcmp6In(type)));
        named(type, true).ifPresent(counter -> walk.count(host, counter));
    }

    /** A message goes out. */
    static void out(Walk walk, HostId host, int type) {
        walk.count(host, SnmpCounter.ICMP6_OUT_MSGS);
        NetNamespace ns = walk.host(host);
        walk.update(ns.withCounters(ns.counters().plusIcmp6Out(type)));
        named(type, false).ifPresent(counter -> walk.count(host, counter));
    }

    private static Optional<SnmpCounter> named(int type, boolean in) {
        return switch (type) {
            case Icmpv6Message.DESTINATION_UNREACHABLE ->
                Optional.of(in ? SnmpCounter.ICMP6_IN_DEST_UNREACHS : SnmpCounter.ICMP6_OUT_DEST_UNREACHS);
            case Icmpv6Message.PACKET_TOO_BIG ->
                Optional.of(in ? SnmpCounter.ICMP6_IN_PKT_TOO_BIGS : SnmpCounter.ICMP6_OUT_PKT_TOO_BIGS);
            case Icmpv6Message.TIME_EXCEEDED ->
                Optional.of(in ? SnmpCounter.ICMP6_IN_TIME_EXCDS : SnmpCounter.ICMP6_OUT_TIME_EXCDS);
            case Icmpv6Message.PARAMETER_PROBLEM ->
                Optional.of(in ? SnmpCounter.ICMP6_IN_PARM_PROBLEMS : SnmpCounter.ICMP6_OUT_PARM_PROBLEMS);
            case Icmpv6Message.ECHO_REQUEST ->
                Optional.of(in ? SnmpCounter.ICMP6_IN_ECHOS : SnmpCounter.ICMP6_OUT_ECHOS);
            case Icmpv6Message.ECHO_REPLY ->
                Optional.of(in ? SnmpCounter.ICMP6_IN_ECHO_REPLIES : SnmpCounter.ICMP6_OUT_ECHO_REPLIES);
            case Icmpv6Message.ROUTER_SOLICITATION ->
                Optional.of(in ? SnmpCounter.ICMP6_IN_ROUTER_SOLICITS : SnmpCounter.ICMP6_OUT_ROUTER_SOLICITS);
            case Icmpv6Message.ROUTER_ADVERTISEMENT ->
                Optional.of(
                        in ? SnmpCounter.ICMP6_IN_ROUTER_ADVERTISEMENTS : SnmpCounter.ICMP6_OUT_ROUTER_ADVERTISEMENTS);
            case Icmpv6Message.NEIGHBOR_SOLICITATION ->
                Optional.of(in ? SnmpCounter.ICMP6_IN_NEIGHBOR_SOLICITS : SnmpCounter.ICMP6_OUT_NEIGHBOR_SOLICITS);
            case Icmpv6Message.NEIGHBOR_ADVERTISEMENT ->
                Optional.of(
                        in
                                ? SnmpCounter.ICMP6_IN_NEIGHBOR_ADVERTISEMENTS
                                : SnmpCounter.ICMP6_OUT_NEIGHBOR_ADVERTISEMENTS);
            case Icmpv6Message.REDIRECT ->
                Optional.of(in ? SnmpCounter.ICMP6_IN_REDIRECTS : SnmpCounter.ICMP6_OUT_REDIRECTS);
            case Icmpv6Message.MLDV2_REPORT ->
                Optional.of(in ? SnmpCounter.ICMP6_IN_MLD_V2_REPORTS : SnmpCounter.ICMP6_OUT_MLD_V2_REPORTS);
            default -> Optional.empty();
        };
    }
}
