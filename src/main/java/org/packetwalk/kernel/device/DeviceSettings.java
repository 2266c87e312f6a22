package org.packetwalk.kernel.device;

/**
 * What an administrator sets on a device, but for its name, addresses and flags.
 *
 * @param mtu the largest IP packet in bytes
 * @param queueLength {@code txqueuelen} in packets
 * @param group the interface group, 0 by default
 * @param alias the text of {@code ip link set alias}, empty if none
 */
public record DeviceSettings(int mtu, int queueLength, int group, String alias) {

    /** With another MTU in bytes. */
    DeviceSettings withMtu(int now) {
        return new DeviceSettings(now, queueLength, group, alias);
    }

    /** With another transmit queue length in packets and interface group. */
    DeviceSettings withQueue(int newQueueLength, int newGroup) {
        return new DeviceSettings(mtu, newQueueLength, newGroup, alias);
    }

    /** With another alias. */
    DeviceSettings withAlias(String now) {
        return new DeviceSettings(mtu, queueLength, group, now);
    }
}
