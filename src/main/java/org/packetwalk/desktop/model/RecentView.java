package org.packetwalk.desktop.model;

/**
 * A trace made before.
 *
 * @param lab the lab it was made in
 * @param host where the command was typed
 * @param command the command
 * @param outcome how it ended, in a few words
 * @param dropped whether a packet was dropped
 */
public record RecentView(String lab, String host, String command, String outcome, boolean dropped) {}
