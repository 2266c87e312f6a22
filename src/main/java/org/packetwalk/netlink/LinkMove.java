package org.packetwalk.netlink;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.stack.Addrconf;
import org.packetwalk.stack.LinkWatch;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/** A device goes to another network namespace: {@code __dev_change_net_namespace}. */
final class LinkMove {

    private final Walk walk;

    LinkMove(Walk walk) {
        this.walk = walk;
    }

    /**
     * Its new ifindex: the old one if that is free there.
     *
     * @param name its name there
     */
    ResultOrErrno<Integer> move(HostId from, int index, HostId to, String name) {
        NetDevice device = walk.host(from).devices().get(index);
        if (device.isLoopback() || device.bridge().isPresent()) {
            return ResultOrErrno.refused(Errno.EINVAL, "The interface netns is immutable");
        }
        if (walk.machine().find(to).isEmpty()) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        if (from.equals(to)) {
            return ResultOrErrno.ok(index);
        }
        if (walk.host(to).devices().find(name).isPresent()) {
            return ResultOrErrno.refused(Errno.EEXIST, "An interface with the same name exists in the target netns");
        }
        LinkEvents events = new LinkEvents(walk);
        events.down(from, index);
        if (device.master() != 0) {
            new BridgePorts(walk, from).release(index);
        }
        NetDevice closed = walk.host(from).devices().get(index);
        events.leave(from, index);

        NetNamespace target = walk.host(to);
        boolean free = target.device(index).isEmpty();
        int newIndex = free ? index : target.lastIndex() + 1;
        NetDevice moved = closed.withName(name).withIndex(newIndex);
        walk.update(target.withDevices(target.devices().with(moved))
                .withSysctls(target.sysctls().withDevice(newIndex, false).withDeviceMtu(newIndex, moved.mtu()))
                .withLastIndex(free ? target.lastIndex() : newIndex));
        new Addrconf(walk, to).sized(newIndex);
        if (moved.kind() instanceof DeviceKind.Veth veth) {
            redirectPeer(veth, index, to, newIndex);
        }
        new StackedDevices(walk).moved(new DeviceLocation(from, index), new DeviceLocation(to, newIndex));
        PeerNumbers.told(walk, to, newIndex);
        return ResultOrErrno.ok(newIndex);
    }

    /**
     * The far end hears of the lost carrier at once if both ends had different numbers ({@code linkwatch_urgent_event}); by
     * then the near end has moved.
     */
    private void redirectPeer(DeviceKind.Veth veth, int before, HostId host, int index) {
        NetNamespace ns = walk.host(veth.peerHost());
        ns.device(veth.peerIndex())
                .ifPresent(peer -> walk.update(
                        ns.withDevices(ns.devices().with(peer.withKind(new DeviceKind.Veth(host, index))))));
        PeerNumbers.told(walk, veth.peerHost(), veth.peerIndex());
        if (veth.peerIndex() != before) {
            LinkWatch.judge(walk, veth.peerHost(), veth.peerIndex());
        } else {
            LinkWatch.later(walk, veth.peerHost(), veth.peerIndex());
        }
    }
}
