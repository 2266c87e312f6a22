package org.packetwalk.diagram;

import java.util.Optional;

import org.packetwalk.trace.TraceEvent;

/** A place a packet has come to. */
public sealed interface Stop permits Stop.AtStation, Stop.AtDevice, Stop.OnWire, Stop.AtOutside {
    /** What stands at this place in the picture. */
    Subject subject();

    /** The station an event happened at, if it was at one. */
    static Optional<Stop> of(TraceEvent event) {
        return Stations.of(event)
                .map(station -> new AtStation(event.head().host().name(), station));
    }

    /** Calls the method for this stop. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each stop. */
    interface Visitor<R> {
        R station(AtStation at);

        R device(AtDevice at);

        R wire(OnWire on);

        R outside(AtOutside at);
    }

    /** A station of an opened host. */
    record AtStation(String host, Station station) implements Stop {
        @Override
        public Subject subject() {
            return Subject.station(host, station);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.station(this);
        }
    }

    /** A device of an opened host. */
    record AtDevice(String host, String device) implements Stop {
        @Override
        public Subject subject() {
            return Subject.device(host, device);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.device(this);
        }
    }

    /** The wire between two opened hosts. */
    record OnWire(String wire) implements Stop {
        @Override
        public Subject subject() {
            return Subject.wire(wire);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wire(this);
        }
    }

    /** A closed host beside the opened ones. */
    record AtOutside(String name) implements Stop {
        @Override
        public Subject subject() {
            return Subject.outside(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.outside(this);
        }
    }
}
