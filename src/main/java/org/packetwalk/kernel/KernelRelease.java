package org.packetwalk.kernel;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Linux. The simulator behaves as {@link #CURRENT}; for an older one the few things that differ hold that older
 * texts show: tables searched in turn before 4.1, broadcast routes of the lowest address before 5.14.
 *
 * @param major such as 6
 * @param minor such as 18
 */
public record KernelRelease(int major, int minor) implements Comparable<KernelRelease> {

    /** The release whose behaviour is simulated. */
    public static final KernelRelease CURRENT = new KernelRelease(6, 18);

    /** {@code 0ddcf43d5d4a}: from here on local and main share one trie. */
    public static final KernelRelease SHARED_TRIE = new KernelRelease(4, 1);

    /** {@code 94c821c74bf5}: from here on the lowest address of a subnet is an ordinary one. */
    public static final KernelRelease LOWEST_IS_UNICAST = new KernelRelease(5, 14);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,2})\\.(\\d{1,3})(\\.\\d{1,3})?");

    /** Reads a release such as {@code 3.10} or {@code 3.10.0}; nothing if it is none, or newer than {@link #CURRENT}. */
    public static Optional<KernelRelease> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? Optional.of(new KernelRelease(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                        .filter(release -> release.compareTo(CURRENT) <= 0)
                : Optional.empty();
    }

    /** Whether it came out before another. */
    public boolean before(KernelRelease other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(KernelRelease other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
