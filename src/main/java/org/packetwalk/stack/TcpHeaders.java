package org.packetwalk.stack;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Destination;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.TcpAgreement;
import org.packetwalk.kernel.socket.TcpBlock;
import org.packetwalk.kernel.socket.TcpOffered;
import org.packetwalk.kernel.socket.TcpReceive;
import org.packetwalk.kernel.socket.TcpRequest;
import org.packetwalk.kernel.socket.TcpSegment;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.kernel.sysctl.SysctlTable;
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
    private static final int SELECTIVE_OPTION = 4;
    private static final int BLOCKS_OPTION = 5;
    private static final int TIMESTAMP_OPTION = 8;

    /** {@code MAX_TCP_OPTION_SPACE} in bytes. */
    private static final int LONGEST_OPTIONS = 40;

    /** {@code TCPOLEN_SACK_BASE_ALIGNED} in bytes. */
    private static final int BLOCKS_HEAD = 4;

    /** {@code TCPOLEN_SACK_PERBLOCK} in bytes. */
    private static final int BLOCK_LENGTH = 8;

    private static final int LARGEST_WINDOW = 65_535;

    /**
     * The options of a segment.
     *
     * @param mss the largest data of a segment in bytes, 536 if absent
     * @param scale the shift of windows, -1 if absent
     * @param timestamps whether timestamps are there
     * @param value the sender's timestamp
     * @param echo the timestamp it answers
     * @param selective whether selective acknowledgements are permitted
     * @param blocks what they tell
     */
    record Options(
            int mss, int scale, boolean timestamps, int value, int echo, boolean selective, List<TcpBlock> blocks) {

        /** Copies the list. */
        Options {
            blocks = List.copyOf(blocks);
        }
    }

    private TcpHeaders() {}

    /** The header of a socket's segment. */
    static TcpHeader of(Walk walk, HostId host, TcpSocket socket, TcpSegment segment) {
        boolean syn = segment.flags().has(TcpFlags.SYN);
        int window;
        ByteString options;
        if (syn) {
            int mss = advertisedMss(walk, host, socket.route(), TcpFamily.of(socket.remote()));
            window = initialWindow(mss);
            options = forSyn(
                    mss,
                    offered(walk, host),
                    Tcp.timestamp(walk),
                    socket.receive().timestamp());
        } else {
            window = Math.min(LARGEST_WINDOW, selectWindow(socket) >> shift(socket));
            options = established(walk, socket);
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
        TcpAgreement agreement = request.agreement();
        TcpAgreement told =
                new TcpAgreement(agreement.scaled() ? WINDOW_SCALE : -1, agreement.timestamps(), agreement.selective());
        return new TcpHeader(
                request.local().port(),
                request.remote().port(),
                request.ourSequence(),
                request.theirSequence() + 1,
                TcpFlags.SYN.and(TcpFlags.ACK),
                initialWindow(mss - (agreement.timestamps() ? TIMESTAMP_LENGTH : 0)),
                0,
                forSyn(mss, told, timestamp, request.timestamp()));
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

    /** How far our windows are shifted in headers. */
    private static int shift(TcpSocket socket) {
        return socket.send().agreement().scaled() ? WINDOW_SCALE : 0;
    }

    /** {@code tcp_select_window}: what is offered with the next segment, in bytes; an offer is never taken back. */
    static int selectWindow(TcpSocket socket) {
        TcpReceive receive = socket.receive();
        int now = usable(socket);
        int still = receive.window();
        return now < still ? roundedUp(still, shift(socket)) : now;
    }

    /**
     * {@code __tcp_select_window}: little room is offered as none, so that no tiny segments come; a window that is not scaled is
     * offered in whole segments.
     */
    private static int usable(TcpSocket socket) {
        int shift = shift(socket);
        int free = freeSpace(socket);
        int whole = free >> shift << shift;
        boolean little = whole < RECEIVE_SPACE >> 4 || whole < socket.send().mss();
        if (free < RECEIVE_SPACE / 2 && little) {
            return 0;
        }
        int most = Math.min(free, socket.receive().offered().threshold());
        if (shift > 0) {
            return roundedUp(most, shift);
        }
        int mss = socket.receive().acks().segmentSize();
        int window = socket.receive().offered().window();
        return window <= most - mss || window > most ? most / mss * mss : window;
    }

    private static int roundedUp(int window, int shift) {
        return (window + (1 << shift) - 1) >> shift << shift;
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
    static int segmentSize(
            Walk walk, HostId host, Destination route, TcpFamily family, int theirMss, TcpAgreement agreement) {
        int mtu = route.limit().mtu(IpOutput.MAXIMUM_LENGTH);
        int path = Math.min(
                advertisedMss(walk, host, route, family), mtu - family.headerLength() - TcpHeader.MINIMUM_LENGTH);
        return Math.max(48, Math.min(path, theirMss) - (agreement.timestamps() ? TIMESTAMP_LENGTH : 0));
    }

    /** {@code tcp_syn_options}: what this host offers. */
    static TcpAgreement offered(Walk walk, HostId host) {
        SysctlTable sysctls = walk.host(host).sysctls();
        return new TcpAgreement(
                sysctls.number("net.ipv4.tcp_window_scaling") != 0 ? WINDOW_SCALE : -1,
                sysctls.number("net.ipv4.tcp_timestamps") != 0,
                sysctls.number("net.ipv4.tcp_sack") != 0);
    }

    /** {@code tcp_parse_options} of a SYN: what the other end offers, as far as this host knows of it. */
    static TcpAgreement common(Walk walk, HostId host, Options theirs) {
        TcpAgreement ours = offered(walk, host);
        return new TcpAgreement(
                ours.scaled() ? theirs.scale() : -1,
                ours.timestamps() && theirs.timestamps(),
                ours.selective() && theirs.selective());
    }

    private static ByteString forSyn(int mss, TcpAgreement told, int value, int echo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, MSS_OPTION, 4, mss >>> 8, mss);
        if (told.timestamps()) {
            write(out, told.selective() ? SELECTIVE_OPTION : 1, told.selective() ? 2 : 1, TIMESTAMP_OPTION, 10);
            writeWord(out, value);
            writeWord(out, echo);
        } else if (told.selective()) {
            write(out, 1, 1, SELECTIVE_OPTION, 2);
        }
        if (told.scaled()) {
            write(out, 1, SCALE_OPTION, 3, told.scale());
        }
        return ByteString.of(out.toByteArray());
    }

    /** {@code tcp_established_options}: as many blocks as there is room for. */
    private static ByteString established(Walk walk, TcpSocket socket) {
        ByteString stamps = socket.send().agreement().timestamps()
                ? timestamps(Tcp.timestamp(walk), socket.receive().timestamp())
                : ByteString.EMPTY;
        List<TcpBlock> blocks = socket.receive().selective().told();
        int count = Math.min(blocks.size(), (LONGEST_OPTIONS - stamps.size() - BLOCKS_HEAD) / BLOCK_LENGTH);
        if (count == 0) {
            return stamps;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, 1, 1, BLOCKS_OPTION, 2 + count * BLOCK_LENGTH);
        for (TcpBlock block : blocks.subList(0, count)) {
            writeWord(out, block.start());
            writeWord(out, block.end());
        }
        return stamps.concat(ByteString.of(out.toByteArray()));
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
        boolean selective = false;
        List<TcpBlock> blocks = new ArrayList<>();
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
            } else if (kind == SELECTIVE_OPTION && length == 2) {
                selective = true;
            } else if (kind == BLOCKS_OPTION && length > 2 && (length - 2) % BLOCK_LENGTH == 0) {
                for (int block = at + 2; block < at + length; block += BLOCK_LENGTH) {
                    blocks.add(new TcpBlock(options.u32(block), options.u32(block + 4)));
                }
            }
            at += length;
        }
        return new Options(mss, scale, timestamps, value, echo, selective, blocks);
    }
}
