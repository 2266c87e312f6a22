package org.packetwalk.netlink;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/**
 * The numbers by which namespaces call each other ({@code netnsid}). One is given when a message about a device whose other end
 * is elsewhere is written for the first time ({@code rtnl_fill_link_netnsid}, {@code peernet2id_alloc}): the far end of a
 * new cable has none until somebody asks for it or changes it.
 */
final class PeerNumbers {

    private PeerNumbers() {}

    /** A message about a device is written. */
    static void told(Walk walk, HostId host, int device) {
        walk.host(host)
                .device(device)
                .flatMap(PeerNumbers::elsewhere)
                .filter(far -> !far.equals(host))
                .ifPresent(far -> acquaint(walk, host, far));
    }

    /** Messages about all devices are written, in the order of their indexes. */
    static void toldAll(Walk walk, HostId host) {
        for (NetDevice device : List.copyOf(walk.host(host).devices().all())) {
            told(walk, host, device.index());
        }
    }

    private static Optional<HostId> elsewhere(NetDevice device) {
        return device.kind() instanceof DeviceKind.Veth veth
                ? Optional.of(veth.peerHost())
                : device.kind().below().map(DeviceLocation::host);
    }

    /** Gives a namespace the first number that is free, if it has none yet. */
    static void acquaint(Walk walk, HostId host, HostId other) {
        NetNamespace ns = walk.host(host);
        if (!ns.peers().containsKey(other)) {
            int number = 0;
            while (ns.peers().containsValue(number)) {
                number++;
            }
            walk.update(ns.withPeers(ns.peers().plus(other, number)));
        }
    }
}
