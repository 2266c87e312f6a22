package org.packetwalk.capture;

/** Frames of a capture on all devices as tcpdump prints them ({@code print-sll.c}). */
final class CookedText {

    private final Dissection d;

    CookedText(Dissection d) {
        this.d = d;
    }

    /** With the header that tells the device. */
    void print(String device, Direction direction, int length) {
        d.in("sll2");
        d.print(String.format("%-5s %-3s ", device, direction.label()));
        d.print(d.options().link() ? "ifindex " + d.u32l(4) + " " : "");
        payload(d.u16(0), 12, CapturedFrame.COOKED_HEADER, length);
    }

    /** With the older header. */
    void printFirst(Direction direction, int length) {
        d.in("sll");
        d.print(d.options().link() ? String.format("%3s ", direction.label()) : "");
        payload(d.u16(14), 6, CapturedFrame.COOKED_HEADER_1, length);
    }

    private void payload(int type, int address, int header, int length) {
        if (d.options().link()) {
            d.print(d.mac(address) + " ");
            String name = EtherTypes.name(type).orElse("Unknown");
            d.print(d.options().quiet() ? "" : String.format("ethertype %s (0x%04x), length %d: ", name, type, length));
        }
        EthernetText ethernet = new EthernetText(d);
        if (!ethernet.payload(type, header, length - header)) {
            ethernet.rest(header);
        }
    }
}
