package org.packetwalk.kernel.device;

import org.packetwalk.net.MacAddress;

/**
 * The hardware addresses of a device.
 *
 * @param own its own ({@code dev_addr})
 * @param broadcast that of everybody on its link ({@code broadcast})
 */
public record HardwareAddresses(MacAddress own, MacAddress broadcast) {

    /** With another address of its own. */
    HardwareAddresses withOwn(MacAddress now) {
        return new HardwareAddresses(now, broadcast);
    }

    /** With another address for everybody. */
    HardwareAddresses withBroadcast(MacAddress now) {
        return new HardwareAddresses(own, now);
    }
}
