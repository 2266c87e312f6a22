package org.packetwalk.desktop.model;

import java.util.Locale;

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
    /** Over a cable to another host, which drops it. */
    DROPPED_THERE,
    /** Through {@code lo}, and dropped on the way up. */
    LOOPBACK_DROPPED,
    /** Not even sent. */
    REFUSED,
    /** To others, and a copy to oneself. */
    BROADCAST,
    /** Among several hosts of one network. */
    LAN,
    /** Through a host to another. */
    ROUTER,
    /** By one of two devices. */
    TWO_WAYS,
    /** Both tables are asked as one. */
    TABLES,
    /** One table of two is asked. */
    SEPARATE_TABLES;

    /** The picture of a word, such as {@code two-ways}; of other words, that of a host and {@code lo}. */
    static LabPicture of(String word) {
        for (LabPicture picture : values()) {
            if (picture.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return picture;
            }
        }
        return LOOPBACK;
    }
}
