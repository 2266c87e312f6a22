package org.packetwalk.kernel.device;

import org.packetwalk.kernel.HostId;

/**
 * Where a device is, which may be another namespace.
 *
 * @param host the namespace
 * @param index the ifindex there
 */
public record DeviceLocation(HostId host, int index) {}
