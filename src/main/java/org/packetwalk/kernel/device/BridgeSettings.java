package org.packetwalk.kernel.device;

import org.packetwalk.net.MacAddress;

/**
 * What is set on a bridge ({@code IFLA_BR_*}); times in hundredths of a second, as iproute2 has them.
 *
 * @param identity the address in its identifier: zero until the bridge has one of its own or of a port
 * @param addressSet whether somebody chose its hardware address; otherwise it is the lowest of its ports
 * @param mtuSet whether somebody chose its MTU; otherwise it is the lowest of its ports
 * @param ageingTime how long a learnt address is kept
 * @param forwardDelay spanning tree: how long a port listens and learns
 * @param helloTime spanning tree: the time between two hellos
 * @param maxAge spanning tree: how long what was heard is believed
 * @param priority spanning tree: the bridge's priority
 * @param multicastSnooping whether it watches who wants which multicast
 * @param multicastQuerier whether it asks who wants multicast
 * @param groupForwardMask which link-local groups it passes on
 * @param nfCallIptables whether bridged IPv4 is given to iptables, whatever the sysctl says
 */
public record BridgeSettings(
        MacAddress identity,
        boolean addressSet,
        boolean mtuSet,
        long ageingTime,
        long forwardDelay,
        long helloTime,
        long maxAge,
        int priority,
        boolean multicastSnooping,
        boolean multicastQuerier,
        int groupForwardMask,
        boolean nfCallIptables) {

    /** A new bridge ({@code br_dev_setup}). */
    public static final BridgeSettings DEFAULT =
            new BridgeSettings(MacAddress.ZERO, false, false, 30000, 1500, 200, 2000, 32768, true, false, 0, false);

    /** With an address in the identifier. */
    public BridgeSettings identified(MacAddress now, boolean chosen) {
        return new BridgeSettings(
                now,
                chosen,
                mtuSet,
                ageingTime,
                forwardDelay,
                helloTime,
                maxAge,
                priority,
                multicastSnooping,
                multicastQuerier,
                groupForwardMask,
                nfCallIptables);
    }

    /** With an MTU that somebody chose. */
    public BridgeSettings withMtuSet() {
        return new BridgeSettings(
                identity,
                addressSet,
                true,
                ageingTime,
                forwardDelay,
                helloTime,
                maxAge,
                priority,
                multicastSnooping,
                multicastQuerier,
                groupForwardMask,
                nfCallIptables);
    }

    /** With another ageing time. */
    public BridgeSettings withAgeingTime(long now) {
        return withTimes(now, forwardDelay, helloTime, maxAge);
    }

    /** With another forward delay. */
    public BridgeSettings withForwardDelay(long now) {
        return withTimes(ageingTime, now, helloTime, maxAge);
    }

    /** With another hello time. */
    public BridgeSettings withHelloTime(long now) {
        return withTimes(ageingTime, forwardDelay, now, maxAge);
    }

    /** With another maximal age. */
    public BridgeSettings withMaxAge(long now) {
        return withTimes(ageingTime, forwardDelay, helloTime, now);
    }

    private BridgeSettings withTimes(long ageing, long delay, long hello, long age) {
        return new BridgeSettings(
                identity,
                addressSet,
                mtuSet,
                ageing,
                delay,
                hello,
                age,
                priority,
                multicastSnooping,
                multicastQuerier,
                groupForwardMask,
                nfCallIptables);
    }

    /** With another priority. */
    public BridgeSettings withPriority(int now) {
        return new BridgeSettings(
                identity,
                addressSet,
                mtuSet,
                ageingTime,
                forwardDelay,
                helloTime,
                maxAge,
                now,
                multicastSnooping,
                multicastQuerier,
                groupForwardMask,
                nfCallIptables);
    }

    /** With multicast snooping and its querier on or off. */
    public BridgeSettings withMulticast(boolean snooping, boolean querier) {
        return new BridgeSettings(
                identity,
                addressSet,
                mtuSet,
                ageingTime,
                forwardDelay,
                helloTime,
                maxAge,
                priority,
                snooping,
                querier,
                groupForwardMask,
                nfCallIptables);
    }

    /** With another mask of link-local groups, and bridged packets given to iptables or not. */
    public BridgeSettings withPassing(int mask, boolean iptables) {
        return new BridgeSettings(
                identity,
                addressSet,
                mtuSet,
                ageingTime,
                forwardDelay,
                helloTime,
                maxAge,
                priority,
                multicastSnooping,
                multicastQuerier,
                mask,
                iptables);
    }
}
