package org.packetwalk.desktop.model;

/**
 * The packet in focus, as the head of the canvas names it; all empty if there is none.
 *
 * @param name such as Packet 1
 * @param kind such as ICMP echo request
 * @param addresses source and destination
 * @param detail such as TTL 64
 */
public record FocusView(String name, String kind, String addresses, String detail) {
    /** No packet. */
    public static final FocusView NONE = new FocusView("", "", "", "");

    /** Whether there is a packet. */
    public boolean isPresent() {
        return !name.isEmpty();
    }
}
