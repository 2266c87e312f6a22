package org.packetwalk.diagram;

/** A place a packet has come to. */
public sealed interface Stop permits Stop.AtStation, Stop.AtDevice, Stop.OnWire, Stop.AtOutside {
    /** What stands at this place in the picture. */
    Subject subject();

    /** A station of an opened host. */
    record AtStation(String host, Station station) implements Stop {
        @Override
        public Subject subject() {
            return Subject.station(host, station);
        }
    }

    /** A device of an opened host. */
    record AtDevice(String host, String device) implements Stop {
        @Override
        public Subject subject() {
            return Subject.device(host, device);
        }
    }

    /** The wire between two opened hosts. */
    record OnWire(String wire) implements Stop {
        @Override
        public Subject subject() {
            return Subject.wire(wire);
        }
    }

    /** A closed host beside the opened ones. */
    record AtOutside(String name) implements Stop {
        @Override
        public Subject subject() {
            return Subject.outside(name);
        }
    }
}
