package org.packetwalk.desktop.model;

import java.util.List;
import java.util.TreeMap;

import org.packetwalk.lab.Lab;
import org.packetwalk.trace.Trace;

/**
 * The lab that is open.
 *
 * @param id names it among the labs; of a saved trace {@link #SAVED}
 * @param script what led to the world before the first command of the session
 * @param title of the lab of a saved trace
 * @param host where the command of a saved trace was typed
 * @param command the command of a saved trace
 */
record OpenLab(String id, Lab script, String title, String host, String command) {
    static final String SAVED = "saved trace";
    static final Lab NO_SCRIPT = new Lab("", "", new TreeMap<>(), List.of(), List.of());
    static final OpenLab NONE = new OpenLab("", NO_SCRIPT, "", "", "");

    static OpenLab saved(Trace trace, Lab script) {
        return new OpenLab(SAVED, script, trace.lab(), trace.host(), trace.command());
    }

    /** The same lab that was set up by another script. */
    OpenLab with(Lab setup) {
        return new OpenLab(id, setup, title, host, command);
    }
}
