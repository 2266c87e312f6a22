package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.Destination;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.SnmpCounter;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpAgreement;
import org.packetwalk.kernel.socket.TcpRequest;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.Stage;

/**
 * SYN cookies ({@code net/ipv4/syncookies.c}): a listener with too many handshakes under way keeps nothing of the next SYN.
 * What it must know of it later it puts into the sequence number and the timestamp of the SYN-ACK, and reads it from the ACK.
 */
final class TcpCookies {

    private static final int[] SIZES_IPV4 = {536, 1300, 1440, 1460};
    private static final int[] SIZES_IPV6 = {1220, 1420, 1440, 8940};
    private static final long MINUTE_NANOS = 60_000_000_000L;
    private static final int COOKIE_BITS = 24;
    private static final int COOKIE_MASK = (1 << COOKIE_BITS) - 1;

    /** Cookies are taken for so many minutes ({@code MAX_SYNCOOKIE_AGE}). */
    private static final int MOST_MINUTES = 2;

    /** The bits of a timestamp that hold options ({@code TSBITS}). */
    private static final int TIMESTAMP_OPTIONS = 63;

    /** The value of {@code TS_OPT_WSCALE_MASK} that stands for no scale. */
    private static final int NO_SCALE = 15;

    /** {@code TS_OPT_SACK}. */
    private static final int SELECTIVE = 16;

    private TcpCookies() {}

    /** {@code cookie_v4_init_sequence}: the request as its SYN-ACK tells it, with a size from a short list. */
    static TcpRequest sealed(Walk walk, HostId host, SocketId listener, TcpRequest request) {
        int[] sizes = sizes(request.remote());
        int index = sizes.length - 1;
        while (index > 0 && request.mss() < sizes[index]) {
            index--;
        }
        TcpSocket socket = Tcp.socket(walk, host, listener);
        walk.update(host, socket.with(socket.listen().sentCookie(walk.now())));
        walk.count(host, SnmpCounter.TCP_EXT_SYNCOOKIES_SENT);
        int minute = minute(walk.now());
        int sequence = mixed(request.local(), request.remote(), 0)
                + request.theirSequence()
                + (minute << COOKIE_BITS)
                + (mixed(request.local(), request.remote(), minute) + index & COOKIE_MASK);
        return request.sized(sizes[index]).numbered(sequence);
    }

    /** {@code cookie_init_timestamp}: the present timestamp, or one a little older, with the options in its last bits. */
    static int timestamp(Walk walk, TcpRequest request) {
        TcpAgreement agreement = request.agreement();
        int options = (agreement.scaled() ? agreement.scale() : NO_SCALE) | (agreement.selective() ? SELECTIVE : 0);
        int now = Tcp.timestamp(walk);
        int marked = now & ~TIMESTAMP_OPTIONS | options;
        return marked > now ? marked - TIMESTAMP_OPTIONS - 1 : marked;
    }

    /**
     * {@code cookie_v4_check} and its like: an ACK that belongs to no handshake may be the answer to a cookie; whether it
     * was, and is dealt with.
     */
    static boolean check(Walk walk, HostId host, TcpSocket listener, SkBuff skb) {
        TcpHeader tcp = skb.packet().tcp();
        boolean possible = walk.host(host).sysctls().number("net.ipv4.tcp_syncookies") != 0
                && tcp.flags().has(TcpFlags.ACK)
                && !tcp.flags().has(TcpFlags.RST)
                && !tcp.flags().has(TcpFlags.SYN)
                && listener.listen().expectsCookies(walk.now());
        if (!possible) {
            return false;
        }
        TcpFamily family = TcpFamily.of(skb);
        int size = size(walk.now(), family.local(skb), family.remote(skb), tcp);
        if (size == 0) {
            walk.count(host, SnmpCounter.TCP_EXT_SYNCOOKIES_FAILED);
            return false;
        }
        walk.count(host, SnmpCounter.TCP_EXT_SYNCOOKIES_RECV);
        open(walk, host, listener, opened(listener, family, skb, size), skb.on(0, ""));
        return true;
    }

    private static void open(Walk walk, HostId host, TcpSocket listener, TcpRequest request, SkBuff skb) {
        TcpFamily family = TcpFamily.of(skb);
        Optional<Destination> route =
                walk.call(family.cookieCheck(), () -> family.routeCookie(walk, host, listener, request));
        if (route.isEmpty()) {
            Drop.packet(walk, host, skb, DropReason.IP_OUTNOROUTES, family.cookieCheck(), Stage.TRANSPORT_RECEIVE);
            return;
        }
        Optional<SocketId> child = walk.call(
                family.cookieCheck(),
                () -> walk.call(
                        KernelFunction.TCP_GET_COOKIE_SOCK,
                        () -> TcpHandshake.accept(walk, host, listener.id(), request, skb, route)));
        if (child.isEmpty()) {
            walk.run(
                    family.cookieCheck(),
                    () -> Drop.packet(
                            walk, host, skb, DropReason.NO_SOCKET, family.cookieCheck(), Stage.TRANSPORT_RECEIVE));
            return;
        }
        TcpHandshake.process(walk, host, child.get(), skb);
    }

    /** {@code cookie_tcp_reqsk_alloc}: the request that the ACK tells of. */
    private static TcpRequest opened(TcpSocket listener, TcpFamily family, SkBuff skb, int size) {
        TcpHeader tcp = skb.packet().tcp();
        TcpHeaders.Options options = TcpHeaders.read(tcp.options());
        int scale = options.echo() & NO_SCALE;
        return new TcpRequest(
                family.local(skb),
                family.remote(skb),
                listener.options().device(),
                tcp.sequence() - 1,
                tcp.acknowledgment() - 1,
                options.value(),
                size,
                options.timestamps()
                        ? new TcpAgreement(scale == NO_SCALE ? -1 : scale, true, (options.echo() & SELECTIVE) != 0)
                        : TcpAgreement.NONE,
                SimTime.ZERO,
                0,
                false);
    }

    /** {@code __cookie_v4_check}: the size a cookie stands for, 0 if it is none of the last minutes. */
    private static int size(SimTime now, Endpoint local, Endpoint remote, TcpHeader tcp) {
        int rest = tcp.acknowledgment() - 1 - mixed(local, remote, 0) - (tcp.sequence() - 1);
        int age = minute(now) - (rest >>> COOKIE_BITS) & -1 >>> COOKIE_BITS;
        if (age >= MOST_MINUTES) {
            return 0;
        }
        int index = rest - mixed(local, remote, minute(now) - age) & COOKIE_MASK;
        int[] sizes = sizes(remote);
        return index < sizes.length ? sizes[index] : 0;
    }

    private static int[] sizes(Endpoint remote) {
        return remote.speaksIpv4() ? SIZES_IPV4 : SIZES_IPV6;
    }

    private static int minute(SimTime now) {
        return (int) (now.nanos() / MINUTE_NANOS);
    }

    /** In place of a hash with a secret. */
    private static int mixed(Endpoint local, Endpoint remote, int count) {
        int mixed = (local.address().hashCode() * 31 + remote.address().hashCode()) * 31
                + (local.port() << 16 | remote.port());
        mixed = (mixed ^ count * 0x9e3779b1) * 0x85ebca6b;
        return mixed ^ mixed >>> 15;
    }
}
