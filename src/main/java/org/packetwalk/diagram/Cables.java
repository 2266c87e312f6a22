package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;

/** The cables of a world: each veth pair once, in the order of its hosts. */
record Cables(List<Cable> all) {
    Cables {
        all = List.copyOf(all);
    }

    /** One end of a cable. */
    record End(HostId host, String device) {}

    /** A cable between two devices. */
    record Cable(End one, End other) {
        String id() {
            return one.host + "/" + one.device + "-" + other.host + "/" + other.device;
        }

        /** Whether both ends are in one host. */
        boolean isInside() {
            return one.host.equals(other.host);
        }

        boolean has(HostId host, String device) {
            return one.equals(new End(host, device)) || other.equals(new End(host, device));
        }

        /** The end that is not this device. */
        End otherEnd(HostId host, String device) {
            return one.equals(new End(host, device)) ? other : one;
        }

        boolean joins(HostId a, HostId b) {
            return one.host.equals(a) && other.host.equals(b) || one.host.equals(b) && other.host.equals(a);
        }
    }

    static Cables of(World world) {
        var cables = new ArrayList<Cable>();
        Map<HostId, NetNamespace> hosts = world.machine().hosts();
        for (NetNamespace host : hosts.values()) {
            for (NetDevice device : host.devices().all()) {
                if (device.kind() instanceof DeviceKind.Veth veth && isFirst(host.id(), device, veth)) {
                    world.machine()
                            .find(veth.peerHost())
                            .flatMap(peer -> peer.device(veth.peerIndex()))
                            .ifPresent(peer -> cables.add(new Cable(
                                    new End(host.id(), device.name()), new End(veth.peerHost(), peer.name()))));
                }
            }
        }
        return new Cables(cables);
    }

    private static boolean isFirst(HostId host, NetDevice device, DeviceKind.Veth veth) {
        int order = host.compareTo(veth.peerHost());
        return order < 0 || order == 0 && device.index() < veth.peerIndex();
    }

    /** How many cables end at a host. */
    int of(HostId host) {
        return (int) all.stream()
                .filter(cable ->
                        cable.one().host().equals(host) || cable.other().host().equals(host))
                .count();
    }

    /** Whether a cable joins two hosts. */
    boolean joined(HostId a, HostId b) {
        return all.stream().anyMatch(cable -> cable.joins(a, b));
    }

    /** The cable a device is an end of, if it is one. */
    Optional<Cable> from(HostId host, String device) {
        return all.stream().filter(cable -> cable.has(host, device)).findFirst();
    }
}
