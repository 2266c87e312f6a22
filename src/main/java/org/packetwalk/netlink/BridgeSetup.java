package org.packetwalk.netlink;

import java.util.List;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.BridgeSettings;
import org.packetwalk.kernel.device.BridgeState;
import org.packetwalk.kernel.device.FdbEntry;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** Changes the settings of a bridge ({@code br_changelink}). */
final class BridgeSetup {

    private static final long MIN_FORWARD_DELAY = 200;
    private static final long MAX_FORWARD_DELAY = 3000;
    private static final long MIN_HELLO_TIME = 100;
    private static final long MAX_HELLO_TIME = 1000;
    private static final long MIN_MAX_AGE = 600;
    private static final long MAX_MAX_AGE = 4000;

    private BridgeSetup() {}

    static ResultOrErrno<Errno> apply(Walk walk, HostId host, int index, List<BridgeOption> options) {
        for (BridgeOption option : options) {
            Errno errno = check(option);
            if (errno != Errno.OK) {
                return ResultOrErrno.refused(errno);
            }
            NetNamespace ns = walk.host(host);
            NetDevice bridge = ns.devices().get(index);
            BridgeState state = bridge.bridge().orElseThrow();
            BridgeState now = option.key() == BridgeOption.Key.FDB_FLUSH
                    ? state.with(state.fdb().without(FdbEntry::ages))
                    : state.with(set(state.settings(), option));
            walk.update(ns.withDevices(ns.devices().with(bridge.with(now))));
        }
        return Configurator.DONE;
    }

    /** The spanning tree's times have bounds ({@code br_set_forward_delay} and its siblings). */
    private static Errno check(BridgeOption option) {
        long value = option.value();
        boolean fits = switch (option.key()) {
            case HELLO_TIME -> value >= MIN_HELLO_TIME && value <= MAX_HELLO_TIME;
            case MAX_AGE -> value >= MIN_MAX_AGE && value <= MAX_MAX_AGE;
            case FORWARD_DELAY -> value <= MAX_FORWARD_DELAY && (value == 0 || value >= MIN_FORWARD_DELAY);
            default -> true;
        };
        if (!fits) {
            return Errno.ERANGE;
        }
        boolean missing = option.key() == BridgeOption.Key.VLAN_FILTERING && value != 0;
        return missing ? Errno.EOPNOTSUPP : Errno.OK;
    }

    private static BridgeSettings set(BridgeSettings settings, BridgeOption option) {
        long value = option.value();
        return switch (option.key()) {
            case AGEING_TIME -> settings.withAgeingTime(value);
            case FORWARD_DELAY -> settings.withForwardDelay(value);
            case HELLO_TIME -> settings.withHelloTime(value);
            case MAX_AGE -> settings.withMaxAge(value);
            case PRIORITY -> settings.withPriority((int) value);
            case MCAST_SNOOPING -> settings.withMulticast(value != 0, settings.multicastQuerier());
            case MCAST_QUERIER -> settings.withMulticast(settings.multicastSnooping(), value != 0);
            case GROUP_FWD_MASK -> settings.withPassing((int) value, settings.nfCallIptables());
            case NF_CALL_IPTABLES -> settings.withPassing(settings.groupForwardMask(), value != 0);
            case FDB_FLUSH, STP_STATE, VLAN_FILTERING -> settings;
        };
    }
}
