package org.packetwalk.kernel;

/** How a packet stands to a tracked connection ({@code enum ip_conntrack_info}). */
public enum ConnectionInfo {
    /** To none: not tracked yet, or it fits no connection. */
    NONE,
    /** The first packets, not yet answered. */
    NEW,
    /** In the direction of the first packet, after an answer was seen. */
    ESTABLISHED,
    /** About a connection, such as an ICMP error, in the direction of its first packet, or a first packet of a related one. */
    RELATED,
    /** In the direction of the answers. */
    ESTABLISHED_REPLY,
    /** About a connection, in the direction of its answers. */
    RELATED_REPLY,
    /** A rule said not to track it. */
    UNTRACKED;

    /** Whether it goes in the direction of the answers. */
    public boolean isReply() {
        return this == ESTABLISHED_REPLY || this == RELATED_REPLY;
    }

    /** Whether there is a connection. */
    public boolean isTracked() {
        return this != NONE && this != UNTRACKED;
    }
}
