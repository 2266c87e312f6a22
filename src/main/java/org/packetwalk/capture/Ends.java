package org.packetwalk.capture;

/** Where a segment or datagram comes from and goes to. */
final class Ends {

    private static final int SOURCE4 = 12;
    private static final int DESTINATION4 = 16;
    private static final int SOURCE6 = 8;
    private static final int DESTINATION6 = 24;

    private Ends() {}

    /** {@code a.port > b.port: }; without addresses behind an extension header. */
    static void print(Dissection d, int ip, int version, int protocol, String from, String to) {
        if (version == 6 && d.u8(ip + 6) != protocol) {
            d.print(from + " > " + to + ": ");
            return;
        }
        String source = version == 4 ? d.host4(ip + SOURCE4) : d.host6(ip + SOURCE6);
        String destination = version == 4 ? d.host4(ip + DESTINATION4) : d.host6(ip + DESTINATION6);
        d.print(source + "." + from + " > " + destination + "." + to + ": ");
    }
}
