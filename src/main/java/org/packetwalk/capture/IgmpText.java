package org.packetwalk.capture;

import java.util.List;

/** IGMP as tcpdump prints it ({@code print-igmp.c}). */
final class IgmpText {

    private static final List<String> RECORDS = List.of("is_in", "is_ex", "to_in", "to_ex", "allow", "block");
    private static final int DEFAULT_RESPONSE_TIME = 100;

    private final Dissection d;

    IgmpText(Dissection d) {
        this.d = d;
    }

    void print(int at, int length) {
        d.in("igmp");
        if (d.options().quiet()) {
            d.print("igmp");
            return;
        }
        switch (d.u8(at)) {
            case 0x11 -> query(at, length);
            case 0x12 -> report(at, length, "igmp v1 report ");
            case 0x16 -> d.print("igmp v2 report " + group(at));
            case 0x17 -> d.print("igmp leave " + group(at));
            case 0x22 -> reports(at, length);
            default -> d.print("igmp-" + d.u8(at));
        }
        if (d.verbose() && d.has(at, length) && IpChecksum.over(d.slice(at, length)) != 0) {
            d.print(String.format(" bad igmp cksum %x!", d.u16(at + 2)));
        }
    }

    private String group(int at) {
        return d.host4(at + 4);
    }

    private void report(int at, int length, String words) {
        d.print(words + group(at)).print(length == 8 ? "" : " [len " + length + "]");
    }

    private void query(int at, int length) {
        d.print("igmp query");
        int time = d.u8(at + 1);
        if (length >= 12) {
            d.print(" v3");
            int tenths = time < 128 ? time : (time & 0xf | 0x10) << (time >> 4 & 7) + 3;
            if (time != DEFAULT_RESPONSE_TIME) {
                d.print(" [max resp time " + tenths / 10 + "." + tenths % 10 + "s]");
            }
            if (d.u32(at + 4) != 0) {
                d.print(" [gaddr " + group(at));
                int sources = d.u16(at + 10);
                d.print(sources > 0 ? ", " + sources + " source(s)" : "").print("]");
            } else {
                d.need(at + 4, 8);
            }
            return;
        }
        d.print(time == 0 ? " v1" : " v2");
        d.print(time == 0 || time == DEFAULT_RESPONSE_TIME ? "" : " [max resp time " + time + "]");
        d.print(d.u32(at + 4) == 0 ? "" : " [gaddr " + group(at) + "]");
        d.print(length == 8 ? "" : " [len " + length + "]");
    }

    private void reports(int at, int length) {
        d.print("igmp v3 report");
        if (length < 16 || length % 4 != 0) {
            d.print(" [invalid len " + length + "]");
            return;
        }
        int records = d.u16(at + 6);
        d.print(", " + records + " group record(s)");
        int record = 8;
        for (int i = 0; d.verbose() && i < records; i++) {
            int sources = d.u16(at + record + 2);
            int kind = d.u8(at + record);
            d.print(" [gaddr " + d.host4(at + record + 4));
            d.print(" " + (kind >= 1 && kind <= RECORDS.size() ? RECORDS.get(kind - 1) : " [v3-report-#" + kind + "]"));
            if (d.options().verbosity() == 1) {
                d.print(", " + sources + " source(s)");
            } else {
                d.print(" {");
                for (int j = 0; j < sources; j++) {
                    d.print(" " + d.host4(at + record + 8 + 4 * j));
                }
                d.print(" }");
            }
            record += 8 + 4 * sources;
            d.print("]");
        }
    }
}
