package org.packetwalk.stack;

import java.io.ByteArrayOutputStream;

import org.packetwalk.kernel.Destination;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.TcpOffered;
import org.packetwalk.kernel.socket.TcpReceive;
import org.packetwalk.kernel.socket.TcpRequest;
import org.packetwalk.kernel.socket.TcpSegment;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;

/** Writes and reads TCP headers with their options ({@code tcp_options_write}, {@code tcp_parse_options}). */
final class TcpHeaders {

    /** The receive buffer a socket begins with, as bytes of data ({@code tcp_rmem}). */
    static final int RECEIVE_SPACE = 65_536;

    /** The shift of our windows: {@code tcp_rmem} allows 32 megabytes. */
    static final int WINDOW_SCALE = 10;

    /** What timestamps take of each segment in bytes ({@code TCPOLEN_TSTAMP_ALIGNED}). */
    static final int TIMESTAMP_LENGTH = 12;

    private static final int MSS_OPTION = 2;
    private static final int SCALE_OPTION = 3;
    private static final int TIMESTAMP_OPTION = 8;
    private static final int LARGEST_WINDOW = 65_535;

    /**
     * The options of a segment.
     *
     * @param mss the largest data of a segment in bytes, 536 if absent
     * @param scale the shift of windows, -1 if absent
     * @param timestamps whether timestamps are there
     * @param value the sender's timestamp
     * @param echo the timestamp it answers
     */
    record Options(int mss, int scale, boolean timestamps, int value, int echo) {}

    private TcpHeaders() {}

    /** The header of a socket's segment. */
    static TcpHeader of(Walk walk, HostId host, TcpSocket socket, TcpSegment segment) {
        boolean syn = segment.flags().has(TcpFlags.SYN);
        int window;
        ByteString options;
        if (syn) {
            int mss = advertisedMss(walk, host, socket.route(), TcpFamily.of(socket.remote()));
            window = initialWindow(mss);
            options = forSyn(mss, WINDOW_SCALE, true, Tcp.timestamp(walk), 0);
        } else {
            window = Math.min(LARGEST_WINDOW, selectWindow(socket) >> WINDOW_SCALE);
            options = socket.send().timestamps()
                    ? timestamps(Tcp.timestamp(walk), socket.receive().timestamp())
                    : ByteString.EMPTY;
        }
        return new TcpHeader(
                socket.local().port(),
                socket.remote().port(),
                segment.sequence(),
                segment.flags().has(TcpFlags.ACK) ? socket.receive().next() : 0,
                segment.flags(),
                window,
                0,
                options);
    }

    /** The header of a SYN-ACK with a timestamp. */
    static TcpHeader synAck(Walk walk, HostId host, TcpRequest request, Destination route, int timestamp) {
        int mss = advertisedMss(walk, host, route, TcpFamily.of(request.remote()));
        boolean scaled = request.scale() >= 0;
        return new TcpHeader(
                request.local().port(),
                request.remote().port(),
                request.ourSequence(),
                request.theirSequence() + 1,
                TcpFlags.SYN.and(TcpFlags.ACK),
                initialWindow(mss - (request.timestamps() ? TIMESTAMP_LENGTH : 0)),
                0,
                forSyn(mss, scaled ? WINDOW_SCALE : -1, request.timestamps(), timestamp, request.timestamp()));
    }

    /** {@code tcp_select_initial_window}: a multiple of the largest segment. */
    private static int initialWindow(int mss) {
        return Math.min(LARGEST_WINDOW, mss > 0 && RECEIVE_SPACE > mss ? RECEIVE_SPACE / mss * mss : RECEIVE_SPACE);
    }

    /**
     * What a connection offers at first ({@code tcp_select_initial_window}), and the most it will: room for one segment more is
     * kept back ({@code tcp_init_buffer_space}).
     *
     * @param mss the data of a segment in bytes
     * @param advertised the same as it was told to the other end, without options
     */
    static TcpOffered firstOffer(int mss, int advertised) {
        int clamp =
                RECEIVE_SPACE > 2 * advertised ? Math.max(2 * advertised, RECEIVE_SPACE - advertised) : RECEIVE_SPACE;
        int window = initialWindow(mss);
        return new TcpOffered(window, Math.min(window, clamp));
    }

    /** {@code tcp_select_window}: what is offered with the next segment, in bytes; an offer is never taken back. */
    static int selectWindow(TcpSocket socket) {
        TcpReceive receive = socket.receive();
        int now = roundedUp(Math.min(usable(socket), receive.offered().threshold()));
        int still = Math.max(0, receive.acknowledged() + receive.offered().window() - receive.next());
        return now < still ? roundedUp(still) : now;
    }

    /** {@code __tcp_select_window}: little room is offered as none, so that no tiny segments come. */
    private static int usable(TcpSocket socket) {
        int free = freeSpace(socket);
        int whole = free >> WINDOW_SCALE << WINDOW_SCALE;
        boolean little = whole < RECEIVE_SPACE >> 4 || whole < socket.send().mss();
        return free < RECEIVE_SPACE / 2 && little ? 0 : free;
    }

    private static int roundedUp(int window) {
        return (window + (1 << WINDOW_SCALE) - 1) >> WINDOW_SCALE << WINDOW_SCALE;
    }

    /** What a socket can still take, in bytes. */
    static int freeSpace(TcpSocket socket) {
        return Math.max(
                0, RECEIVE_SPACE - (socket.receive().next() - socket.receive().copied()));
    }

    /** {@code dst_metric_advmss}: what fits the device, without the headers. */
    static int advertisedMss(Walk walk, HostId host, Destination route, TcpFamily family) {
        int mtu = walk.host(host).device(route.device()).map(NetDevice::mtu).orElse(IpOutput.MAXIMUM_LENGTH);
        return Math.max(88, Math.min(mtu, IpOutput.MAXIMUM_LENGTH) - family.headerLength() - TcpHeader.MINIMUM_LENGTH);
    }

    /** The data of a segment in bytes that both ends and the path allow. */
    static int segmentSize(Walk walk, HostId host, Destination route, TcpFamily family, Options theirs) {
        int mtu = route.limit().mtu(IpOutput.MAXIMUM_LENGTH);
        int path = Math.min(
                advertisedMss(walk, host, route, family), mtu - family.headerLength() - TcpHeader.MINIMUM_LENGTH);
        return Math.max(48, Math.min(path, theirs.mss()) - (theirs.timestamps() ? TIMESTAMP_LENGTH : 0));
    }

    private static ByteString forSyn(int mss, int scale, boolean timestamps, int value, int echo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, MSS_OPTION, 4, mss >>> 8, mss);
        if (timestamps) {
            write(out, 4, 2, TIMESTAMP_OPTION, 10);
            writeWord(out, value);
            writeWord(out, echo);
        } else {
            write(out, 1, 1, 4, 2);
        }
        if (scale >= 0) {
            write(out, 1, SCALE_OPTION, 3, scale);
        }
        return ByteString.of(out.toByteArray());
    }

    /** Two fillers and the timestamps. */
    static ByteString timestamps(int value, int echo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, 1, 1, TIMESTAMP_OPTION, 10);
        writeWord(out, value);
        writeWord(out, echo);
        return ByteString.of(out.toByteArray());
    }

    private static void write(ByteArrayOutputStream out, int... bytes) {
        for (int one : bytes) {
            out.write(one);
        }
    }

    private static void writeWord(ByteArrayOutputStream out, int word) {
        write(out, word >>> 24, word >>> 16, word >>> 8, word);
    }

    /** Reads options; what is broken is left out. */
    static Options read(ByteString options) {
        int mss = 536;
        int scale = -1;
        boolean timestamps = false;
        int value = 0;
        int echo = 0;
        int at = 0;
        while (at < options.size() && options.u8(at) != 0) {
            int kind = options.u8(at);
            int length = kind == 1 ? 1 : at + 1 < options.size() ? options.u8(at + 1) : 0;
            if (length < 1 || at + length > options.size()) {
                break;
            }
            if (kind == MSS_OPTION && length == 4) {
                mss = options.u16(at + 2);
            } else if (kind == SCALE_OPTION && length == 3) {
                scale = Math.min(14, options.u8(at + 2));
            } else if (kind == TIMESTAMP_OPTION && length == 10) {
                timestamps = true;
                value = options.u32(at + 2);
                echo = options.u32(at + 6);
            }
            at += length;
        }
        return new Options(mss, scale, timestamps, value, echo);
    }
}
