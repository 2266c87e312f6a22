package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.StackPicture.DeviceState;
import org.packetwalk.diagram.StackPicture.Traveller;
import org.packetwalk.diagram.TopologyPicture.Cable;
import org.packetwalk.diagram.TopologyPicture.ClosedHost;
import org.packetwalk.diagram.TopologyPicture.HostState;
import org.packetwalk.diagram.TopologyPicture.Port;

/** Topologies built by hand. */
public final class Topologies {
    private Topologies() {}

    /** The strip of screen 04: a machine of its own, and two namespaces with an ARP request on their cable. */
    public static TopologyPicture twoNamespaces() {
        return new TopologyPicture(
                List.of(
                        host("init", "172.26.90.158/20", HostState.NOT_REACHED, "eth0"),
                        host("left", "10.42.0.1/24", HostState.FOCUSED, "veth0"),
                        host("right", "10.42.0.2/24", HostState.FOCUSED, "veth1")),
                List.of(cable("left", "veth0", "right", "veth1", DeviceState.IDLE)),
                List.of(),
                List.of(request("left", "veth0", "left-right")));
    }

    /** A router between two networks: three clients on a bridge on one side, a server on the other. */
    public static TopologyPicture routed() {
        var hosts = new ArrayList<ClosedHost>();
        var cables = new ArrayList<Cable>();
        hosts.add(host("server", "10.2.0.2/24", HostState.DEFAULT, "eth0"));
        hosts.add(host("router", "10.1.0.254/24 10.2.0.254/24", HostState.FOCUSED, "eth0", "eth1"));
        hosts.add(host("bridge", "", HostState.DEFAULT, "p0", "p1", "p2", "p3"));
        cables.add(cable("router", "eth1", "server", "eth0", DeviceState.IDLE));
        cables.add(cable("bridge", "p0", "router", "eth0", DeviceState.IDLE));
        for (int i = 1; i <= 3; i++) {
            HostState state = i == 3 ? HostState.DOWN : HostState.DEFAULT;
            hosts.add(host("client-" + i, "10.1.0." + i + "/24", state, "eth0"));
            cables.add(cable("client-" + i, "eth0", "bridge", "p" + i, i == 3 ? DeviceState.DOWN : DeviceState.IDLE));
        }
        return new TopologyPicture(hosts, cables, List.of(), List.of(request("client-1", "eth0", "client-1-bridge")));
    }

    private static ClosedHost host(String name, String summary, HostState state, String... devices) {
        var ports = new ArrayList<Port>();
        ports.add(new Port("lo", Port.Kind.LOOPBACK, DeviceState.IDLE, ""));
        for (String device : devices) {
            ports.add(new Port(device, Port.Kind.OTHER, DeviceState.IDLE, ""));
        }
        return new ClosedHost(name, name, summary, state, ports);
    }

    private static Cable cable(String from, String fromDevice, String to, String toDevice, DeviceState state) {
        return new Cable(from + "-" + to, from, fromDevice, to, toDevice, state, Text.NONE);
    }

    private static Traveller request(String host, String device, String wire) {
        return new Traveller(
                2,
                List.of(new Stop.AtDevice(host, device), new Stop.OnWire(wire)),
                List.of(HeaderBlock.ETH, HeaderBlock.ARP),
                Traveller.Fate.MOVING,
                Text.NONE);
    }
}
