package org.packetwalk.netlink;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.device.BridgePort;
import org.packetwalk.kernel.device.BridgeState;
import org.packetwalk.kernel.device.DeviceKind;
import org.packetwalk.kernel.device.DeviceLocation;
import org.packetwalk.kernel.device.FdbEntry;
import org.packetwalk.kernel.device.ForwardingDatabase;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.device.OperState;
import org.packetwalk.kernel.device.PortState;
import org.packetwalk.net.MacAddress;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.stack.Walk;

/**
 * The ports of the bridges of a host: how they come and go, their state, and the address, MTU and carrier of the bridge that
 * follow from them ({@code net/bridge/br_if.c}, {@code br_stp_if.c}).
 */
final class BridgePorts {

    private static final int ETHERNET_MTU = 1500;

    private final Walk walk;
    private final HostId host;

    BridgePorts(Walk walk, HostId host) {
        this.walk = walk;
        this.host = host;
    }

    // -- ports come and go -----------------------------------------------------------------

    /** {@code do_set_master}: leaves one bridge and joins another; 0 for none. */
    ResultOrErrno<Errno> setMaster(int index, int master) {
        NetDevice device = device(index);
        if (device.master() == master) {
            return Configurator.DONE;
        }
        if (device.master() != 0) {
            release(index);
        }
        if (master == 0) {
            return Configurator.DONE;
        }
        Optional<NetDevice> bridge = walk.host(host).device(master);
        if (bridge.isEmpty()) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        if (bridge.get().bridge().isEmpty()) {
            return ResultOrErrno.refused(Errno.EOPNOTSUPP);
        }
        return enslave(device(index), master);
    }

    /** {@code br_add_if}. */
    private ResultOrErrno<Errno> enslave(NetDevice device, int bridge) {
        if (device.isLoopback() || device.address().isZero()) {
            return ResultOrErrno.refused(Errno.EINVAL);
        }
        if (device.bridge().isPresent()) {
            return ResultOrErrno.refused(Errno.ELOOP, "Can not enslave a bridge to a bridge");
        }
        if (carriesMacvlan(device) || standsOn(device, bridge)) {
            return ResultOrErrno.refused(Errno.EBUSY);
        }
        int index = device.index();
        put(device.withMaster(bridge));
        change(bridge, state -> addLocal(state.withPort(index), index, device.address()));
        recalculateIdentity(bridge);
        if (device.up() && operational(device) && device(bridge).up()) {
            enable(bridge, index);
        }
        adjustMtu(bridge);
        return Configurator.DONE;
    }

    private boolean carriesMacvlan(NetDevice device) {
        return device.uppers().stream()
                .anyMatch(upper -> walk.machine()
                        .find(upper.host())
                        .flatMap(ns -> ns.device(upper.index()))
                        .filter(above -> above.kind() instanceof DeviceKind.Macvlan)
                        .isPresent());
    }

    /** Whether a device stands, maybe by way of others, on another of this host. */
    private boolean standsOn(NetDevice device, int other) {
        Optional<DeviceLocation> below = device.kind().below();
        while (below.isPresent()) {
            DeviceLocation lower = below.get();
            if (lower.equals(new DeviceLocation(host, other))) {
                return true;
            }
            below = walk.machine()
                    .find(lower.host())
                    .flatMap(ns -> ns.device(lower.index()))
                    .flatMap(next -> next.kind().below());
        }
        return false;
    }

    /** {@code br_del_if}. */
    void release(int index) {
        NetDevice device = device(index);
        int bridge = device.master();
        disable(bridge, index);
        put(device(index).withMaster(0));
        change(
                bridge,
                state -> forgetPort(
                        state.withoutPort(index), index, device(bridge).address()));
        adjustMtu(bridge);
        recalculateIdentity(bridge);
    }

    // -- state of the ports ----------------------------------------------------------------

    /** {@code br_port_carrier_check}: a port forwards as long as it is up and has a carrier. */
    void checkCarrier(int index) {
        NetDevice device = device(index);
        if (device.master() == 0 || !device(device.master()).up()) {
            return;
        }
        PortState state = port(device.master(), index).state();
        if (device.up() && operational(device)) {
            if (state == PortState.DISABLED) {
                enable(device.master(), index);
            }
        } else if (state != PortState.DISABLED) {
            disable(device.master(), index);
        }
    }

    /** {@code br_stp_enable_bridge}. */
    void bridgeUp(int bridge) {
        for (BridgePort port : state(bridge).ports()) {
            NetDevice device = device(port.device());
            if (device.up() && operational(device)) {
                enable(bridge, port.device());
            }
        }
    }

    /** {@code br_stp_disable_bridge}. */
    void bridgeDown(int bridge) {
        for (BridgePort port : state(bridge).ports()) {
            if (port.state() != PortState.DISABLED) {
                disable(bridge, port.device());
            }
        }
    }

    private static boolean operational(NetDevice device) {
        return device.carrier() && (device.operState() == OperState.UP || device.operState() == OperState.UNKNOWN);
    }

    /** {@code br_stp_enable_port}: without a spanning tree it forwards at once. */
    private void enable(int bridge, int index) {
        change(bridge, state -> state.with(port(bridge, index).in(PortState.FORWARDING)));
        selectStates(bridge);
    }

    /** {@code br_stp_disable_port}: what was learnt behind it is forgotten. */
    private void disable(int bridge, int index) {
        change(
                bridge,
                state -> state.with(port(bridge, index).in(PortState.DISABLED))
                        .with(state.fdb().without(entry -> entry.port() == index && entry.ages())));
        selectStates(bridge);
    }

    /** {@code br_port_state_selection}: the bridge has a carrier as long as a port forwards. */
    void selectStates(int bridge) {
        boolean live = state(bridge).ports().stream().anyMatch(BridgePort::forwarding);
        new LinkEvents(walk).carrier(host, bridge, live);
    }

    // -- settings of a port ----------------------------------------------------------------

    /** {@code br_setport}. */
    ResultOrErrno<Errno> set(int index, List<PortOption> options) {
        NetDevice device = device(index);
        if (device.master() == 0) {
            return ResultOrErrno.refused(Errno.EOPNOTSUPP);
        }
        for (PortOption option : options) {
            if (option instanceof PortOption.State wanted && (!device.up() || !operational(device))) {
                return wanted.state() == PortState.DISABLED ? Configurator.DONE : ResultOrErrno.refused(Errno.ENETDOWN);
            }
            change(device.master(), state -> set(state, state.port(index).orElseThrow(), option));
            if (option instanceof PortOption.State) {
                selectStates(device.master());
            }
        }
        return Configurator.DONE;
    }

    private static BridgeState set(BridgeState state, BridgePort port, PortOption option) {
        if (option instanceof PortOption.Flag flag) {
            return state.with(port.with(flag.flag(), flag.on()));
        }
        if (option instanceof PortOption.State wanted) {
            return state.with(port.in(wanted.state()));
        }
        if (option instanceof PortOption.Priority priority) {
            return state.with(port.withPriority(priority.priority()));
        }
        if (option instanceof PortOption.Cost cost) {
            return state.with(port.withCost((int) cost.cost()));
        }
        return state.with(state.fdb().without(entry -> entry.port() == port.device() && entry.ages()));
    }

    // -- address and MTU of the bridge -----------------------------------------------------

    /** {@code br_stp_recalculate_bridge_id}: the lowest address of a port, unless somebody chose one. */
    void recalculateIdentity(int bridge) {
        BridgeState state = state(bridge);
        if (state.settings().addressSet()) {
            return;
        }
        MacAddress lowest = state.ports().stream()
                .map(port -> device(port.device()).address())
                .min(MacAddress::compareTo)
                .orElse(MacAddress.ZERO);
        if (!lowest.equals(state.settings().identity())) {
            changeIdentity(bridge, lowest, false);
        }
    }

    /** A new bridge knows its own address. */
    void addOwnAddress(int bridge) {
        change(bridge, state -> addLocal(state, 0, device(bridge).address()));
    }

    /** {@code br_stp_change_bridge_id}. */
    void changeIdentity(int bridge, MacAddress address, boolean chosen) {
        MacAddress before = device(bridge).address();
        change(bridge, state -> {
            BridgeState left = state;
            boolean own = state.fdb()
                    .find(before)
                    .filter(entry -> entry.port() == 0 && entry.origin() == FdbEntry.Origin.LOCAL)
                    .isPresent();
            if (own) {
                left = deleteLocal(state, before, 0, before);
            }
            return addLocal(left, 0, address)
                    .with(state.settings()
                            .identified(address, chosen || state.settings().addressSet()));
        });
        put(device(bridge).withAddress(address));
        new LinkEvents(walk).addressChanged(host, bridge);
        selectStates(bridge);
    }

    /** {@code br_mtu_auto_adjust}. */
    void adjustMtu(int bridge) {
        BridgeState state = state(bridge);
        if (state.settings().mtuSet()) {
            return;
        }
        int lowest = state.ports().stream()
                .mapToInt(port -> device(port.device()).mtu())
                .min()
                .orElse(ETHERNET_MTU);
        if (lowest != device(bridge).mtu()) {
            new LinkEvents(walk).mtuChanged(host, bridge, lowest);
        }
    }

    /** {@code br_fdb_changeaddr}: a port has another address. */
    void portAddressChanged(int index, MacAddress before) {
        NetDevice device = device(index);
        int bridge = device.master();
        change(bridge, state -> {
            boolean own = state.fdb()
                    .find(before)
                    .filter(entry -> entry.port() == index && entry.origin() == FdbEntry.Origin.LOCAL)
                    .isPresent();
            BridgeState left =
                    own ? deleteLocal(state, before, index, device(bridge).address()) : state;
            return addLocal(left, index, device.address());
        });
        recalculateIdentity(bridge);
    }

    // -- local entries ---------------------------------------------------------------------

    /** {@code fdb_add_local}: of several ports with one address the first keeps the entry. */
    private BridgeState addLocal(BridgeState state, int port, MacAddress address) {
        if (address.isZero()
                || state.fdb().find(address).filter(FdbEntry::local).isPresent()) {
            return state;
        }
        return state.with(state.fdb().plus(address, port, FdbEntry.Origin.LOCAL, walk.now()));
    }

    /** {@code fdb_delete_local}: another port, or the bridge, may have the same address. */
    private BridgeState deleteLocal(BridgeState state, MacAddress address, int port, MacAddress ofBridge) {
        ForwardingDatabase fdb = state.fdb();
        FdbEntry entry = fdb.find(address).orElseThrow();
        Optional<BridgePort> same = state.ports().stream()
                .filter(other -> other.device() != port
                        && device(other.device()).address().equals(address))
                .findFirst();
        if (same.isPresent()) {
            return state.with(fdb.with(entry.at(same.get().device()).as(FdbEntry.Origin.LOCAL)));
        }
        if (port != 0 && address.equals(ofBridge)) {
            return state.with(fdb.with(entry.at(0).as(FdbEntry.Origin.LOCAL)));
        }
        return state.with(fdb.without(address));
    }

    /** {@code br_fdb_delete_by_port} for a port that is gone. */
    private BridgeState forgetPort(BridgeState state, int port, MacAddress ofBridge) {
        BridgeState left = state;
        for (FdbEntry entry : state.fdb().all()) {
            if (entry.port() == port) {
                left = entry.local()
                        ? deleteLocal(left, entry.address(), port, ofBridge)
                        : left.with(left.fdb().without(entry.address()));
            }
        }
        return left;
    }

    // -- the host --------------------------------------------------------------------------

    private BridgeState state(int bridge) {
        return device(bridge).bridge().orElseThrow();
    }

    private BridgePort port(int bridge, int index) {
        return state(bridge).port(index).orElseThrow();
    }

    private void change(int bridge, UnaryOperator<BridgeState> change) {
        NetDevice device = device(bridge);
        put(device.with(change.apply(device.bridge().orElseThrow())));
    }

    private NetDevice device(int index) {
        return walk.host(host).devices().get(index);
    }

    private void put(NetDevice device) {
        NetNamespace ns = walk.host(host);
        walk.update(ns.withDevices(ns.devices().with(device)));
    }
}
