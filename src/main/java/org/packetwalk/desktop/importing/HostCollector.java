package org.packetwalk.desktop.importing;

import java.io.IOException;

/** Asks this computer about itself. */
public interface HostCollector {

    /** Whether it can be asked. */
    boolean available();

    /**
     * What it says, as {@code collect-host.sh} prints it.
     *
     * @throws IOException if it does not answer in time
     */
    String collect() throws IOException;
}
