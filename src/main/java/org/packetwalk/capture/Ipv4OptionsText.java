package org.packetwalk.capture;

/** The options of an IPv4 header as tcpdump prints them. */
final class Ipv4OptionsText {

    private static final int END = 0;
    private static final int NOTHING = 1;
    private static final int RECORD_ROUTE = 7;
    private static final int TIMESTAMP = 68;
    private static final int LOOSE_ROUTE = 131;
    private static final int STRICT_ROUTE = 137;
    private static final int ROUTER_ALERT = 148;

    private final Dissection d;

    Ipv4OptionsText(Dissection d) {
        this.d = d;
    }

    void print(int start, int length) {
        int at = start;
        int left = length;
        while (left > 0) {
            int code = d.u8(at);
            d.print(at == start ? "" : ",").print(name(code));
            int size = code == END || code == NOTHING ? 1 : d.u8(at + 1);
            if (size > left || size < 2 && code > NOTHING) {
                d.print(" [bad length " + size + "]");
                return;
            }
            switch (code) {
                case END -> {
                    return;
                }
                case TIMESTAMP -> timestamp(at, size);
                case RECORD_ROUTE, LOOSE_ROUTE, STRICT_ROUTE -> route(at, size);
                case ROUTER_ALERT -> {
                    int value = size < 4 ? 0 : d.u16(at + 2);
                    d.print(size < 4 ? " [bad length " + size + "]" : value == 0 ? "" : " value " + value);
                }
                default -> d.print("");
            }
            at += size;
            left -= size;
        }
    }

    private static String name(int code) {
        return switch (code) {
            case END -> "EOL";
            case NOTHING -> "NOP";
            case RECORD_ROUTE -> "RR";
            case TIMESTAMP -> "timestamp";
            case 82 -> "traceroute";
            case 130 -> "security";
            case LOOSE_ROUTE -> "LSRR";
            case STRICT_ROUTE -> "SSRR";
            case ROUTER_ALERT -> "RA";
            default -> "unknown " + code;
        };
    }

    private void route(int at, int size) {
        if (size < 3) {
            d.print(" [bad length " + size + "]");
            return;
        }
        d.print((size + 1 & 3) != 0 ? " [bad length " + size + "]" : "");
        int pointer = d.u8(at + 2) - 1;
        d.print(pointer < 3 || (pointer + 1 & 3) != 0 || pointer > size + 1 ? " [bad ptr " + (pointer + 1) + "]" : "");
        for (int i = 3; i < size; i += 4) {
            d.print(" ").print(d.host4(at + i)).print(pointer > i ? "," : "");
        }
    }

    private void timestamp(int at, int size) {
        if (size < 4) {
            d.print("[bad length " + size + "]");
            return;
        }
        int kind = d.u8(at + 3) & 0xf;
        int each = kind == 0 ? 4 : 8;
        d.print(" TS{").print((size - 4 & each - 1) != 0 ? "[bad length " + size + "]" : "");
        int pointer = d.u8(at + 2) - 1;
        boolean bad = pointer < 4 || (pointer - 4 & each - 1) != 0 || pointer > size + 1;
        d.print(bad ? "[bad ptr " + (pointer + 1) + "]" : "");
        int i = 0;
        if (kind == 0 || kind == 1 || kind == 3) {
            d.print(kind == 0 ? "TSONLY" : kind == 1 ? "TS+ADDR" : "PRESPEC");
            for (i = 4; i < size; i += each) {
                d.print(pointer == i ? " ^ " : " ")
                        .print(d.u32l(at + i + each - 4))
                        .print("@");
                d.print(each == 8 ? d.host4(at + i) : "");
            }
        } else {
            d.print("[bad ts type " + kind + "]");
        }
        d.print(pointer == i ? " ^ " : "");
        int missed = d.u8(at + 3) >> 4;
        d.print(missed > 0 ? " [" + missed + " hops not recorded]} " : "}");
    }
}
