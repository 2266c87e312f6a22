package org.packetwalk.diagram;

import java.util.List;

import org.packetwalk.diagram.StackPicture.DeviceState;
import org.packetwalk.diagram.StackPicture.Traveller;

/** What a topology shows, as plain data: the hosts closed, the cables between them, and the packets under way. */
public record TopologyPicture(
        List<ClosedHost> hosts, List<Cable> cables, List<Position> positions, List<Traveller> travellers) {
    public TopologyPicture {
        hosts = List.copyOf(hosts);
        cables = List.copyOf(cables);
        positions = List.copyOf(positions);
        travellers = List.copyOf(travellers);
    }

    /** A host as a card: its name, a short line of addresses, its devices, lo among them. */
    public record ClosedHost(String id, String name, String summary, HostState state, List<Port> ports) {
        public ClosedHost {
            ports = List.copyOf(ports);
        }
    }

    /** A device of a closed host; the bridge it is a port of is empty if it is none. */
    public record Port(String device, Kind kind, DeviceState state, String bridge) {

        /** How it is drawn. */
        public enum Kind {
            LOOPBACK,
            BRIDGE,
            OTHER
        }

        /** Whether it is {@code lo}. */
        public boolean loopback() {
            return kind == Kind.LOOPBACK;
        }
    }

    /** What a packet or the reader has to do with a closed host. */
    public enum HostState {
        DEFAULT(Word.STATE_DEFAULT),
        FOCUSED(Word.STATE_CURRENT),
        NOT_REACHED(Word.STATE_NOT_REACHED),
        DOWN(Word.STATE_DOWN);

        private final Word word;

        HostState(Word word) {
            this.word = word;
        }

        /** The state in words. */
        public Word word() {
            return word;
        }
    }

    /** A cable between two devices. */
    public record Cable(
            String id,
            String fromHost,
            String fromDevice,
            String toHost,
            String toDevice,
            DeviceState state,
            Text kind) {}

    /** Where the author of a lab has put a host: the top left corner of its card. */
    public record Position(String host, double x, double y) {}
}
