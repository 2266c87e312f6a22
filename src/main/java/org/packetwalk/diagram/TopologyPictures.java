package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.packetwalk.diagram.StackPicture.DeviceState;
import org.packetwalk.diagram.TopologyPicture.Cable;
import org.packetwalk.diagram.TopologyPicture.ClosedHost;
import org.packetwalk.diagram.TopologyPicture.HostState;
import org.packetwalk.diagram.TopologyPicture.Port;
import org.packetwalk.diagram.TopologyPicture.Position;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;

/**
 * The topology of a recorded command: for each of its events all hosts of the world, closed, the cables between them, and
 * where the packets are.
 */
public final class TopologyPictures {
    private final RecordedWalk walk;
    private final List<Position> positions;

    private TopologyPictures(RecordedWalk walk, List<Position> positions) {
        this.walk = walk;
        this.positions = positions;
    }

    /** The pictures of a recording, with the places the author of the lab has given to hosts. */
    public static TopologyPictures of(List<Snapshot> recording, List<Position> positions) {
        return of(RecordedWalk.of(recording), positions);
    }

    /** The pictures of a recorded command, with the places the author of the lab has given to hosts. */
    public static TopologyPictures of(RecordedWalk walk, List<Position> positions) {
        return new TopologyPictures(walk, positions);
    }

    /** The same pictures with hosts in other places. */
    public TopologyPictures placed(List<Position> elsewhere) {
        return new TopologyPictures(walk, elsewhere);
    }

    /** A world before any packet. */
    public static TopologyPicture atRest(World world, List<Position> positions) {
        return of(List.<Snapshot>of(), positions).picture(world, -1);
    }

    /** The picture after the event of an index, counted from 0. */
    public TopologyPicture at(int index) {
        return picture(walk.recording().get(index).world(), index);
    }

    private TopologyPicture picture(World world, int index) {
        PacketPaths paths = walk.paths(index);
        Lookups lookups = walk.lookups(index);
        Map<HostId, NetNamespace> all = world.machine().hosts();
        var hosts = new ArrayList<ClosedHost>();
        for (NetNamespace host : all.values()) {
            if (isEmpty(host)) {
                continue;
            }
            var devices = new DeviceViews(host, paths, lookups);
            List<Port> ports = host.devices().all().stream()
                    .map(device -> new Port(
                            device.name(),
                            kind(device),
                            devices.state(device),
                            device.master() == 0 ? "" : host.devices().nameOf(device.master())))
                    .toList();
            hosts.add(new ClosedHost(
                    host.id().name(), StackPictures.name(host.id()), summary(host), state(host.id(), index), ports));
        }
        return new TopologyPicture(
                hosts, cables(world, paths), positions, new Travellers(walk.numbers(), List.of(), false).of(paths));
    }

    private static Port.Kind kind(NetDevice device) {
        if (device.isLoopback()) {
            return Port.Kind.LOOPBACK;
        }
        return device.bridge().isPresent() ? Port.Kind.BRIDGE : Port.Kind.OTHER;
    }

    /** Whether it is the namespace the machine started with, and nothing was put there. */
    private boolean isEmpty(NetNamespace host) {
        return host.id().name().isEmpty() && host.devices().all().size() == 1 && !walk.touched(host.id());
    }

    private static String summary(NetNamespace host) {
        return host.devices().all().stream()
                .filter(device -> !device.isLoopback())
                .flatMap(device -> DeviceViews.addresses(host, device, false).stream())
                .collect(Collectors.joining(" "));
    }

    private HostState state(HostId host, int index) {
        if (index < 0) {
            return HostState.DEFAULT;
        }
        if (walk.recording().get(index).event().head().host().equals(host)) {
            return HostState.FOCUSED;
        }
        return walk.touched(host) ? HostState.DEFAULT : HostState.NOT_REACHED;
    }

    private static List<Cable> cables(World world, PacketPaths paths) {
        return Cables.of(world).all().stream()
                .filter(cable -> !cable.isInside())
                .map(cable -> new Cable(
                        cable.id(),
                        cable.one().host().name(),
                        cable.one().device(),
                        cable.other().host().name(),
                        cable.other().device(),
                        state(world, cable, paths),
                        Word.VETH_PAIR.text()))
                .toList();
    }

    private static DeviceState state(World world, Cables.Cable cable, PacketPaths paths) {
        if (!running(world, cable.one()) || !running(world, cable.other())) {
            return DeviceState.DOWN;
        }
        return paths.visited(cable) ? DeviceState.PASSED : DeviceState.IDLE;
    }

    private static boolean running(World world, Cables.End end) {
        return world.machine()
                .host(end.host())
                .devices()
                .find(end.device())
                .map(NetDevice::running)
                .orElse(false);
    }
}
