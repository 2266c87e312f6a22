package org.packetwalk.program;

import org.packetwalk.net.IpProtocol;

/**
 * What traceroute was asked to do.
 *
 * @param host the destination as it was typed
 * @param numeric {@code -n}
 * @param protocol what the probes are: UDP datagrams, with {@code -I} echo requests of ICMP, with {@code -P} packets of another
 *     protocol
 * @param queries {@code -q}: probes for each hop
 * @param together {@code -N}: probes under way at the same time
 * @param waitMillis {@code -w}: how long to wait for an answer
 * @param adaptive whether it waits less when other probes were answered sooner: without {@code -w}
 * @param firstHop {@code -f}
 * @param lastHop {@code -m}
 * @param destinationPort {@code -p}: the port of the first datagram
 * @param length the length of a packet in bytes
 * @param source {@code -s}, empty if absent
 * @param raw whether the protocol was given by {@code -P}: its packets have no header of the protocol
 * @param family {@code -4} or {@code -6}: 4 or 6, 0 if neither
 * @param place which of the words the destination is, from 1 on
 */
public record TracerouteOptions(
        String host,
        boolean numeric,
        IpProtocol protocol,
        int queries,
        int together,
        long waitMillis,
        boolean adaptive,
        int firstHop,
        int lastHop,
        int destinationPort,
        int length,
        String source,
        boolean raw,
        int family,
        int place) {

    /** What it does unless told otherwise. */
    public static final TracerouteOptions DEFAULT =
            new TracerouteOptions("", false, IpProtocol.UDP, 3, 16, 5000, true, 1, 30, 33_434, 60, "", false, 0, 1);

    /** To a host. */
    public TracerouteOptions to(String now) {
        return new TracerouteOptions(
                now,
                numeric,
                protocol,
                queries,
                together,
                waitMillis,
                adaptive,
                firstHop,
                lastHop,
                destinationPort,
                length,
                source,
                raw,
                family,
                place);
    }

    /** Without names. */
    public TracerouteOptions withNumeric() {
        return new TracerouteOptions(
                host,
                true,
                protocol,
                queries,
                together,
                waitMillis,
                adaptive,
                firstHop,
                lastHop,
                destinationPort,
                length,
                source,
                raw,
                family,
                place);
    }

    /** Whether the probes are echo requests. */
    public boolean icmp() {
        return !raw && protocol.equals(IpProtocol.ICMP);
    }

    /** With probes of a protocol. */
    public TracerouteOptions withProtocol(IpProtocol now) {
        return new TracerouteOptions(
                host,
                numeric,
                now,
                queries,
                together,
                waitMillis,
                adaptive,
                firstHop,
                lastHop,
                destinationPort,
                length,
                source,
                raw,
                family,
                place);
    }

    /** Whether the probes are UDP datagrams. */
    public boolean udp() {
        return !raw && protocol.equals(IpProtocol.UDP);
    }

    /** With packets of a protocol that begin with no header of it. */
    public TracerouteOptions withRaw(IpProtocol now) {
        return new TracerouteOptions(
                host,
                numeric,
                now,
                queries,
                together,
                waitMillis,
                adaptive,
                firstHop,
                lastHop,
                destinationPort,
                length,
                source,
                true,
                family,
                place);
    }

    /** With so many probes for each hop. */
    public TracerouteOptions withQueries(int now) {
        return new TracerouteOptions(
                host,
                numeric,
                protocol,
                now,
                together,
                waitMillis,
                adaptive,
                firstHop,
                lastHop,
                destinationPort,
                length,
                source,
                raw,
                family,
                place);
    }

    /** With so many probes at the same time. */
    public TracerouteOptions withTogether(int now) {
        return new TracerouteOptions(
                host,
                numeric,
                protocol,
                queries,
                now,
                waitMillis,
                adaptive,
                firstHop,
                lastHop,
                destinationPort,
                length,
                source,
                raw,
                family,
                place);
    }

    /** Waiting so long for each probe. */
    public TracerouteOptions withWait(long now) {
        return new TracerouteOptions(
                host,
                numeric,
                protocol,
                queries,
                together,
                now,
                false,
                firstHop,
                lastHop,
                destinationPort,
                length,
                source,
                raw,
                family,
                place);
    }

    /** Up to a hop. */
    public TracerouteOptions withLastHop(int now) {
        return new TracerouteOptions(
                host,
                numeric,
                protocol,
                queries,
                together,
                waitMillis,
                adaptive,
                firstHop,
                now,
                destinationPort,
                length,
                source,
                raw,
                family,
                place);
    }

    /** From a hop on. */
    public TracerouteOptions withFirstHop(int now) {
        return new TracerouteOptions(
                host,
                numeric,
                protocol,
                queries,
                together,
                waitMillis,
                adaptive,
                now,
                lastHop,
                destinationPort,
                length,
                source,
                raw,
                family,
                place);
    }

    /** To another first port. */
    public TracerouteOptions withPort(int now) {
        return new TracerouteOptions(
                host,
                numeric,
                protocol,
                queries,
                together,
                waitMillis,
                adaptive,
                firstHop,
                lastHop,
                now,
                length,
                source,
                raw,
                family,
                place);
    }

    /** With packets of another length in bytes. */
    public TracerouteOptions withLength(int now) {
        return new TracerouteOptions(
                host,
                numeric,
                protocol,
                queries,
                together,
                waitMillis,
                adaptive,
                firstHop,
                lastHop,
                destinationPort,
                now,
                source,
                raw,
                family,
                place);
    }

    /** From an address. */
    public TracerouteOptions withSource(String now) {
        return new TracerouteOptions(
                host,
                numeric,
                protocol,
                queries,
                together,
                waitMillis,
                adaptive,
                firstHop,
                lastHop,
                destinationPort,
                length,
                now,
                raw,
                family,
                place);
    }

    /** Over IPv4 or IPv6 alone. */
    public TracerouteOptions withFamily(int now) {
        return new TracerouteOptions(
                host,
                numeric,
                protocol,
                queries,
                together,
                waitMillis,
                adaptive,
                firstHop,
                lastHop,
                destinationPort,
                length,
                source,
                raw,
                now,
                place);
    }

    /** Whether the destination is to be one of IPv6. */
    public boolean ipv6() {
        return family == 6 || family == 0 && host.indexOf(':') >= 0;
    }

    /** With the destination as another of the words. */
    public TracerouteOptions withPlace(int now) {
        return new TracerouteOptions(
                host,
                numeric,
                protocol,
                queries,
                together,
                waitMillis,
                adaptive,
                firstHop,
                lastHop,
                destinationPort,
                length,
                source,
                raw,
                family,
                now);
    }
}
