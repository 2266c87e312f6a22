package org.packetwalk.kernel.netfilter;

/**
 * A port, or all from one to another, both included.
 *
 * @param first 0 to 65535
 * @param last not less
 */
public record PortRange(int first, int last) {

    /** Every port. */
    public static final PortRange ALL = new PortRange(0, 65535);

    /** Whether a port is one of them. */
    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    /** Whether it is every port. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** As typed: {@code 80} or {@code 80:90}. */
    public String saved() {
        return text(":");
    }

    /** With names instead of numbers. */
    String named(Match.PortNames names, boolean overUdp) {
        return first == last
                ? names.name(first, overUdp)
                : names.name(first, overUdp) + ":" + names.name(last, overUdp);
    }

    /** With another word between the two. */
    public String text(String separator) {
        return first == last ? Integer.toString(first) : first + separator + last;
    }
}
