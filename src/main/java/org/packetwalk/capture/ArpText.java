package org.packetwalk.capture;

/** ARP as tcpdump prints it ({@code print-arp.c}). */
final class ArpText {

    private static final int ETHERNET = 1;
    private static final int IPV4 = 0x0800;
    private static final int REQUEST = 1;
    private static final int REPLY = 2;
    private static final int REVERSE_REQUEST = 3;
    private static final int REVERSE_REPLY = 4;
    private static final int INVERSE_REQUEST = 8;
    private static final int INVERSE_REPLY = 9;
    private static final int FIXED = 8;

    private final Dissection d;

    ArpText(Dissection d) {
        this.d = d;
    }

    void print(int at, int length) {
        d.in("arp");
        d.need(at, FIXED);
        int hardware = d.u16(at);
        int protocol = d.u16(at + 2);
        int hardwareLength = d.u8(at + 4);
        int protocolLength = d.u8(at + 5);
        int operation = d.u16(at + 6);
        int senderIp = at + FIXED + hardwareLength;
        int targetMac = senderIp + protocolLength;
        int targetIp = targetMac + hardwareLength;
        d.need(targetIp, protocolLength);
        d.print(d.options().link() ? "" : "ARP, ");
        boolean usual = protocol == IPV4 && protocolLength == 4 && hardwareLength == 6;
        if (!usual || d.verbose()) {
            d.print(hardware == ETHERNET ? "Ethernet" : "Unknown Hardware (" + hardware + ")");
            d.print(" (len " + hardwareLength + "), ");
            d.print(EtherTypes.name(protocol).orElse(String.format("Unknown Protocol (0x%04x)", protocol)));
            d.print(" (len " + protocolLength + ")").print(usual ? ", " : "");
        }
        if (usual) {
            operation(operation, at + FIXED, senderIp, targetMac, targetIp, at, length);
        }
        d.print(", length " + length);
    }

    private void operation(
            int operation, int senderMac, int senderIp, int targetMac, int targetIp, int start, int length) {
        switch (operation) {
            case REQUEST -> {
                d.print("Request who-has ").print(d.host4(targetIp));
                boolean asked = d.u32(targetMac) != 0 || d.u16(targetMac + 4) != 0;
                d.print(asked ? " (" + d.mac(targetMac) + ")" : "")
                        .print(" tell ")
                        .print(d.host4(senderIp));
            }
            case REPLY -> d.print("Reply ").print(d.host4(senderIp)).print(" is-at " + d.mac(senderMac));
            case REVERSE_REQUEST -> d.print("Reverse Request " + whoIs(senderMac, targetMac));
            case INVERSE_REQUEST -> d.print("Inverse Request " + whoIs(senderMac, targetMac));
            case REVERSE_REPLY ->
                d.print("Reverse Reply " + d.mac(targetMac) + " at ").print(d.host4(targetIp));
            case INVERSE_REPLY ->
                d.print("Inverse Reply " + d.mac(senderMac) + " at ").print(d.host4(senderIp));
            default -> {
                d.print("Unknown (" + operation + ") ");
                HexText.characters(d, "\n\t", start, Math.min(length, d.end() - start));
            }
        }
    }

    private String whoIs(int senderMac, int targetMac) {
        return "who-is " + d.mac(targetMac) + " tell " + d.mac(senderMac);
    }
}
