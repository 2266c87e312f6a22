package org.packetwalk.netlink;

/**
 * One setting of a bridge ({@code IFLA_BR_*}).
 *
 * @param key which
 * @param value to what; times in hundredths of a second
 */
public record BridgeOption(Key key, long value) {

    /** The settings of a bridge. */
    public enum Key {
        FDB_FLUSH,
        AGEING_TIME,
        FORWARD_DELAY,
        HELLO_TIME,
        MAX_AGE,
        STP_STATE,
        PRIORITY,
        VLAN_FILTERING,
        MCAST_SNOOPING,
        MCAST_QUERIER,
        GROUP_FWD_MASK,
        NF_CALL_IPTABLES
    }
}
