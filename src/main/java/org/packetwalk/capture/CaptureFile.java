package org.packetwalk.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.ByteString;

/**
 * Reads a capture of a real host: pcap with micro- or nanoseconds, or pcapng, in either byte order. Each frame is handed on
 * from its Ethernet header on; where the capture has none, its addresses are zero. Whatever the bytes are, the answer is
 * frames or one clear fault.
 */
public final class CaptureFile {

    /** The largest file that is read, in bytes: 64 MiB. */
    public static final int MAXIMUM_SIZE = 64 << 20;

    private static final int PCAP_MICROS = 0xa1b2c3d4;
    private static final int PCAP_NANOS = 0xa1b23c4d;
    private static final int PCAPNG = 0x0a0d0d0a;
    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int PCAP_HEADER = 24;
    private static final int PCAP_RECORD = 16;
    private static final int BLOCK = 12;
    private static final int INTERFACE = 1;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int IF_NAME = 2;
    private static final int IF_TSRESOL = 9;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1000;
    private static final int DECIMAL_NANOS = 9;
    private static final int BINARY_RESOLUTION = 0x80;
    /** No frame is larger: the largest datagram and every link header ({@code MAXIMUM_SNAPLEN}). */
    private static final int MAXIMUM_FRAME = 262_144;

    private final ByteString bytes;
    private final List<CapturedFrame> frames = new ArrayList<>();
    private boolean swapped;

    /** A device of a pcapng section: its name, the kind of its link header, the nanoseconds of a unit of time or 0 if finer. */
    private record Device(String name, LinkType link, long unit) {}

    private CaptureFile(ByteString bytes) {
        this.bytes = bytes;
    }

    /** Whether a file begins as a capture does. */
    public static boolean isCapture(byte[] file) {
        if (file.length < Integer.BYTES) {
            return false;
        }
        int magic = ByteString.copyOf(file, 0, Integer.BYTES).u32(0);
        return magic == PCAPNG || isPcap(magic) || isPcap(Integer.reverseBytes(magic));
    }

    /**
     * The frames of a capture, in its order.
     *
     * @throws CaptureFormatException if it is none, is cut off, or holds a link header that is not known
     */
    public static List<CapturedFrame> read(byte[] file) throws CaptureFormatException {
        CaptureFile capture = new CaptureFile(ByteString.copyOf(file, 0, file.length));
        if (!isCapture(file)) {
            throw new CaptureFormatException(CaptureFormatException.Fault.NO_CAPTURE, 0, "");
        }
        if (capture.bytes.u32(0) == PCAPNG) {
            capture.blocks();
        } else {
            capture.records();
        }
        return List.copyOf(capture.frames);
    }

    private static boolean isPcap(int magic) {
        return magic == PCAP_MICROS || magic == PCAP_NANOS;
    }

    private void records() throws CaptureFormatException {
        swapped = !isPcap(bytes.u32(0));
        need(0, PCAP_HEADER);
        long unit = number(0) == PCAP_NANOS ? 1 : NANOS_PER_MICRO;
        Device device = new Device("", link(number(20) & 0xffff, 20), unit);
        int at = PCAP_HEADER;
        while (at < bytes.size()) {
            need(at, PCAP_RECORD);
            int length = length(at + 8);
            need(at, PCAP_RECORD + length);
            long nanos = unsigned(at) * NANOS_PER_SECOND + unsigned(at + 4) * unit;
            frame(device, nanos, at + PCAP_RECORD, length);
            at += PCAP_RECORD + length;
        }
    }

    private void blocks() throws CaptureFormatException {
        List<Device> devices = new ArrayList<>();
        int at = 0;
        while (at < bytes.size()) {
            need(at, BLOCK);
            int type = number(at);
            if (type == PCAPNG || type == Integer.reverseBytes(PCAPNG)) {
                swapped = bytes.u32(at + 8) != BYTE_ORDER_MAGIC;
                if (number(at + 8) != BYTE_ORDER_MAGIC) {
                    throw new CaptureFormatException(CaptureFormatException.Fault.NO_CAPTURE, at, "");
                }
                devices.clear();
            }
            int size = number(at + 4);
            if (size < BLOCK || size % Integer.BYTES != 0) {
                throw new CaptureFormatException(CaptureFormatException.Fault.CUT_OFF, at, "");
            }
            need(at, size);
            block(type, at + 8, at + size - Integer.BYTES, devices);
            at += size;
        }
    }

    private void block(int type, int at, int end, List<Device> devices) throws CaptureFormatException {
        switch (type) {
            case INTERFACE -> {
                inside(at + 8, end);
                devices.add(new Device(name(at + 8, end), link(short16(at), at), unit(at + 8, end)));
            }
            case ENHANCED_PACKET -> {
                inside(at + 20, end);
                Device device = device(devices, number(at), at);
                int length = length(at + 12);
                inside(at + 20 + length, end);
                long units = unsigned(at + 4) << 32 | unsigned(at + 8);
                frame(device, device.unit == 0 ? 0 : units * device.unit, at + 20, length);
            }
            case SIMPLE_PACKET -> {
                inside(at + 4, end);
                int length = Math.min(length(at), end - at - 4);
                frame(device(devices, 0, at), 0, at + 4, length);
            }
            default -> {}
        }
    }

    private Device device(List<Device> devices, int number, int at) throws CaptureFormatException {
        if (number < 0 || number >= devices.size()) {
            throw new CaptureFormatException(CaptureFormatException.Fault.CUT_OFF, at, "");
        }
        return devices.get(number);
    }

    private String name(int options, int end) throws CaptureFormatException {
        OptionalInt at = option(IF_NAME, options, end);
        if (at.isEmpty()) {
            return "";
        }
        int from = at.getAsInt();
        return new String(
                bytes.slice(from, from + short16(from - 2)).toByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The nanoseconds of a unit of time: microseconds if nothing is said ({@code if_tsresol}). */
    private long unit(int options, int end) throws CaptureFormatException {
        OptionalInt at = option(IF_TSRESOL, options, end);
        if (at.isEmpty()) {
            return NANOS_PER_MICRO;
        }
        int resolution = bytes.u8(at.getAsInt());
        long unit = NANOS_PER_SECOND;
        if ((resolution & BINARY_RESOLUTION) != 0) {
            return NANOS_PER_SECOND >> (resolution & 0x3f);
        }
        for (int i = 0; i < Math.min(resolution, DECIMAL_NANOS + 1); i++) {
            unit /= 10;
        }
        return unit;
    }

    /** Where the value of an option begins. */
    private OptionalInt option(int wanted, int options, int end) throws CaptureFormatException {
        int at = options;
        while (at + Integer.BYTES <= end) {
            int code = short16(at);
            int length = short16(at + 2);
            inside(at + Integer.BYTES + length, end);
            if (code == wanted && length > 0) {
                return OptionalInt.of(at + Integer.BYTES);
            }
            if (code == 0) {
                return OptionalInt.empty();
            }
            at += Integer.BYTES + (length + 3) / 4 * 4;
        }
        return OptionalInt.empty();
    }

    private void frame(Device device, long nanos, int from, int length) {
        frames.add(device.link
                .frame(bytes.slice(from, from + length))
                .captured(new SimTime(Math.max(0, nanos)), device.name));
    }

    private static LinkType link(int number, int at) throws CaptureFormatException {
        return LinkType.of(number)
                .orElseThrow(() -> new CaptureFormatException(
                        CaptureFormatException.Fault.LINK_TYPE, at, Integer.toString(number)));
    }

    private int length(int at) throws CaptureFormatException {
        int length = number(at);
        if (length < 0 || length > MAXIMUM_FRAME) {
            throw new CaptureFormatException(CaptureFormatException.Fault.CUT_OFF, at, "");
        }
        return length;
    }

    private void need(int at, int count) throws CaptureFormatException {
        inside(at + count, bytes.size());
    }

    private static void inside(int end, int limit) throws CaptureFormatException {
        if (end < 0 || end > limit) {
            throw new CaptureFormatException(CaptureFormatException.Fault.CUT_OFF, limit, "");
        }
    }

    private int number(int at) {
        return swapped ? Integer.reverseBytes(bytes.u32(at)) : bytes.u32(at);
    }

    private int short16(int at) {
        int value = bytes.u16(at);
        return swapped ? (value & 0xff) << 8 | value >> 8 : value;
    }

    private long unsigned(int at) {
        return Integer.toUnsignedLong(number(at));
    }
}
