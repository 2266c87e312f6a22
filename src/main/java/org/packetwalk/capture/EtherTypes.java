package org.packetwalk.capture;

import java.util.Optional;

/** The types of Ethernet frames as tcpdump names them. */
final class EtherTypes {

    static final int IPV4 = 0x0800;
    static final int ARP = 0x0806;
    static final int REVERSE_ARP = 0x8035;
    static final int VLAN = 0x8100;
    static final int IPV6 = 0x86dd;

    private EtherTypes() {}

    static Optional<String> name(int type) {
        return switch (type) {
            case IPV4 -> Optional.of("IPv4");
            case ARP -> Optional.of("ARP");
            case REVERSE_ARP -> Optional.of("Reverse ARP");
            case VLAN -> Optional.of("802.1Q");
            case IPV6 -> Optional.of("IPv6");
            case 0x88cc -> Optional.of("LLDP");
            case 0x8847 -> Optional.of("MPLS unicast");
            case 0x888e -> Optional.of("EAPOL");
            default -> Optional.empty();
        };
    }
}
