package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.packetwalk.diagram.Lookups.Lookup;
import org.packetwalk.diagram.StackPicture.Asking;
import org.packetwalk.diagram.StackPicture.DeviceState;
import org.packetwalk.diagram.StackPicture.OpenHost;
import org.packetwalk.diagram.StackPicture.OutsideHost;
import org.packetwalk.diagram.StackPicture.Strip;
import org.packetwalk.diagram.StackPicture.StripCable;
import org.packetwalk.diagram.StackPicture.StripHost;
import org.packetwalk.diagram.StackPicture.Wire;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

/**
 * The stack views of one recorded command: for each of its events the picture of the host the packet is in, opened up, or of
 * the two hosts it goes between. Everything in them was recorded; nothing is decided here.
 */
public final class StackPictures {
    private final RecordedWalk walk;
    private final List<Snapshot> recording;
    private final List<HostId> touched;
    private final PacketNumbers numbers;

    private StackPictures(RecordedWalk walk) {
        this.walk = walk;
        this.recording = walk.recording();
        this.touched = walk.touched();
        this.numbers = walk.numbers();
    }

    /** The pictures of a recording: each event with the world after it. */
    public static StackPictures of(List<Snapshot> recording) {
        return of(RecordedWalk.of(recording));
    }

    /** The pictures of a recorded command. */
    public static StackPictures of(RecordedWalk walk) {
        return new StackPictures(walk);
    }

    /** A host before any packet, all paths at rest. */
    public static StackPicture atRest(World world, HostId host) {
        var pictures = of(List.<Snapshot>of());
        Optional<NetNamespace> found = world.machine().find(host);
        return pictures.picture(
                world, -1, found.map(NetNamespace::id).map(List::of).orElse(List.of()));
    }

    /** The picture after the event of an index, counted from 0. */
    public StackPicture at(int index) {
        Snapshot snapshot = recording.get(index);
        List<HostId> open = open(index).stream()
                .filter(host -> snapshot.world().machine().find(host).isPresent())
                .toList();
        return picture(snapshot.world(), index, open);
    }

    /** The number of a packet in this recording: 1 for the first; 0 for none. */
    public int number(PacketId packet) {
        return walk.number(packet);
    }

    /** The packet in focus after the event of an index, {@link PacketId#NONE} while there is none yet. */
    public PacketId focus(int index) {
        return walk.paths(index).focus();
    }

    /** The name of a host; the namespace a machine starts with has none of its own. */
    static String name(HostId host) {
        return host.name().isEmpty() ? "init netns" : host.name();
    }

    /** Two hosts at most: the one of the event, and the one the packet came from or goes to. */
    private List<HostId> open(int index) {
        if (touched.size() <= 2) {
            return touched;
        }
        TraceEvent event = recording.get(index).event();
        HostId here = event.head().host();
        Optional<HostId> across = event.accept(new Places(recording.get(index).world()))
                .filter(stop -> stop instanceof Stop.OnWire)
                .flatMap(stop -> otherHost(index, ((Stop.OnWire) stop).wire(), here));
        HostId partner = across.or(() -> lastOther(index, here)).orElse(here);
        return touched.stream()
                .filter(host -> host.equals(here) || host.equals(partner))
                .toList();
    }

    private Optional<HostId> otherHost(int index, String wire, HostId here) {
        return Cables.of(recording.get(index).world()).all().stream()
                .filter(cable -> cable.id().equals(wire))
                .map(cable -> cable.one().host().equals(here)
                        ? cable.other().host()
                        : cable.one().host())
                .findFirst();
    }

    private Optional<HostId> lastOther(int index, HostId here) {
        for (int i = index; i >= 0; i--) {
            HostId host = recording.get(i).event().head().host();
            if (!host.equals(here)) {
                return Optional.of(host);
            }
        }
        return Optional.empty();
    }

    private StackPicture picture(World world, int index, List<HostId> open) {
        PacketPaths paths = walk.paths(index);
        Lookups lookups = walk.lookups(index);
        boolean narrow = open.size() > 1;
        var hosts = new ArrayList<OpenHost>();
        for (HostId id : open) {
            NetNamespace host = world.machine().host(id);
            var devices = new DeviceViews(host, paths, lookups);
            Optional<Lookup> lookup = lookups.on(id).filter(asked -> shown(asked.packet(), paths));
            hosts.add(new OpenHost(
                    id.name(),
                    name(id),
                    narrow || id.name().isEmpty() ? Text.NONE : Word.NAMESPACE.text(Text.literal(id.name())),
                    devices.summary(narrow),
                    new StationViews(walk, index, host, paths, narrow).views(),
                    lookups.sixOn(id)
                            .filter(asked -> shown(asked.packet(), paths))
                            .map(asked -> new Ipv6TableViews(host, asked, narrow).views())
                            .orElseGet(() -> new TableViews(host, lookup, narrow).views()),
                    asking(index, id),
                    devices.views()));
        }
        if (open.size() != 1) {
            return new StackPicture(
                    hosts,
                    List.of(),
                    wires(world, open, paths),
                    new Travellers(numbers, List.of(), true).of(paths),
                    Text.NONE,
                    strip(world, index, open, paths));
        }
        var devices = new DeviceViews(world.machine().host(open.get(0)), paths, lookups);
        List<OutsideHost> outside = devices.neighbours(world);
        return new StackPicture(
                hosts,
                outside,
                List.of(),
                new Travellers(numbers, outside, true).of(paths),
                devices.outsideLine(),
                strip(world, index, open, paths));
    }

    /** A question without a packet is shown as long as there is none. */
    private static boolean shown(PacketId asked, PacketPaths paths) {
        return !asked.equals(PacketId.NONE) || paths.focus().equals(PacketId.NONE);
    }

    /** All hosts, where there are more than can be opened. */
    private Strip strip(World world, int index, List<HostId> open, PacketPaths paths) {
        List<NetNamespace> all = world.machine().hosts().values().stream()
                .filter(host -> !host.id().name().isEmpty())
                .toList();
        if (all.size() <= 2) {
            return Strip.NONE;
        }
        var hosts = new ArrayList<StripHost>();
        for (NetNamespace host : beside(all, Cables.of(world))) {
            hosts.add(new StripHost(
                    host.id().name(),
                    name(host.id()),
                    new DeviceViews(host, paths, new Lookups()).summary(true),
                    host.devices().all().stream().map(NetDevice::name).toList(),
                    open.contains(host.id()),
                    walk.touched(host.id(), index)));
        }
        var cables = new ArrayList<StripCable>();
        for (Cables.Cable cable : Cables.of(world).all()) {
            boolean carries = paths.focusPath()
                    .filter(path -> path.last().equals(new Stop.OnWire(cable.id())))
                    .isPresent();
            cables.add(new StripCable(
                    cable.one().host().name(), cable.other().host().name(), carries ? numbers.of(paths.focus()) : 0));
        }
        return new Strip(hosts, cables);
    }

    /** Hosts in an order in which those that a cable joins stand beside each other where that is possible. */
    private static List<NetNamespace> beside(List<NetNamespace> hosts, Cables cables) {
        var left = new ArrayList<>(hosts);
        left.sort(Comparator.comparing(host -> cables.of(host.id())));
        var ordered = new ArrayList<NetNamespace>();
        while (!left.isEmpty()) {
            Optional<NetNamespace> next = ordered.isEmpty()
                    ? Optional.empty()
                    : left.stream()
                            .filter(host -> cables.joined(
                                    ordered.get(ordered.size() - 1).id(), host.id()))
                            .findFirst();
            NetNamespace taken = next.orElse(left.get(0));
            left.remove(taken);
            ordered.add(taken);
        }
        return ordered;
    }

    private Asking asking(int index, HostId host) {
        if (index < 0 || !recording.get(index).event().head().host().equals(host)) {
            return Asking.NOBODY;
        }
        TraceEvent event = recording.get(index).event();
        boolean asks = event instanceof RouteEvent.Routed
                || event instanceof RouteEvent.SourceChosen
                || event instanceof RouteEvent.TableAsked asked && asked.purpose() == RouteEvent.Purpose.ROUTE
                || event instanceof RouteEvent.Ipv6TableAsked
                || event instanceof RouteEvent.Ipv6Routed
                || event instanceof RouteEvent.Ipv6SourceChosen;
        if (!asks) {
            return Asking.NOBODY;
        }
        return event.stage() == Stage.ROUTE_INPUT ? Asking.ROUTE_IN : Asking.ROUTE_OUT;
    }

    private static List<Wire> wires(World world, List<HostId> open, PacketPaths paths) {
        var wires = new ArrayList<Wire>();
        if (open.size() < 2) {
            return wires;
        }
        HostId left = open.get(0);
        for (Cables.Cable cable : Cables.of(world).all()) {
            if (cable.joins(left, open.get(1))) {
                Cables.End from = cable.one().host().equals(left) ? cable.one() : cable.other();
                Cables.End to = from.equals(cable.one()) ? cable.other() : cable.one();
                wires.add(new Wire(
                        cable.id(),
                        from.host().name(),
                        from.device(),
                        to.host().name(),
                        to.device(),
                        DeviceState.IDLE,
                        Word.VETH_PAIR.text(),
                        note(cable, paths)));
            }
        }
        return wires;
    }

    /** For whom the frame is that is on a cable now. */
    private static Text note(Cables.Cable cable, PacketPaths paths) {
        return paths.focusPath()
                .filter(path -> path.last().equals(new Stop.OnWire(cable.id())))
                .map(path -> path.buffer().destinationMac())
                .map(mac ->
                        (mac.isBroadcast() ? Word.FRAME_BROADCAST : Word.FRAME_TO).text(Text.literal(mac.toString())))
                .orElse(Text.NONE);
    }
}
