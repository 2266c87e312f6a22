package org.packetwalk.capture;

import java.util.Optional;

/** The names tcpdump shows in place of addresses. */
@FunctionalInterface
public interface CaptureNames {

    /** Knows no name. */
    CaptureNames NONE = address -> Optional.empty();

    /** The name of an IPv4 or IPv6 address, if it has one ({@code gethostbyaddr}). */
    Optional<String> of(String address);
}
