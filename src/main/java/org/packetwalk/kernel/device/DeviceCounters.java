package org.packetwalk.kernel.device;

/**
 * What a device has counted, as {@code ip -s link} prints it.
 *
 * @param rxOtherhostDropped frames for another host, shown only by {@code ip -s -s link}
 */
public record DeviceCounters(
        long rxBytes,
        long rxPackets,
        long rxErrors,
        long rxDropped,
        long rxMulticast,
        long txBytes,
        long txPackets,
        long txErrors,
        long txDropped,
        long txCarrier,
        long rxOtherhostDropped) {

    /** Nothing counted yet. */
    public static final DeviceCounters ZERO = new DeviceCounters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** After one received packet of {@code bytes} bytes. */
    public DeviceCounters received(long bytes) {
        return new DeviceCounters(
                rxBytes + bytes,
                rxPackets + 1,
                rxErrors,
                rxDropped,
                rxMulticast,
                txBytes,
                txPackets,
                txErrors,
                txDropped,
                txCarrier,
                rxOtherhostDropped);
    }

    /** After one sent packet of {@code bytes} bytes. */
    public DeviceCounters sent(long bytes) {
        return new DeviceCounters(
                rxBytes,
                rxPackets,
                rxErrors,
                rxDropped,
                rxMulticast,
                txBytes + bytes,
                txPackets + 1,
                txErrors,
                txDropped,
                txCarrier,
                rxOtherhostDropped);
    }

    /** After one packet was dropped on its way out. */
    public DeviceCounters txDrop() {
        return new DeviceCounters(
                rxBytes,
                rxPackets,
                rxErrors,
                rxDropped,
                rxMulticast,
                txBytes,
                txPackets,
                txErrors,
                txDropped + 1,
                txCarrier,
                rxOtherhostDropped);
    }

    /** After one packet could not be sent, maybe for want of a way. */
    public DeviceCounters txFailure(boolean noWay) {
        return new DeviceCounters(
                rxBytes,
                rxPackets,
                rxErrors,
                rxDropped,
                rxMulticast,
                txBytes,
                txPackets,
                txErrors + 1,
                txDropped,
                txCarrier + (noWay ? 1 : 0),
                rxOtherhostDropped);
    }

    /** After one packet was dropped on its way in. */
    public DeviceCounters rxDrop() {
        return new DeviceCounters(
                rxBytes,
                rxPackets,
                rxErrors,
                rxDropped + 1,
                rxMulticast,
                txBytes,
                txPackets,
                txErrors,
                txDropped,
                txCarrier,
                rxOtherhostDropped);
    }

    /** After one frame for another host came in. */
    public DeviceCounters otherhostDrop() {
        return new DeviceCounters(
                rxBytes,
                rxPackets,
                rxErrors,
                rxDropped,
                rxMulticast,
                txBytes,
                txPackets,
                txErrors,
                txDropped,
                txCarrier,
                rxOtherhostDropped + 1);
    }

    /** After one of the frames received was for a group. */
    public DeviceCounters multicast() {
        return new DeviceCounters(
                rxBytes,
                rxPackets,
                rxErrors,
                rxDropped,
                rxMulticast + 1,
                txBytes,
                txPackets,
                txErrors,
                txDropped,
                txCarrier,
                rxOtherhostDropped);
    }
}
