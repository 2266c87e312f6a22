package org.packetwalk.kernel.socket;

import java.util.List;
import java.util.function.Predicate;

import org.packetwalk.kernel.Destination;
import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.net.IpProtocol;

/** An open socket, as a value. */
public sealed interface Socket permits Socket.Raw, Socket.Udp, PacketSocket, PacketTap, TcpSocket, TcpTimeWait {

    /** Its identity. */
    SocketId id();

    /** Its options. */
    SocketOptions options();

    /** The own end. */
    Endpoint local();

    /** The other end of a connected socket, {@link Endpoint#ANY} if not connected. */
    Endpoint remote();

    /** Packets received and not yet read, oldest first. */
    List<SkBuff> received();

    /** Entries of the error queue, oldest first. */
    List<SocketError> errors();

    /** {@code sk_err}: reported once by the next call, {@link Errno#OK} if none. */
    Errno pendingError();

    /** Whether a read or a poll would return at once. */
    default boolean readable() {
        return !received().isEmpty() || !errors().isEmpty() || pendingError() != Errno.OK;
    }

    /** Whether a write would not block. */
    default boolean writable() {
        return true;
    }

    /** The same socket with other options. */
    Socket withOptions(SocketOptions now);

    /** The same socket with other ends. */
    Socket withEnds(Endpoint newLocal, Endpoint newRemote);

    /** The same socket without those of its routes that are like these: it looks them up again. */
    default Socket doubting(Predicate<Destination> routes) {
        return this;
    }

    /** The same socket with other queues and another pending error. */
    Socket withQueues(List<SkBuff> newReceived, List<SocketError> newErrors, Errno newPending);

    /**
     * A raw IPv4 socket ({@code SOCK_RAW}, {@code net/ipv4/raw.c}).
     *
     * @param protocol the protocol whose packets it gets
     * @param icmpFilter {@code ICMP_FILTER}: a bit for each ICMP type 0 to 31 that it does not want
     */
    record Raw(
            SocketId id,
            IpProtocol protocol,
            int icmpFilter,
            SocketOptions options,
            Endpoint local,
            Endpoint remote,
            List<SkBuff> received,
            List<SocketError> errors,
            Errno pendingError)
            implements Socket {

        /** Keeps its own copies of the lists. */
        public Raw {
            received = List.copyOf(received);
            errors = List.copyOf(errors);
        }

        /** A new unbound socket. */
        public static Raw open(SocketId id, IpProtocol protocol) {
            return new Raw(
                    id,
                    protocol,
                    0,
                    SocketOptions.DEFAULT,
                    new Endpoint(Endpoint.ANY.address(), protocol.number()),
                    Endpoint.ANY,
                    List.of(),
                    List.of(),
                    Errno.OK);
        }

        /** A new raw socket of IPv6. */
        public static Raw openIpv6(SocketId id, IpProtocol protocol) {
            return open(id, protocol)
                    .withEnds(new Endpoint(Endpoint.ANY_IPV6.address(), protocol.number()), Endpoint.ANY_IPV6);
        }

        @Override
        public Raw withOptions(SocketOptions now) {
            return new Raw(id, protocol, icmpFilter, now, local, remote, received, errors, pendingError);
        }

        @Override
        public Raw withEnds(Endpoint newLocal, Endpoint newRemote) {
            return new Raw(id, protocol, icmpFilter, options, newLocal, newRemote, received, errors, pendingError);
        }

        @Override
        public Raw withQueues(List<SkBuff> newReceived, List<SocketError> newErrors, Errno newPending) {
            return new Raw(id, protocol, icmpFilter, options, local, remote, newReceived, newErrors, newPending);
        }
    }

    /**
     * A UDP socket ({@code net/ipv4/udp.c}).
     *
     * @param route the route of a connected socket ({@code sk_dst_cache})
     */
    record Udp(
            SocketId id,
            SocketOptions options,
            Endpoint local,
            Endpoint remote,
            Destination route,
            List<SkBuff> received,
            List<SocketError> errors,
            Errno pendingError)
            implements Socket {

        /** {@code struct sk_buff} in bytes. */
        private static final int BUFFER = 256;

        /** {@code struct skb_shared_info} in bytes. */
        private static final int SHARED_INFO = 320;

        /** What is kept free for the link's header in bytes. */
        private static final int HEADROOM = 31;

        /** {@code SKB_SMALL_HEAD_CACHE_SIZE} in bytes. */
        private static final int SMALL_HEAD = 576;

        /** Four pages in bytes: a larger piece is not asked for. */
        private static final int LARGEST_IN_ONE = 16_384;

        /** Keeps its own copies of the lists. */
        public Udp {
            received = List.copyOf(received);
            errors = List.copyOf(errors);
        }

        /** A new unbound socket. */
        public static Udp open(SocketId id) {
            return new Udp(
                    id,
                    SocketOptions.DEFAULT,
                    Endpoint.ANY,
                    Endpoint.ANY,
                    DestinationEntry.NONE,
                    List.of(),
                    List.of(),
                    Errno.OK);
        }

        /** With another {@link #route}. */
        public Udp routed(Destination now) {
            return new Udp(id, options, local, remote, now, received, errors, pendingError);
        }

        /** {@code sk_rmem_alloc}: the memory of what was not read, in bytes. */
        public int memory() {
            return received.stream().mapToInt(Udp::memory).sum();
        }

        /**
         * {@code truesize}: the memory a datagram takes, its buffer included. One that fits a piece of memory of its own has
         * that, which is a power of two; of a larger one the head alone has, and the data lie in pages.
         */
        public static int memory(SkBuff skb) {
            return skb.length() + HEADROOM + SHARED_INFO > LARGEST_IN_ONE
                    ? BUFFER + SMALL_HEAD + skb.packet().payload().size()
                    : memory(skb.length());
        }

        /** {@code truesize}: the memory in bytes of a buffer whose head holds so many bytes from the IP header on. */
        public static int memory(int length) {
            int needed = length + HEADROOM + SHARED_INFO;
            return BUFFER + (needed <= SMALL_HEAD ? SMALL_HEAD : Integer.highestOneBit(needed - 1) << 1);
        }

        /** A new UDP socket of IPv6. */
        public static Udp openIpv6(SocketId id) {
            return open(id).withEnds(Endpoint.ANY_IPV6, Endpoint.ANY_IPV6);
        }

        @Override
        public Udp doubting(Predicate<Destination> routes) {
            return routes.test(route) ? routed(DestinationEntry.NONE) : this;
        }

        @Override
        public Udp withOptions(SocketOptions now) {
            return new Udp(id, now, local, remote, route, received, errors, pendingError);
        }

        @Override
        public Udp withEnds(Endpoint newLocal, Endpoint newRemote) {
            return new Udp(id, options, newLocal, newRemote, route, received, errors, pendingError);
        }

        @Override
        public Udp withQueues(List<SkBuff> newReceived, List<SocketError> newErrors, Errno newPending) {
            return new Udp(id, options, local, remote, route, newReceived, newErrors, newPending);
        }
    }
}
