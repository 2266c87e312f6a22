package org.packetwalk.diagram;

/** One block of a packet as it is drawn: a header by its letters, or the payload. */
public enum HeaderBlock {
    ETH("Eth", 32, Palette.L2, Palette.L2_TINT),
    ARP("ARP", 34, Palette.L2, Palette.L2_TINT),
    IP("IP", 26, Palette.L3, Palette.L3_TINT),
    IPV6("IPv6", 38, Palette.L3, Palette.L3_TINT),
    ICMP("ICMP", 42, Palette.L4, Palette.L4_TINT),
    UDP("UDP", 34, Palette.L4, Palette.L4_TINT),
    TCP("TCP", 34, Palette.L4, Palette.L4_TINT),
    DATA("data", 40, Palette.PAY, Palette.PAY_TINT);

    private final String letters;
    private final double width;
    private final Palette line;
    private final Palette tint;

    HeaderBlock(String letters, double width, Palette line, Palette tint) {
        this.letters = letters;
        this.width = width;
        this.line = line;
        this.tint = tint;
    }

    /** What stands in the block. */
    public String letters() {
        return letters;
    }

    /** Its width at scale 1, in pixels. */
    public double width() {
        return width;
    }

    /** The colour of its edge and its letters. */
    public Palette line() {
        return line;
    }

    /** The colour of its ground. */
    public Palette tint() {
        return tint;
    }
}
