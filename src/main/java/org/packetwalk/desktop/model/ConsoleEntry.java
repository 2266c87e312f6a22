package org.packetwalk.desktop.model;

/**
 * A command of the session with what it printed.
 *
 * @param host where it was typed, empty for commands of the lab as a whole
 * @param command as typed
 * @param output what it has printed up to the current step
 * @param failed whether it ended with an error
 * @param walked whether it made events
 * @param later whether it was typed after the walk in view, of which one stands at an earlier step
 */
public record ConsoleEntry(String host, String command, String output, boolean failed, boolean walked, boolean later) {}
