package org.packetwalk.stack;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.OperState;

/** What a device without a carrier says of itself, and when ({@code net/core/link_watch.c}). */
public final class LinkWatch {

    /** Changes are told at most once a second, in milliseconds. */
    private static final int DELAY_MILLIS = 1000;

    private LinkWatch() {}

    /**
     * {@code rfc2863_policy}: without a carrier a device is down, or what is below it is. The kernel looks for that by its
     * index in the namespace of the device, even where it is in another.
     */
    public static void judge(Walk walk, HostId host, int index) {
        NetNamespace ns = walk.host(host);
        NetDevice device = ns.devices().get(index);
        if (device.isLoopback() || device.carrier() || !device.up()) {
            return;
        }
        int link = device.kind() instanceof DeviceKind.Veth veth
                ? veth.peerIndex()
                : device.kind().below().map(DeviceLocation::index).orElse(index);
        boolean below = link != index
                && ns.device(link).filter(other -> !other.carrier()).isPresent();
        NetDevice judged = device.withCarrier(false, below ? OperState.LOWERLAYERDOWN : OperState.DOWN);
        walk.update(ns.withDevices(ns.devices().with(judged)));
    }

    /** Has a device judged once the news of its carrier is spread. */
    public static void later(Walk walk, HostId host, int index) {
        walk.arm(walk.now().plusMillis(DELAY_MILLIS), new Timer.LinkWatch(host, index));
    }

    /** {@code linkwatch_event}. */
    static void fire(Walk walk, HostId host, int index) {
        walk.machine().find(host).flatMap(ns -> ns.device(index)).ifPresent(device -> judge(walk, host, index));
    }
}
