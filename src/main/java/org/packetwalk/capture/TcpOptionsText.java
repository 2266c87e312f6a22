package org.packetwalk.capture;

/** The options of a TCP header as tcpdump prints them. */
final class TcpOptionsText {

    private static final int END = 0;
    private static final int NOTHING = 1;
    private static final int BLOCK = 8;

    private final Dissection d;
    private final int sackBase;

    /** Selective acknowledgments count from a sequence number. */
    TcpOptionsText(Dissection d, int sackBase) {
        this.d = d;
        this.sackBase = sackBase;
    }

    /** Whether all of them could be printed. */
    boolean print(int start, int length) {
        int at = start;
        int left = length;
        while (left > 0) {
            d.print(at == start ? "" : ",");
            int kind = d.u8(at);
            int size = kind == END || kind == NOTHING ? 1 : d.u8(at + 1);
            if (size > left || size < 2 && kind > NOTHING) {
                d.print("[bad opt]>");
                return false;
            }
            option(kind, at + 2, size - 2);
            if (kind == END) {
                return true;
            }
            at += size;
            left -= size;
        }
        return true;
    }

    private void option(int kind, int data, int size) {
        switch (kind) {
            case END -> d.print("eol");
            case NOTHING -> d.print("nop");
            case 2 -> d.print("mss ").print(d.u16(data));
            case 3 -> d.print("wscale ").print(d.u8(data));
            case 4 -> d.print("sackOK");
            case 5 -> sack(data, size);
            case 8 -> d.print("TS val ").print(d.u32l(data)).print(" ecr ").print(d.u32l(data + 4));
            case 34 -> {
                d.print("tfo ").print(size == 0 ? " cookiereq" : " cookie ");
                hex(data, size);
            }
            case 253, 254 -> {
                d.print(String.format("exp-%04x", d.u16(data)));
                hex(data + 2, size - 2);
            }
            default -> {
                d.print("unknown-" + kind + (size > 0 ? " 0x" : ""));
                hex(data, size);
            }
        }
    }

    private void hex(int at, int size) {
        for (int i = 0; i < size; i++) {
            d.print(String.format("%02x", d.u8(at + i)));
        }
    }

    private void sack(int data, int size) {
        if (size % BLOCK != 0) {
            d.print("sack [length " + size + "] ");
            return;
        }
        d.print("sack " + size / BLOCK + " ");
        for (int i = 0; i < size; i += BLOCK) {
            String from = Integer.toUnsignedString(d.u32(data + i) - sackBase);
            d.print("{" + from + ":" + Integer.toUnsignedString(d.u32(data + i + 4) - sackBase) + "}");
        }
    }
}
