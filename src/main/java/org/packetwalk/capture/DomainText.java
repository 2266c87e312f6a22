package org.packetwalk.capture;

import java.util.List;

/** Questions and answers about domain names as tcpdump prints them ({@code print-domain.c}). */
final class DomainText {

    private static final int HEADER = 12;
    private static final int ADDRESS = 1;
    private static final int ADDRESS6 = 28;
    private static final int MOST_LABELS = 128;
    private static final List<String> CODES =
            List.of("", " FormErr", " ServFail", " NXDomain", " NotImp", " Refused", " YXDomain", " YXRRSet");

    private final Dissection d;

    DomainText(Dissection d) {
        this.d = d;
    }

    /** A name and where the bytes go on behind it. */
    private record Name(String text, int next) {}

    void print(int at, int length) {
        d.in("domain");
        if (length < HEADER) {
            d.print("domain [length " + length + " < " + HEADER + "] (invalid)");
            return;
        }
        d.need(at, HEADER);
        int flags = d.u16(at + 2);
        d.print(d.u16(at));
        if ((flags & 0x8000) == 0) {
            d.print((flags & 0x100) != 0 ? "+" : "").print((flags & 0x10) != 0 ? "%" : "");
            question(at);
        } else {
            answers(at, flags);
        }
        d.print(" (" + length + ")");
    }

    private void question(int at) {
        int count = d.u16(at + 4);
        d.print(count == 1 ? "" : " [" + count + "q]");
        int next = at + HEADER;
        for (int i = 0; i < count; i++) {
            Name name = name(at, next);
            d.print((i == 0 ? " " : ", ") + type(d.u16(name.next)) + "? " + name.text);
            next = name.next + 4;
        }
    }

    private void answers(int at, int flags) {
        int code = flags & 0xf;
        d.print(code < CODES.size() ? CODES.get(code) : " Resp" + code);
        d.print((flags & 0x400) != 0 ? "*" : "").print((flags & 0x80) != 0 ? "" : "-");
        d.print((flags & 0x200) != 0 ? "|" : "").print((flags & 0x20) != 0 ? "$" : "");
        int questions = d.u16(at + 4);
        int answers = d.u16(at + 6);
        d.print(questions == 1 ? "" : " [" + questions + "q]");
        int next = at + HEADER;
        for (int i = 0; i < questions; i++) {
            Name name = name(at, next);
            if (d.options().verbosity() > 1) {
                d.print((i == 0 ? " q: " : ", ") + type(d.u16(name.next)) + "? " + name.text);
            }
            next = name.next + 4;
        }
        d.print(" " + answers + "/" + d.u16(at + 8) + "/" + d.u16(at + 10));
        for (int i = 0; i < answers; i++) {
            Name name = name(at, next);
            next = record(at, name, i == 0 ? "" : ",");
        }
    }

    private int record(int at, Name name, String separator) {
        int type = d.u16(name.next);
        int data = name.next + 10;
        d.print(separator).print(d.verbose() ? " " + name.text : "");
        d.print(d.options().verbosity() > 2 ? " [" + lifetime(d.u32l(name.next + 4)) + "]" : "");
        d.print(" " + type(type));
        switch (type) {
            case ADDRESS -> d.print(" " + d.ipv4(data));
            case ADDRESS6 -> d.print(" " + d.ipv6(data));
            case 2, 5, 12 -> d.print(" " + name(at, data).text);
            default -> d.print("");
        }
        return data + d.u16(name.next + 8);
    }

    private static String lifetime(long seconds) {
        StringBuilder text = new StringBuilder();
        long left = seconds;
        long[] units = {604_800, 86_400, 3600, 60, 1};
        for (int i = 0; i < units.length; i++) {
            text.append(left >= units[i] ? left / units[i] + "wdhms".substring(i, i + 1) : "");
            left %= units[i];
        }
        return text.isEmpty() ? "0s" : text.toString();
    }

    private Name name(int start, int at) {
        StringBuilder text = new StringBuilder();
        int read = at;
        int next = -1;
        for (int labels = 0; labels < MOST_LABELS; labels++) {
            int length = d.u8(read);
            if (length == 0) {
                return new Name(text.isEmpty() ? "." : text.toString(), next < 0 ? read + 1 : next);
            }
            if (length >= 0xc0) {
                next = next < 0 ? read + 2 : next;
                read = start + (d.u16(read) & 0x3fff);
            } else {
                for (int i = 1; i <= length; i++) {
                    text.append((char) d.u8(read + i));
                }
                text.append('.');
                read += length + 1;
            }
        }
        throw new Truncated();
    }

    private static String type(int number) {
        return switch (number) {
            case ADDRESS -> "A";
            case 2 -> "NS";
            case 5 -> "CNAME";
            case 6 -> "SOA";
            case 12 -> "PTR";
            case 15 -> "MX";
            case 16 -> "TXT";
            case ADDRESS6 -> "AAAA";
            case 33 -> "SRV";
            case 255 -> "ANY";
            default -> "Type" + number;
        };
    }
}
