package org.packetwalk.program;

import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv6Address;

/**
 * What {@code getaddrinfo} answers for a word: an end, or why there is none.
 *
 * @param found the end; of a name that has addresses of both families the IPv4 one
 * @param error the text of the failure, empty if there is none
 */
record HostLookup(List<Endpoint> found, String error) {

    /** {@code EAI_NONAME}. */
    static final String UNKNOWN = "Name or service not known";

    /** {@code EAI_AGAIN}: no name server answers. */
    static final String NOT_ANSWERED = "Temporary failure in name resolution";

    /** {@code EAI_ADDRFAMILY}. */
    static final String OTHER_FAMILY = "Address family for hostname not supported";

    /** Copies the list. */
    HostLookup {
        found = List.copyOf(found);
    }

    /**
     * Looks a word up.
     *
     * @param host a name or the text of an address, with its zone after a percent sign
     * @param port the port the end gets
     * @param family 4, 6, or 0 for any
     * @param numeric whether names are not looked up
     */
    static HostLookup of(ProgramContext context, String host, int port, int family, boolean numeric) {
        int percent = host.indexOf('%');
        String bare = percent < 0 ? host : host.substring(0, percent);
        boolean literal = IpAddress.isValid(bare);
        if (literal && family != 0 && (family == 6) != (bare.indexOf(':') >= 0)) {
            return new HostLookup(List.of(), OTHER_FAMILY);
        }
        if (numeric && !literal) {
            return new HostLookup(List.of(), UNKNOWN);
        }
        Optional<? extends IpAddress> ipv4 = family == 6 ? Optional.empty() : context.resolve(host);
        Optional<? extends IpAddress> address = ipv4.isPresent() || family == 4 ? ipv4 : context.resolveIpv6(bare);
        int scope = percent < 0 ? 0 : scope(context, host.substring(percent + 1));
        if (address.isEmpty() || scope < 0 || percent >= 0 && !(address.get() instanceof Ipv6Address)) {
            return new HostLookup(List.of(), literal ? UNKNOWN : NOT_ANSWERED);
        }
        return new HostLookup(List.of(new Endpoint(address.get(), port, scope)), "");
    }

    /** A zone is a device or an ifindex; -1 if it is neither. */
    private static int scope(ProgramContext context, String zone) {
        if (zone.matches("\\d{1,9}")) {
            return Integer.parseInt(zone);
        }
        return context.calls()
                .namespace()
                .devices()
                .find(zone)
                .map(NetDevice::index)
                .orElse(-1);
    }

    /** The end, if there is one. */
    Optional<Endpoint> end() {
        return found.stream().findFirst();
    }
}
