package org.packetwalk.kernel;

import org.packetwalk.net.ByteString;

/**
 * The options of an IPv4 header and what the kernel has noted about them ({@code struct ip_options}).
 *
 * @param bytes the options, whole words
 * @param recordRoute where the record of the route begins, -1 if there is none (RFC 791)
 * @param timestamp where the time stamps begin, -1 if there are none
 * @param addressDue whether this host has still to write its address into the record ({@code rr_needaddr})
 * @param stampAddressDue whether it has to write its address beside the time ({@code ts_needaddr})
 * @param stampTimeDue whether it has to write the time ({@code ts_needtime})
 */
public record HeaderOptions(
        ByteString bytes,
        int recordRoute,
        int timestamp,
        boolean addressDue,
        boolean stampAddressDue,
        boolean stampTimeDue) {

    /** No options. */
    public static final HeaderOptions NONE = new HeaderOptions(ByteString.EMPTY, -1, -1, false, false, false);

    /** The bytes they take of a header. */
    public int length() {
        return bytes.size();
    }

    /** With other bytes. */
    public HeaderOptions with(ByteString now) {
        return new HeaderOptions(now, recordRoute, timestamp, addressDue, stampAddressDue, stampTimeDue);
    }
}
