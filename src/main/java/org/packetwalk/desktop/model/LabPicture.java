package org.packetwalk.desktop.model;

/** The small pictures of labs: where the packet goes. */
public enum LabPicture {
    /** Down, through {@code lo}, and up again. */
    LOOPBACK,
    /** The same, with a device that is not reached. */
    OWN_ADDRESS,
    /** Dropped by {@code lo}, which is down. */
    LOOPBACK_DOWN,
    /** Out of a device to a gateway. */
    OUTSIDE,
    /** Dropped on the way up. */
    DROPPED,
    /** Over a cable to another host. */
    CABLE,
    /** Both tables are asked as one. */
    TABLES
}
