package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.kernel.Destination;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.kernel.socket.TcpRequest;
import org.packetwalk.kernel.socket.TcpSocket;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.KernelFunction;

/** Where TCP differs between the families ({@code struct inet_connection_sock_af_ops}). */
sealed interface TcpFamily permits TcpIpv4, TcpIpv6 {

    /** That of packets to an end. */
    static TcpFamily of(Endpoint remote) {
        return remote.speaksIpv4() ? TcpIpv4.INSTANCE : TcpIpv6.INSTANCE;
    }

    /** That of a packet. */
    static TcpFamily of(SkBuff skb) {
        return skb.packet().has(Ipv6Header.class) ? TcpIpv6.INSTANCE : TcpIpv4.INSTANCE;
    }

    /** {@code tcp_v4_rcv} or its like, by which segments come. */
    KernelFunction input();

    /** {@code tcp_v4_do_rcv} or its like. */
    KernelFunction socketInput();

    /** {@code tcp_v4_send_reset} or its like. */
    KernelFunction reset();

    /** {@code tcp_v4_send_ack} or its like. */
    KernelFunction acknowledgement();

    /** {@code tcp_v4_send_synack} or its like. */
    KernelFunction synAck();

    /** {@code tcp_v4_syn_recv_sock} or its like. */
    KernelFunction child();

    /** {@code cookie_v4_check} or its like. */
    KernelFunction cookieCheck();

    /** The length of the IP header in bytes. */
    int headerLength();

    /** The own end of a received segment. */
    Endpoint local(SkBuff skb);

    /** The sender's end of a received segment. */
    Endpoint remote(SkBuff skb);

    /** The device a segment came in by, as sockets bound to a device see it. */
    int device(Walk walk, HostId host, SkBuff skb);

    /** {@code queue_xmit}: sends a socket's segment by the socket's route, or by a new one if that is gone; what came of it. */
    Errno transmit(Walk walk, HostId host, SocketId id, SkBuff begun, TcpHeader header, ByteString data, int mss);

    /** {@code rebuild_header}: finds a route again before a segment is sent again; whether there is one. */
    boolean rebuildHeader(Walk walk, HostId host, TcpSocket socket);

    /** {@code route_req}: the route to who asks for a connection, if there is one. */
    Optional<Destination> routeRequest(Walk walk, HostId host, TcpSocket listener, TcpRequest request);

    /** Whether the route of a new connection is looked up before its socket is made. */
    boolean routesChildFirst();

    /** The route of a connection that a SYN cookie opens, if there is one. */
    Optional<Destination> routeCookie(Walk walk, HostId host, TcpSocket listener, TcpRequest request);

    /** The route of a new connection, if there is one. */
    Optional<Destination> routeChild(Walk walk, HostId host, TcpSocket listener, TcpRequest request);

    /** Sends a SYN-ACK; what came of it. */
    Errno sendSynAck(
            Walk walk, HostId host, TcpSocket listener, TcpRequest request, Destination route, TcpHeader header);

    /** Answers a segment without a socket; whether that counts as sent. */
    boolean reply(Walk walk, HostId host, SkBuff skb, TcpHeader header, int boundDevice);
}
