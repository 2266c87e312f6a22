package org.packetwalk.capture;

/** Ethernet frames as tcpdump prints them ({@code print-ether.c}). */
final class EthernetText {

    private static final int HEADER = 14;
    private static final int TAG = 4;
    private static final int LARGEST_LENGTH = 1500;

    private final Dissection d;

    EthernetText(Dissection d) {
        this.d = d;
    }

    /** Prints a frame of so many bytes. */
    void print(int at, int length) {
        d.in("ether");
        if (!d.has(at, HEADER) || length < HEADER) {
            d.truncated();
            return;
        }
        int type = d.u16(at + 12);
        if (d.options().link()) {
            header(at, type, length);
        }
        if (!payload(type, at + HEADER, length - HEADER)) {
            if (!d.options().link()) {
                header(at, type, length);
            }
            rest(at + HEADER);
        }
    }

    private void header(int at, int type, int length) {
        d.print(d.mac(at + 6) + " > " + d.mac(at));
        if (type <= LARGEST_LENGTH) {
            d.print(", 802.3, length " + type + ": ");
            return;
        }
        String name = EtherTypes.name(type)
                .orElse(d.options().quiet() ? String.format("Unknown Ethertype (0x%04x)", type) : "Unknown");
        d.print(d.options().quiet() ? ", " + name : String.format(", ethertype %s (0x%04x)", name, type));
        d.print(", length " + length + ": ");
    }

    /** Whether the type is known; then it is printed. */
    boolean payload(int type, int at, int length) {
        switch (type) {
            case EtherTypes.IPV4 -> new Ipv4Text(d).print(at, length);
            case EtherTypes.IPV6 -> new Ipv6Text(d).print(at, length);
            case EtherTypes.ARP, EtherTypes.REVERSE_ARP -> new ArpText(d).print(at, length);
            case EtherTypes.VLAN -> {
                return tagged(at, length);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean tagged(int at, int length) {
        if (!d.has(at, TAG)) {
            d.in("vlan");
            d.truncated();
            return true;
        }
        d.linkHeader(d.linkHeader() + TAG);
        int tag = d.u16(at);
        int type = d.u16(at + 2);
        if (d.options().link()) {
            d.print("vlan " + (tag & 0xfff) + ", p " + (tag >> 13) + ((tag & 0x1000) == 0 ? "" : ", DEI") + ", ");
            String name = EtherTypes.name(type).orElse("Unknown");
            d.print(d.options().quiet() ? name + ", " : String.format("ethertype %s (0x%04x), ", name, type));
        }
        return payload(type, at + TAG, length - TAG);
    }

    /** The bytes of what is not understood, unless the whole frame is dumped anyway. */
    void rest(int at) {
        boolean dumped = d.options().dump().hexadecimal();
        if (!dumped && !d.options().quiet()) {
            HexText.characters(d, "\n\t", at, d.end() - at);
        }
    }
}
