package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What a stack view shows at one step, as plain data: one or two opened hosts, the closed hosts beside them, the wires
 * between the opened ones, and the packets under way. The outside line says in words what has left the host.
 */
public record StackPicture(
        List<OpenHost> hosts,
        List<OutsideHost> outside,
        List<Wire> wires,
        List<Traveller> travellers,
        Text outsideLine,
        Strip strip) {
    /** A picture without a strip. */
    public StackPicture(
            List<OpenHost> hosts,
            List<OutsideHost> outside,
            List<Wire> wires,
            List<Traveller> travellers,
            Text outsideLine) {
        this(hosts, outside, wires, travellers, outsideLine, Strip.NONE);
    }

    public StackPicture {
        hosts = List.copyOf(hosts);
        outside = List.copyOf(outside);
        wires = List.copyOf(wires);
        travellers = List.copyOf(travellers);
    }

    /** All hosts of the lab, small, and the cables between them; empty where all of them are opened anyway. */
    public record Strip(List<StripHost> hosts, List<StripCable> cables) {
        /** No strip. */
        public static final Strip NONE = new Strip(List.of(), List.of());

        public Strip {
            hosts = List.copyOf(hosts);
            cables = List.copyOf(cables);
        }
    }

    /** A host in the strip: whether it is opened below, and whether a packet has come to it. */
    public record StripHost(
            String id, String name, String address, List<String> devices, boolean open, boolean reached) {
        public StripHost {
            devices = List.copyOf(devices);
        }
    }

    /** A cable in the strip, and the number of the packet that is on it, 0 if none. */
    public record StripCable(String one, String other, int packet) {
        boolean joins(String a, String b) {
            return one.equals(a) && other.equals(b) || one.equals(b) && other.equals(a);
        }
    }

    /** The same picture with at most so many hosts opened; those that packets are in come first. */
    public StackPicture opened(int most) {
        if (hosts.size() <= most) {
            return this;
        }
        var ordered = new ArrayList<>(hosts);
        ordered.sort(Comparator.comparing(
                host -> host.stations().stream().noneMatch(view -> view.state().holdsPacket())));
        return new StackPicture(ordered.subList(0, most), outside, List.of(), travellers, outsideLine, strip);
    }

    /** One opened host by itself: the one a packet is in, without what stands around it. */
    public StackPicture alone() {
        StackPicture one = opened(1);
        return new StackPicture(one.hosts, List.of(), List.of(), one.travellers, Text.NONE);
    }

    /** The same with a dot at each station for which the test holds, and at no other. */
    public StackPicture stoppingAt(BiPredicate<String, StationView> stops) {
        return new StackPicture(
                hosts.stream().map(host -> host.stoppingAt(stops)).toList(),
                outside,
                wires,
                travellers,
                outsideLine,
                strip);
    }

    /** A host opened into its stations. The id is unique in the picture and names it in subjects. */
    public record OpenHost(
            String id,
            String name,
            Text subtitle,
            String addresses,
            List<StationView> stations,
            List<TableView> tables,
            Asking asking,
            List<DeviceView> devices) {
        public OpenHost {
            stations = List.copyOf(stations);
            tables = List.copyOf(tables);
            devices = List.copyOf(devices);
        }

        private OpenHost stoppingAt(BiPredicate<String, StationView> stops) {
            List<StationView> marked = stations.stream()
                    .map(station -> station.stopping(stops.test(id, station)))
                    .toList();
            return new OpenHost(id, name, subtitle, addresses, marked, tables, asking, devices);
        }
    }

    /** Which of the two routing decisions asks the tables at this step. */
    public enum Asking {
        NOBODY,
        ROUTE_OUT,
        ROUTE_IN
    }

    /**
     * A station: its title, the kernel function that does its work, what became of it, a short result ("to lo", "NOARP",
     * "kept"), and the packet as it left there, outermost block first. A hook at which no rule stands is hollow.
     */
    public record StationView(
            Station station,
            Text title,
            String function,
            StationState state,
            Text badge,
            List<HeaderBlock> packet,
            boolean hollow,
            boolean breakpoint) {
        public StationView {
            packet = List.copyOf(packet);
        }

        private StationView stopping(boolean stops) {
            return new StationView(station, title, function, state, badge, packet, hollow, stops);
        }
    }

    /**
     * A routing table between the columns, its rows in the order of {@code ip route show}. When it shows the rows of more
     * than one table ("local + main"), each row carries its table's name.
     */
    public record TableView(
            String id, String title, Text status, TableState state, boolean shared, List<TableRow> rows) {
        public TableView {
            rows = List.copyOf(rows);
        }
    }

    /** What the current lookup has to do with a table. */
    public enum TableState {
        /** No lookup has come yet. */
        IDLE,
        /** The lookup has ended, or will end, without it. */
        NOT_ASKED,
        ASKED,
        HIT,
        NO_MATCH
    }

    /** An entry: the table it is in, its type (empty for unicast), its prefix, its device, and whether it decided. */
    public record TableRow(String table, String type, String prefix, String device, boolean hit) {
        /** Type and prefix as they are read. */
        public String entry() {
            return type.isEmpty() ? prefix : type + " " + prefix;
        }
    }

    /** A network device. Loopback is the bottom of the U, every other device a port on the lower edge of the host. */
    public record DeviceView(
            String name,
            boolean loopback,
            String address,
            int mtu,
            DeviceState state,
            String transmit,
            String receive) {}

    /** What the packets have to do with a device. */
    public enum DeviceState {
        IDLE(Word.STATE_DEFAULT),
        /** The packet is here now. */
        ACTIVE(Word.STATE_CURRENT),
        PASSED(Word.STATE_PASSED),
        NOT_REACHED(Word.STATE_NOT_REACHED),
        DOWN(Word.STATE_DOWN);

        private final Word word;

        DeviceState(Word word) {
            this.word = word;
        }

        /** The state in words. */
        public Word word() {
            return word;
        }

        /** Whether a packet is or was here. */
        public boolean used() {
            return this == ACTIVE || this == PASSED;
        }

        /** Whether it is drawn dashed. */
        public boolean absent() {
            return this == NOT_REACHED || this == DOWN;
        }
    }

    /** A closed host beside the opened ones, and the device of an opened host that leads to it. */
    public record OutsideHost(String id, String name, String address, DeviceState state, String host, String device) {}

    /** A wire between a device of one opened host and a device of the other, with what it is and what is on it. */
    public record Wire(
            String id,
            String fromHost,
            String fromDevice,
            String toHost,
            String toDevice,
            DeviceState state,
            Text kind,
            Text note) {}

    /** A packet: its number, its way so far (it stands at the last stop), its blocks now, and what is written beside them. */
    public record Traveller(int number, List<Stop> way, List<HeaderBlock> blocks, Fate fate, Text caption) {
        public Traveller {
            way = List.copyOf(way);
            blocks = List.copyOf(blocks);
        }

        /** Whether it goes on. */
        public enum Fate {
            MOVING,
            WAITING,
            DROPPED,
            /** It has arrived or was used up: the trail stays, the token is gone. */
            GONE
        }
    }
}
