package org.packetwalk.desktop.model;

import java.util.List;

/**
 * The open lab.
 *
 * @param id names it among the labs
 * @param label its number, such as Lab 2
 * @param title its title
 * @param mark what is said of it wherever it shows, mostly nothing
 * @param hosts the hosts a command can be typed on, in the order of the lab
 * @param command the command it suggests first
 */
public record LabView(String id, String label, String title, String mark, List<String> hosts, String command) {
    /** No lab is open. */
    public static final LabView NONE = new LabView("", "", "", "", List.of(), "");

    /** Keeps an immutable list. */
    public LabView {
        hosts = List.copyOf(hosts);
    }
}
