package org.packetwalk.capture;

import org.packetwalk.net.ByteString;
import org.packetwalk.packet.TcpFlags;

/** TCP as tcpdump prints it ({@code print-tcp.c}). */
final class TcpText {

    private static final int MINIMUM = 20;
    private static final String FLAGS = "FSRP.UEW";
    private static final int MOST_RESET_DATA = 30;
    private static final int ADDRESS4 = 12;
    private static final int ADDRESS6 = 8;

    private final Dissection d;
    private final int ip;
    private final int version;

    TcpText(Dissection d, int ip, int version) {
        this.d = d;
        this.ip = ip;
        this.version = version;
    }

    /** Sequence and acknowledgment number as printed, and the numbers from which they count. */
    private record Counted(int sequence, int acknowledgment, int sackBase) {}

    void print(int at, int length, boolean fragmented) {
        d.in("tcp");
        int source = d.u16(at);
        int destination = d.u16(at + 2);
        Ends.print(d, ip, version, IpProtocols.TCP, d.port(source, false), d.port(destination, false));
        d.need(at, MINIMUM);
        int header = (d.u8(at + 12) >> 4) * 4;
        if (header < MINIMUM) {
            d.print(" tcp " + (length - header) + " [bad hdr length " + header + " - too short, < " + MINIMUM + "]");
            return;
        }
        if (d.options().quiet()) {
            d.print("tcp " + (length - header));
            return;
        }
        int flags = d.u8(at + 13);
        d.print("Flags [" + names(flags) + "]");
        Counted counted = count(at, source, destination, flags);
        if (header > length) {
            d.print(" [bad hdr length " + header + " - too long, > " + length + "]");
            return;
        }
        checksum(at, length, fragmented);
        numbers(at, flags, length - header, counted);
        if (header > MINIMUM) {
            d.print(", options [");
            if (!new TcpOptionsText(d, counted.sackBase).print(at + MINIMUM, header - MINIMUM)) {
                return;
            }
            d.print("]");
        }
        d.print(", length " + (length - header));
        if (length > header) {
            data(at + header, length - header, flags, source, destination);
        }
    }

    private static String names(int flags) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < FLAGS.length(); i++) {
            names.append((flags >> i & 1) == 0 ? "" : FLAGS.substring(i, i + 1));
        }
        return names.isEmpty() ? "none" : names.toString();
    }

    /** Counts from the first numbers seen of a connection; a segment with SYN begins a new one. */
    private Counted count(int at, int source, int destination, int flags) {
        int sequence = d.u32(at + 4);
        int acknowledgment = d.u32(at + 8);
        if (d.options().absolute() || (flags & TcpFlags.ACK.bits()) == 0) {
            return new Counted(sequence, acknowledgment, 0);
        }
        int size = version == 4 ? 4 : 16;
        String from = d.slice(ip + (version == 4 ? ADDRESS4 : ADDRESS6), size).toString();
        String to =
                d.slice(ip + (version == 4 ? ADDRESS4 : ADDRESS6) + size, size).toString();
        boolean reverse = source > destination || source == destination && from.compareTo(to) > 0;
        String key = reverse ? to + destination + "-" + from + source : from + source + "-" + to + destination;
        TcpSequences.Numbers known = d.sequences().first().get(key);
        boolean begun = known == null || (flags & TcpFlags.SYN.bits()) != 0;
        TcpSequences.Numbers numbers = !begun
                ? known
                : reverse
                        ? new TcpSequences.Numbers(acknowledgment - 1, sequence)
                        : new TcpSequences.Numbers(sequence, acknowledgment - 1);
        int sackBase = reverse ? numbers.sequence() : numbers.acknowledgment();
        if (begun) {
            d.sequences(d.sequences().with(key, numbers));
            return new Counted(sequence, acknowledgment, sackBase);
        }
        int own = reverse ? numbers.acknowledgment() : numbers.sequence();
        return new Counted(sequence - own, acknowledgment - sackBase, sackBase);
    }

    private void checksum(int at, int length, boolean fragmented) {
        if (!d.verbose() || fragmented || !d.has(at, length)) {
            return;
        }
        ByteString bytes = d.slice(at, length);
        int over = version == 4
                ? IpChecksum.over4(d, ip + 12, ip + 16, IpProtocols.TCP, bytes)
                : IpChecksum.over6(d, ip, IpProtocols.TCP, bytes);
        int there = d.u16(at + 16);
        d.print(String.format(", cksum 0x%04x", there));
        d.print(over == 0 ? " (correct)" : String.format(" (incorrect -> 0x%04x)", IpChecksum.shouldBe(there, over)));
    }

    private void numbers(int at, int flags, int size, Counted counted) {
        int marks = TcpFlags.SYN.and(TcpFlags.FIN).and(TcpFlags.RST).bits();
        if (d.options().verbosity() > 1 || size > 0 || (flags & marks) != 0) {
            d.print(", seq " + Integer.toUnsignedString(counted.sequence));
            d.print(size > 0 ? ":" + Integer.toUnsignedString(counted.sequence + size) : "");
        }
        if ((flags & TcpFlags.ACK.bits()) != 0) {
            d.print(", ack " + Integer.toUnsignedString(counted.acknowledgment));
        }
        d.print(", win " + d.u16(at + 14));
        d.print((flags & TcpFlags.URG.bits()) == 0 ? "" : ", urg " + d.u16(at + 18));
    }

    private void data(int at, int size, int flags, int source, int destination) {
        if ((flags & TcpFlags.RST.bits()) == 0) {
            new LineProtocolText(d).print(source, destination, at, size);
        } else if (d.verbose()) {
            int shown = Math.min(size, MOST_RESET_DATA);
            d.print(d.has(at, size) ? " [RST" : " [!RST").print(size > shown ? "+ " : " ");
            for (int i = 0; i < shown && d.has(at + i, 1); i++) {
                int c = d.u8(at + i);
                d.print(c == ' ' || HexText.graphic(c) ? Character.toString(c) : String.format("\\0x%02x", c));
            }
            d.print("]");
        }
    }
}
