package org.packetwalk.stack;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.trace.KernelFunction;

/** Where the reception of UDP differs between the families: the function and the counters. */
enum UdpFamily {
    IPV4(
            KernelFunction.__UDP4_LIB_RCV,
            SnmpCounter.UDP_IN_DATAGRAMS,
            SnmpCounter.UDP_NO_PORTS,
            SnmpCounter.UDP_IN_ERRORS,
            SnmpCounter.UDP_IN_CSUM_ERRORS,
            SnmpCounter.UDP_RCVBUF_ERRORS,
            SnmpCounter.UDP_IGNORED_MULTI),
    IPV6(
            KernelFunction.__UDP6_LIB_RCV,
            SnmpCounter.UDP6_IN_DATAGRAMS,
            SnmpCounter.UDP6_NO_PORTS,
            SnmpCounter.UDP6_IN_ERRORS,
            SnmpCounter.UDP6_IN_CSUM_ERRORS,
            SnmpCounter.UDP6_RCVBUF_ERRORS,
            SnmpCounter.UDP6_IGNORED_MULTI);

    private final KernelFunction input;
    private final SnmpCounter received;
    private final SnmpCounter noPorts;
    private final SnmpCounter errors;
    private final SnmpCounter checksumErrors;
    private final SnmpCounter bufferErrors;
    private final SnmpCounter ignoredMulticasts;

    UdpFamily(
            KernelFunction input,
            SnmpCounter received,
            SnmpCounter noPorts,
            SnmpCounter errors,
            SnmpCounter checksumErrors,
            SnmpCounter bufferErrors,
            SnmpCounter ignoredMulticasts) {
        this.input = input;
        this.received = received;
        this.noPorts = noPorts;
        this.errors = errors;
        this.checksumErrors = checksumErrors;
        this.bufferErrors = bufferErrors;
        this.ignoredMulticasts = ignoredMulticasts;
    }

    /** That of a packet, whatever the socket. */
    static UdpFamily of(SkBuff skb) {
        return skb.packet().has(Ipv6Header.class) ? IPV6 : IPV4;
    }

    /** The function that takes datagrams. */
    KernelFunction input() {
        return input;
    }

    /** {@code InDatagrams}. */
    SnmpCounter received() {
        return received;
    }

    /** {@code NoPorts}. */
    SnmpCounter noPorts() {
        return noPorts;
    }

    /** {@code InErrors}. */
    SnmpCounter errors() {
        return errors;
    }

    /** {@code InCsumErrors}. */
    SnmpCounter checksumErrors() {
        return checksumErrors;
    }

    /** {@code RcvbufErrors}. */
    SnmpCounter bufferErrors() {
        return bufferErrors;
    }

    /** {@code IgnoredMulti}. */
    SnmpCounter ignoredMulticasts() {
        return ignoredMulticasts;
    }
}
