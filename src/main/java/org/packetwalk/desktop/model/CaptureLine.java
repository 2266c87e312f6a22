package org.packetwalk.desktop.model;

/**
 * A frame that a capture on a device has seen.
 *
 * @param host of the device
 * @param device its name
 * @param time when, as tcpdump prints it
 * @param text the line of tcpdump without the time
 * @param event the place of the event in the walk, from 0
 */
public record CaptureLine(String host, String device, String time, String text, int event) {}
