package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.packetwalk.diagram.StackPicture.DeviceState;
import org.packetwalk.diagram.StackPicture.DeviceView;
import org.packetwalk.diagram.StackPicture.OutsideHost;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.trace.KernelFunction;

/** The devices of a host, and what the packets of a command have to do with each of them. */
final class DeviceViews {
    private final NetNamespace host;
    private final PacketPaths paths;
    private final Lookups lookups;

    DeviceViews(NetNamespace host, PacketPaths paths, Lookups lookups) {
        this.host = host;
        this.paths = paths;
        this.lookups = lookups;
    }

    List<DeviceView> views() {
        return host.devices().all().stream().map(this::view).toList();
    }

    private DeviceView view(NetDevice device) {
        List<String> addresses = addresses(host, device, six());
        KernelFunction transmit = device.isLoopback() ? KernelFunction.LOOPBACK_XMIT : KernelFunction.VETH_XMIT;
        return new DeviceView(
                device.name(),
                device.isLoopback(),
                addresses.isEmpty() ? "" : addresses.get(0),
                device.mtu(),
                state(device),
                transmit.kernelName(),
                KernelFunction.NETIF_RX.kernelName());
    }

    DeviceState state(NetDevice device) {
        if (!device.running()) {
            return DeviceState.DOWN;
        }
        HostId id = host.id();
        boolean active = paths.focusPath()
                .filter(path -> path.last().equals(new Stop.AtDevice(id.name(), device.name())))
                .isPresent();
        if (active) {
            return DeviceState.ACTIVE;
        }
        boolean underWay = paths.shown().entrySet().stream()
                .filter(entry -> entry.getKey().equals(paths.focus()) || !PacketPaths.ended(entry.getValue()))
                .anyMatch(entry -> entry.getValue().reached(id, device.name()));
        if (underWay) {
            return DeviceState.PASSED;
        }
        return lookups.leavesOut(id, device.name()) && !everReached(device)
                ? DeviceState.NOT_REACHED
                : DeviceState.IDLE;
    }

    private boolean everReached(NetDevice device) {
        return paths.visited(host.id(), device.name());
    }

    /** All devices with their addresses, as the head of the card shows them. */
    String summary(boolean narrow) {
        var parts = new ArrayList<String>();
        for (NetDevice device : host.devices().all()) {
            List<String> addresses = addresses(host, device, six());
            if (!addresses.isEmpty() && !(narrow && device.isLoopback())) {
                parts.add(device.name() + " " + String.join(" ", addresses));
            }
        }
        return String.join(" · ", parts);
    }

    /** The closed hosts at the other ends of this host's cables. */
    List<OutsideHost> neighbours(World world) {
        var outside = new ArrayList<OutsideHost>();
        for (Cables.Cable cable : Cables.of(world).all()) {
            for (NetDevice device : host.devices().all()) {
                if (cable.has(host.id(), device.name()) && !cable.isInside()) {
                    outside.add(outside(world, cable.otherEnd(host.id(), device.name()), device));
                }
            }
        }
        return outside;
    }

    private OutsideHost outside(World world, Cables.End end, NetDevice device) {
        NetNamespace other = world.machine().host(end.host());
        String addresses = other.devices()
                .find(end.device())
                .map(port -> addresses(other, port, six()).stream()
                        .map(address -> address.substring(0, address.indexOf('/')))
                        .limit(1)
                        .collect(Collectors.joining()))
                .orElse("");
        DeviceState state = state(device);
        return new OutsideHost(
                end.host().name(),
                StackPictures.name(end.host()),
                addresses,
                state == DeviceState.ACTIVE ? DeviceState.IDLE : state,
                host.id().name(),
                device.name());
    }

    /** What can be said about the world outside: nothing was sent there yet, or will be. */
    Text outsideLine() {
        List<NetDevice> ports = host.devices().all().stream()
                .filter(device -> !device.isLoopback())
                .toList();
        boolean sent = ports.stream().anyMatch(this::everReached);
        if (sent || ports.isEmpty() || paths.focusPath().isEmpty()) {
            return Text.NONE;
        }
        boolean turned = host.devices().all().stream().anyMatch(this::everReached);
        if (!turned) {
            return Word.OUTSIDE_NOTHING_SO_FAR.text();
        }
        return ports.size() == 1
                ? Word.OUTSIDE_NO_FRAME.text(Text.literal(ports.get(0).name()))
                : Word.OUTSIDE_NO_FRAMES.text();
    }

    private boolean six() {
        return paths.focusPath().filter(PacketPath::isIpv6).isPresent();
    }

    /**
     * The addresses of a device, as {@code ip addr show} lists them: those that somebody has given it. An IPv6 packet is about
     * its IPv6 addresses first, and where it has no other about that of its link.
     */
    static List<String> addresses(NetNamespace host, NetDevice device, boolean six) {
        List<String> four = host.addresses().of(device.index()).stream()
                .map((InterfaceAddress address) -> address.address() + "/" + address.prefixLength())
                .toList();
        List<String> given = ipv6(host, device, Ipv6Scope.GLOBAL);
        var addresses = new ArrayList<String>(six ? given : four);
        if (six && given.isEmpty()) {
            addresses.addAll(ipv6(host, device, device.isLoopback() ? Ipv6Scope.NODE : Ipv6Scope.LINK));
        }
        addresses.addAll(six ? four : given);
        return addresses;
    }

    private static List<String> ipv6(NetNamespace host, NetDevice device, Ipv6Scope scope) {
        return host.ipv6().addresses().find(device.index()).stream()
                .flatMap(there -> there.addresses().stream())
                .filter(address -> address.scope() == scope)
                .map(address -> address.address() + "/" + address.prefixLength())
                .toList();
    }
}
