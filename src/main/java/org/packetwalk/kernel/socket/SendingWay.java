package org.packetwalk.kernel.socket;

/**
 * Which way a socket sends, and whether it may.
 *
 * @param device {@code SO_BINDTODEVICE} as ifindex, 0 if unset
 * @param mark {@code SO_MARK}
 * @param direct {@code SO_DONTROUTE}
 * @param broadcast {@code SO_BROADCAST}
 */
public record SendingWay(int device, int mark, boolean direct, boolean broadcast) {

    static final SendingWay DEFAULT = new SendingWay(0, 0, false, false);

    SendingWay withDevice(int now) {
        return new SendingWay(now, mark, direct, broadcast);
    }

    SendingWay withMark(int now) {
        return new SendingWay(device, now, direct, broadcast);
    }

    SendingWay withDirect(boolean now) {
        return new SendingWay(device, mark, now, broadcast);
    }

    SendingWay withBroadcast(boolean now) {
        return new SendingWay(device, mark, direct, now);
    }
}
