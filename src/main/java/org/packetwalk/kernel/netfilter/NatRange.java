package org.packetwalk.kernel.netfilter;

import org.packetwalk.net.IpAddress;
import org.packetwalk.net.Ipv4Address;

/**
 * What an address and a port may become ({@code struct nf_nat_range2}).
 *
 * @param hasAddresses whether the address changes
 * @param first the first address
 * @param last the last one
 * @param ports the ports, {@link PortRange#ALL} if any will do
 */
public record NatRange(boolean hasAddresses, IpAddress first, IpAddress last, PortRange ports) {

    /** Nothing has to change. */
    public static final NatRange NONE = new NatRange(false, Ipv4Address.ANY, Ipv4Address.ANY, PortRange.ALL);

    /** One address and these ports. */
    public static NatRange to(IpAddress address, PortRange ports) {
        return new NatRange(true, address, address, ports);
    }

    /** Whether the ports are prescribed. */
    public boolean hasPorts() {
        return !ports.isAll();
    }

    /** As typed: {@code 10.0.0.2-10.0.0.5:8080-8090}. */
    public String text() {
        String addresses = !hasAddresses ? "" : first.equals(last) ? first.toString() : first + "-" + last;
        if (hasAddresses && !first.isIpv4() && hasPorts()) {
            addresses = "[" + addresses + "]";
        }
        return addresses + (hasPorts() ? ":" + ports.text("-") : "");
    }
}
