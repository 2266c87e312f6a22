package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.stack.Machine;
import org.packetwalk.stack.NetNamespace;

/** What the link tools say of a device in the same words: its flags and the device at its other end. */
record LinkWords(Machine machine, NetNamespace ns) {

    /** The device at the other end or below ({@code IFLA_LINK}), wherever it is. */
    private static Optional<DeviceLocation> linked(NetDevice device) {
        return device.kind() instanceof DeviceKind.Veth veth
                ? Optional.of(new DeviceLocation(veth.peerHost(), veth.peerIndex()))
                : device.kind().below();
    }

    /** The ifindex of the device at the other end or below, 0 if there is none. */
    int link(NetDevice device) {
        return linked(device).map(DeviceLocation::index).orElse(0);
    }

    /** The host of the other end, if that is another one. */
    Optional<HostId> farHost(NetDevice device) {
        return linked(device).map(DeviceLocation::host).filter(host -> !host.equals(ns.id()));
    }

    /** Its name and the one of the device it hangs on. */
    String displayName(NetDevice device) {
        int link = link(device);
        if (link == 0) {
            return device.name();
        }
        return device.name() + "@"
                + (farHost(device).isPresent() ? "if" + link : ns.devices().nameOf(link));
    }

    /** The same where nobody says on which host the other end is: its ifindex is taken for one of this host ({@code inet6_fill_ifinfo}). */
    String nameBesideLocalLink(NetDevice device) {
        return tellsLocalLink(device) ? device.name() + "@" + localLink(device) : device.name();
    }

    /** Whether there is another end to tell of: one whose ifindex is the device's own is taken for none. */
    boolean tellsLocalLink(NetDevice device) {
        return link(device) != 0 && link(device) != device.index();
    }

    /** The name that the ifindex of the other end has on this host ({@code ll_index_to_name}). */
    String localLink(NetDevice device) {
        int link = link(device);
        return ns.device(link).map(NetDevice::name).orElse("if" + link);
    }

    /** Whether devices that stand on it are up with addresses of their own: a virtual device then takes in everything. */
    boolean receivesForOthers(NetDevice device) {
        return device.uppers().stream()
                .flatMap(where -> machine.find(where.host()).flatMap(host -> host.device(where.index())).stream())
                .anyMatch(upper -> upper.up() && !upper.address().equals(device.address()));
    }

    /** {@code print_link_flags} of {@code ip}: the other end counts if it is on the same host. */
    List<String> flags(NetDevice device) {
        return flags(device, farHost(device).isEmpty());
    }

    /**
     * The same of {@code bridge} and {@code ip -6}, which take the ifindex of the other end for one of this host; one that is
     * the device's own is not told ({@code inet6_fill_ifinfo}, {@code br_fill_ifinfo}).
     */
    List<String> flagsBesideLocalLink(NetDevice device) {
        return flags(device, link(device) != device.index());
    }

    private List<String> flags(NetDevice device, boolean linkCounts) {
        List<String> flags = new ArrayList<>();
        if (device.up() && !device.carrier()) {
            flags.add("NO-CARRIER");
        }
        flags.add(device.isLoopback() ? "LOOPBACK" : "BROADCAST");
        if (device.multicastFlag()) {
            flags.add("MULTICAST");
        }
        if (!device.arp()) {
            flags.add("NOARP");
        }
        if (device.allMulticast()) {
            flags.add("ALLMULTI");
        }
        if (device.promiscuous()) {
            flags.add("PROMISC");
        }
        if (device.up()) {
            flags.add("UP");
        }
        if (device.running()) {
            flags.add("LOWER_UP");
        }
        boolean otherDown = linkCounts
                && link(device) != 0
                && !ns.device(link(device)).map(NetDevice::up).orElse(true);
        if (otherDown) {
            flags.add("M-DOWN");
        }
        return flags;
    }
}
