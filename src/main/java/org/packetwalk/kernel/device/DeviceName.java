package org.packetwalk.kernel.device;

/**
 * An interface: its number and what it is called.
 *
 * @param index its ifindex
 * @param name its name
 */
public record DeviceName(int index, String name) {}
