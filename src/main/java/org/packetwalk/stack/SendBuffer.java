package org.packetwalk.stack;

import org.packetwalk.kernel.socket.Socket;
import org.packetwalk.kernel.socket.SocketOptions;

/** How much of a datagram a socket may hold before it is sent ({@code __ip_append_data}). */
final class SendBuffer {

    private SendBuffer() {}

    /**
     * Whether all parts of a datagram fit: each but the first is refused once those before it take more than twice the
     * buffer of the socket, each with what its buffer takes beside its data.
     *
     * @param header the length of the IP header in bytes
     * @param data what the IP packet carries, in bytes
     * @param mtu the largest packet of the route in bytes
     */
    static boolean holds(SocketOptions options, int header, int data, int mtu) {
        int room = mtu - header & ~7;
        long taken = 1;
        int left = data;
        while (left > 0) {
            int part = left > mtu - header ? room : left;
            boolean first = left == data;
            if (!first && taken > 2L * options.sendBuffer()) {
                return false;
            }
            taken += Socket.Udp.memory(header + part);
            left -= part;
        }
        return true;
    }
}
