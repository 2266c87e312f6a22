package org.packetwalk.desktop.model;

import java.util.List;
import java.util.TreeMap;

import org.packetwalk.lab.Lab;
import org.packetwalk.trace.Trace;

/**
 * The lab that is open.
 *
 * @param id names it among the labs; of a saved trace {@link #SAVED}, of one's own lab
 *     {@link #FILE} and its file
 * @param script what led to the world before the first command of the session
 * @param title of such a lab
 * @param host where its command is typed
 * @param command its command
 */
record OpenLab(String id, Lab script, String title, String host, String command) {
    static final String SAVED = "saved trace";
    private static final String FILE = "own lab:";
    static final Lab NO_SCRIPT = new Lab("", "", new TreeMap<>(), List.of(), List.of());
    static final OpenLab NONE = new OpenLab("", NO_SCRIPT, "", "", "");

    static OpenLab saved(Trace trace, Lab script) {
        return new OpenLab(SAVED, script, trace.lab(), trace.host(), trace.command());
    }

    /** A lab of one's own in a file, which is empty as long as it has none. */
    static OpenLab own(String file, Lab script) {
        LabCommand first = LabCommand.of(script);
        return new OpenLab(FILE + file, script.setup(), script.title(), first.host(), first.command());
    }

    /** Whether it is one's own lab, new or in a file. */
    boolean isOwn() {
        return id.startsWith(FILE);
    }

    /** The file of a lab of one's own, empty if it has none. */
    String file() {
        return isOwn() ? id.substring(FILE.length()) : "";
    }

    /** The same lab, which is that of a file now. */
    OpenLab in(String file) {
        return new OpenLab(FILE + file, script, title, host, command);
    }

    /** The same lab that was set up by another script. */
    OpenLab with(Lab setup) {
        return new OpenLab(id, setup, title, host, command);
    }
}
