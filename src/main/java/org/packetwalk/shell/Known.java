package org.packetwalk.shell;

import java.util.OptionalInt;

import org.packetwalk.kernel.HostId;

/** What a parser must know of the world to turn names into numbers, as the real tools ask the kernel first. */
public interface Known {

    /** Takes every name: to read a lab without running it. */
    Known EVERYTHING = new Known() {
        @Override
        public boolean host(HostId host) {
            return true;
        }

        @Override
        public OptionalInt device(HostId host, String name) {
            return OptionalInt.of(1);
        }
    };

    /** Whether there is a host of this name. */
    boolean host(HostId host);

    /** The ifindex of an interface of a host; nothing if there is none. */
    OptionalInt device(HostId host, String name);
}
