package org.packetwalk.netlink;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.net.MacAddress;
import org.packetwalk.netlink.LinkRequest.NewLink;
import org.packetwalk.stack.Addrconf;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.VxlanTunnels;
import org.packetwalk.stack.Walk;

/** What {@code net/core/rtnetlink.c} and {@code drivers/net/veth.c} do with requests about devices. */
final class LinkChanges {

    private static final int VETH_MIN_MTU = 68;
    private static final int VETH_MAX_MTU = 65535;

    private final Walk walk;

    LinkChanges(Walk walk) {
        this.walk = walk;
    }

    ResultOrErrno<Errno> apply(HostId host, LinkRequest request) {
        if (request instanceof LinkRequest.AddVeth add) {
            return addVeth(add);
        }
        if (request instanceof LinkRequest.AddLink add) {
            return new LinkCreation(walk, this).add(host, add);
        }
        if (request instanceof LinkRequest.Delete delete) {
            return delete(host, delete.device());
        }
        LinkRequest.Change change = (LinkRequest.Change) request;
        return change(host, change.device(), change.changes());
    }

    // -- creation --------------------------------------------------------------------------

    /** {@code veth_newlink}: the peer is registered first. */
    private ResultOrErrno<Errno> addVeth(LinkRequest.AddVeth add) {
        NewLink first = add.first();
        NewLink second = add.second();
        if (walk.machine().find(first.host()).isEmpty()
                || walk.machine().find(second.host()).isEmpty()) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        String firstName = nameFor(first, "");
        boolean together = first.host().equals(second.host());
        boolean peerFirst = second.name().isEmpty() && first.name().isEmpty();
        String secondName =
                peerFirst && together ? nameFor(second, firstName) : nameFor(second, together ? firstName : "");
        if (!LinkCreation.isName(firstName) || !LinkCreation.isName(secondName)) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        if (nameTaken(second.host(), secondName)
                || nameTaken(first.host(), firstName)
                || together && firstName.equals(secondName)) {
            return ResultOrErrno.refused(Errno.EEXIST);
        }
        if (badMtu(first.mtu()) || badMtu(second.mtu())) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        if (badAddress(first.address()) || badAddress(second.address())) {
            return ResultOrErrno.refused(Errno.EADDRNOTAVAIL);
        }
        int secondIndex = takeIndex(second.host());
        int firstIndex = takeIndex(first.host());
        register(second, secondName, secondIndex, first.host(), firstIndex);
        register(first, firstName, firstIndex, second.host(), secondIndex);
        PeerNumbers.told(walk, first.host(), firstIndex);
        ResultOrErrno<Errno> answer = change(second.host(), secondIndex, add.secondChanges());
        return answer instanceof ResultOrErrno.Refused<Errno>
                ? answer
                : change(first.host(), firstIndex, add.firstChanges());
    }

    private static boolean badMtu(int mtu) {
        return mtu != 0 && (mtu < VETH_MIN_MTU || mtu > VETH_MAX_MTU);
    }

    private static boolean badAddress(MacAddress address) {
        return address.isMulticast();
    }

    boolean nameTaken(HostId host, String name) {
        return walk.host(host).devices().find(name).isPresent();
    }

    /** {@code __dev_alloc_name}: the first free number behind a word. */
    String freeName(HostId host, String word) {
        int number = 0;
        while (nameTaken(host, word + number)) {
            number++;
        }
        return word + number;
    }

    /** The same for one of two that are made together. */
    private String nameFor(NewLink link, String taken) {
        if (!link.name().isEmpty()) {
            return link.name();
        }
        int number = 0;
        while (nameTaken(link.host(), "veth" + number) || taken.equals("veth" + number)) {
            number++;
        }
        return "veth" + number;
    }

    /** {@code dev_new_index}. */
    int takeIndex(HostId host) {
        NetNamespace ns = walk.host(host);
        int index = ns.lastIndex() + 1;
        walk.update(ns.withLastIndex(index));
        return index;
    }

    private void register(NewLink link, String name, int index, HostId peerHost, int peerIndex) {
        NetNamespace ns = walk.host(link.host());
        MacAddress address = link.address().isZero() ? derivedAddress(link.host(), index) : link.address();
        NetDevice device = NetDevice.ethernet(index, name, new DeviceKind.Veth(peerHost, peerIndex), address);
        if (link.mtu() != 0) {
            device = device.withMtu(link.mtu());
        }
        if (link.queueLength() >= 0) {
            device = device.withQueue(link.queueLength(), 0);
        }
        walk.update(ns.withDevices(ns.devices().with(device))
                .withSysctls(ns.sysctls().withDevice(index, false).withDeviceMtu(index, device.mtu())));
        new Addrconf(walk, link.host()).sized(index);
    }

    /** An address nobody gave: the real kernel draws one; here host and index make it, so that it repeats. */
    static MacAddress derivedAddress(HostId host, int index) {
        long hash = 0;
        for (char c : host.name().toCharArray()) {
            hash = hash * 31 + c;
        }
        return new MacAddress(0x020000000000L | (hash & 0xffffffL) << 16 | index & 0xffff);
    }

    // -- removal ---------------------------------------------------------------------------

    /** {@code rtnl_dellink}: lo cannot go; of a virtual cable both ends go. */
    ResultOrErrno<Errno> delete(HostId host, int index) {
        Optional<NetDevice> found = walk.host(host).device(index);
        if (found.isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        if (found.get().isLoopback()) {
            return ResultOrErrno.refused(Errno.EOPNOTSUPP);
        }
        LinkEvents events = new LinkEvents(walk);
        events.down(host, index);
        Optional<DeviceKind.Veth> cable =
                found.get().kind() instanceof DeviceKind.Veth veth ? Optional.of(veth) : Optional.empty();
        cable.ifPresent(far -> events.down(far.peerHost(), far.peerIndex()));
        detach(host, index);
        events.unregister(host, index);
        cable.ifPresent(far -> {
            detach(far.peerHost(), far.peerIndex());
            events.unregister(far.peerHost(), far.peerIndex());
        });
        return Configurator.DONE;
    }

    /** What a device that goes takes with it, and what it leaves: devices that stand on it, ports, bridges. */
    private void detach(HostId host, int index) {
        Optional<NetDevice> device = walk.machine().find(host).flatMap(ns -> ns.device(index));
        if (device.isEmpty()) {
            return;
        }
        for (DeviceLocation upper : device.get().uppers()) {
            delete(upper.host(), upper.index());
        }
        deleteTunnelsOver(host, index);
        BridgePorts ports = new BridgePorts(walk, host);
        device.get().bridge().ifPresent(bridge -> bridge.ports().forEach(port -> ports.release(port.device())));
        if (device.get().master() != 0) {
            ports.release(index);
        }
        device.get()
                .kind()
                .below()
                .ifPresent(lower -> new StackedDevices(walk).remove(lower, new DeviceLocation(host, index)));
    }

    /** {@code vxlan_handle_lowerdev_unregister}. */
    private void deleteTunnelsOver(HostId host, int index) {
        for (NetNamespace ns : List.copyOf(walk.machine().hosts().values())) {
            for (NetDevice device : List.copyOf(ns.devices().all())) {
                if (device.kind() instanceof DeviceKind.Vxlan vxlan
                        && vxlan.state().settings().lower() == index
                        && vxlan.state().settings().underlay().equals(host)) {
                    delete(ns.id(), device.index());
                }
            }
        }
    }

    // -- changes ---------------------------------------------------------------------------

    /** {@code do_setlink}: whatever the order asked for, the kernel has its own. */
    ResultOrErrno<Errno> change(HostId host, int index, List<LinkChange> asked) {
        if (walk.host(host).device(index).isEmpty()) {
            return ResultOrErrno.refused(Errno.ENODEV);
        }
        if (!asked.isEmpty()) {
            PeerNumbers.told(walk, host, index);
        }
        List<LinkChange> changes = new ArrayList<>(asked);
        changes.sort(Comparator.comparingInt(LinkChanges::rank));
        HostId at = host;
        int number = index;
        for (LinkChange change : changes) {
            if (change instanceof LinkChange.Namespace move) {
                ResultOrErrno<Integer> moved =
                        new LinkMove(walk).move(at, number, move.host(), nameAfter(at, number, changes));
                if (moved instanceof ResultOrErrno.Refused<Integer> refused) {
                    return ResultOrErrno.refused(refused.errno(), refused.message());
                }
                number = ((ResultOrErrno.Ok<Integer>) moved).value();
                at = move.host();
                continue;
            }
            ResultOrErrno<Errno> answer = change.accept(new Application(at, number));
            if (answer instanceof ResultOrErrno.Refused<Errno>) {
                return answer;
            }
        }
        return Configurator.DONE;
    }

    private String nameAfter(HostId host, int index, List<LinkChange> changes) {
        return changes.stream()
                .filter(change -> change instanceof LinkChange.Name)
                .map(change -> ((LinkChange.Name) change).name())
                .findFirst()
                .orElseGet(() -> walk.host(host).devices().get(index).name());
    }

    private static int rank(LinkChange change) {
        List<Class<? extends LinkChange>> order = List.of(
                LinkChange.Bridge.class,
                LinkChange.Port.class,
                LinkChange.Namespace.class,
                LinkChange.Address.class,
                LinkChange.Mtu.class,
                LinkChange.Group.class,
                LinkChange.Name.class,
                LinkChange.Alias.class,
                LinkChange.Broadcast.class,
                LinkChange.Master.class);
        int found = order.indexOf(change.getClass());
        return found < 0 ? order.size() : found;
    }

    /** {@code vlan_dev_open}: not without the device below; {@code macvlan_open}: not with an address that is in use. */
    private Errno refuseUp(HostId host, NetDevice device) {
        Optional<NetDevice> lower = device.kind()
                .below()
                .map(below -> walk.host(below.host()).devices().get(below.index()));
        if (device.kind() instanceof DeviceKind.Vlan
                && lower.filter(NetDevice::up).isEmpty()) {
            return Errno.ENETDOWN;
        }
        if (device.kind() instanceof DeviceKind.Vxlan vxlan) {
            return VxlanTunnels.portTaken(walk.machine(), vxlan.state().settings()) ? Errno.EADDRINUSE : Errno.OK;
        }
        if (!(device.kind() instanceof DeviceKind.Macvlan)) {
            return Errno.OK;
        }
        boolean busy = lower.get().address().equals(device.address())
                || lower.get().uppers().stream()
                        .filter(upper -> !upper.equals(new DeviceLocation(host, device.index())))
                        .map(upper -> walk.host(upper.host()).devices().get(upper.index()))
                        .anyMatch(other -> other.up() && other.address().equals(device.address()));
        return busy ? Errno.EADDRINUSE : Errno.OK;
    }

    /** {@code dev_set_mtu_ext}: lo and dummy have no bounds, and what stands on a device not more than that has. */
    private ResultOrErrno<Errno> setMtu(HostId host, NetDevice device, int mtu) {
        boolean bounded = !device.isLoopback() && !(device.kind() instanceof DeviceKind.Dummy);
        if (mtu < 0 || bounded && mtu < VETH_MIN_MTU) {
            return ResultOrErrno.refused(Errno.EINVAL, "mtu less than device minimum");
        }
        if (bounded && mtu > VETH_MAX_MTU) {
            return ResultOrErrno.refused(Errno.EINVAL, "mtu greater than device maximum");
        }
        boolean beyondLower = device.kind()
                .below()
                .filter(lower ->
                        walk.host(lower.host()).devices().get(lower.index()).mtu() < mtu)
                .isPresent();
        if (beyondLower) {
            return ResultOrErrno.refused(device.kind() instanceof DeviceKind.Vlan ? Errno.ERANGE : Errno.EINVAL);
        }
        if (mtu == device.mtu()) {
            return Configurator.DONE;
        }
        device.bridge()
                .ifPresent(bridge ->
                        put(host, device.with(bridge.with(bridge.settings().withMtuSet()))));
        new LinkEvents(walk).mtuChanged(host, device.index(), mtu);
        return Configurator.DONE;
    }

    /** {@code eth_prepare_mac_addr_change}; lo takes any address that is none of a group. */
    private ResultOrErrno<Errno> setAddress(HostId host, NetDevice device, MacAddress address) {
        if (address.isMulticast() || address.isZero() && !device.isLoopback()) {
            return ResultOrErrno.refused(Errno.EADDRNOTAVAIL);
        }
        if (device.bridge().isPresent()) {
            new BridgePorts(walk, host).changeIdentity(device.index(), address, true);
        } else {
            put(host, device.withAddress(address));
            new LinkEvents(walk).addressChanged(host, device.index());
        }
        if (device.master() != 0) {
            new BridgePorts(walk, host).portAddressChanged(device.index(), device.address());
        }
        new StackedDevices(walk).addressChanged(walk.host(host).devices().get(device.index()), device.address());
        return Configurator.DONE;
    }

    private ResultOrErrno<Errno> put(HostId host, NetDevice device) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withDevices(ns.devices().with(device)));
        return Configurator.DONE;
    }

    /** Applies one change to a device; a move is made by the caller, since it changes where the device is. */
    private final class Application implements LinkChange.Visitor<ResultOrErrno<Errno>> {

        private final HostId host;
        private final NetDevice device;

        private Application(HostId host, int index) {
            this.host = host;
            this.device = walk.host(host).devices().get(index);
        }

        @Override
        public ResultOrErrno<Errno> up(LinkChange.Up change) {
            LinkEvents events = new LinkEvents(walk);
            if (change.on() && !device.up()) {
                Errno refusal = refuseUp(host, device);
                if (refusal != Errno.OK) {
                    return ResultOrErrno.refused(refusal);
                }
                events.up(host, device.index());
            } else if (change.on()) {
                return Configurator.DONE;
            } else {
                events.down(host, device.index());
            }
            return Configurator.DONE;
        }

        @Override
        public ResultOrErrno<Errno> mtu(LinkChange.Mtu change) {
            return setMtu(host, device, change.mtu());
        }

        @Override
        public ResultOrErrno<Errno> address(LinkChange.Address change) {
            return setAddress(host, device, change.address());
        }

        @Override
        public ResultOrErrno<Errno> broadcast(LinkChange.Broadcast change) {
            return put(host, device.withBroadcast(change.address()));
        }

        @Override
        public ResultOrErrno<Errno> alias(LinkChange.Alias change) {
            return put(host, device.withAlias(change.text()));
        }

        @Override
        public ResultOrErrno<Errno> name(LinkChange.Name change) {
            if (!LinkCreation.isName(change.name())) {
                return ResultOrErrno.refused(Errno.EINVAL);
            }
            return !change.name().equals(device.name()) && nameTaken(host, change.name())
                    ? ResultOrErrno.refused(Errno.EEXIST)
                    : put(host, device.withName(change.name()));
        }

        @Override
        public ResultOrErrno<Errno> namespace(LinkChange.Namespace change) {
            return Configurator.DONE;
        }

        @Override
        public ResultOrErrno<Errno> queueLength(LinkChange.QueueLength change) {
            return put(host, device.withQueue(change.packets(), device.group()));
        }

        @Override
        public ResultOrErrno<Errno> group(LinkChange.Group change) {
            return put(host, device.withQueue(device.queueLength(), change.group()));
        }

        @Override
        public ResultOrErrno<Errno> arp(LinkChange.Arp change) {
            ResultOrErrno<Errno> answer =
                    put(host, device.withFlags(device.flags().withArp(change.on())));
            if (device.arp() != change.on()) {
                new LinkEvents(walk).arpChanged(host, device.index());
            }
            return answer;
        }

        @Override
        public ResultOrErrno<Errno> multicast(LinkChange.Multicast change) {
            return put(host, device.withFlags(device.flags().withMulticast(change.on())));
        }

        @Override
        public ResultOrErrno<Errno> allMulticast(LinkChange.AllMulticast change) {
            return put(host, device.withFlags(device.flags().withAllMulticast(change.on())));
        }

        @Override
        public ResultOrErrno<Errno> promiscuous(LinkChange.Promiscuous change) {
            return put(host, device.withFlags(device.flags().withPromiscuous(change.on())));
        }

        @Override
        public ResultOrErrno<Errno> master(LinkChange.Master change) {
            return new BridgePorts(walk, host).setMaster(device.index(), change.device());
        }

        @Override
        public ResultOrErrno<Errno> macvlan(LinkChange.Macvlan change) {
            return device.kind() instanceof DeviceKind.Macvlan now
                    ? put(host, device.withKind(new DeviceKind.Macvlan(now.lower(), change.mode())))
                    : ResultOrErrno.refused(Errno.EOPNOTSUPP);
        }

        @Override
        public ResultOrErrno<Errno> bridge(LinkChange.Bridge change) {
            return device.bridge().isPresent()
                    ? BridgeSetup.apply(walk, host, device.index(), change.options())
                    : ResultOrErrno.refused(Errno.EOPNOTSUPP);
        }

        @Override
        public ResultOrErrno<Errno> port(LinkChange.Port change) {
            return new BridgePorts(walk, host).set(device.index(), change.options());
        }
    }
}
