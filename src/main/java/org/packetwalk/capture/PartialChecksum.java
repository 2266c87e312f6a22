package org.packetwalk.capture;

import java.util.List;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.packet.Checksum;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpFlags;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.packet.UdpHeader;

/**
 * The checksum of TCP and UDP while it is left to the device ({@code CHECKSUM_PARTIAL}): the sum of the pseudo header alone.
 * lo, veth and the devices made of them never complete it, so every capture on them shows it. What the kernel answers
 * without a socket, such as a reset, has its whole checksum ({@code ip_send_unicast_reply}), and so has the outer header
 * of a tunnel.
 */
final class PartialChecksum {

    private static final int TCP_CHECKSUM = 16;
    private static final int UDP_CHECKSUM = 6;

    private PartialChecksum() {}

    /** The bytes of a packet with the checksum of its innermost TCP or UDP header as it is in the buffer. */
    static ByteString leave(Packet packet, ByteString bytes) {
        List<Header> headers = packet.headers();
        int ip = 0;
        int at = 0;
        int offset = 0;
        int found = -1;
        for (int i = 0; i < headers.size(); i++) {
            Header header = headers.get(i);
            if (header instanceof Ipv4Header || header instanceof Ipv6Header) {
                ip = offset;
            }
            boolean reset = header instanceof TcpHeader tcp && tcp.flags().has(TcpFlags.RST);
            if (header instanceof UdpHeader || header instanceof TcpHeader && !reset) {
                at = offset;
                found = i;
            }
            offset += header.length();
        }
        return found < 0 ? bytes : patched(bytes, ip, at, headers.get(found) instanceof TcpHeader);
    }

    private static ByteString patched(ByteString bytes, int ip, int at, boolean tcp) {
        boolean version4 = bytes.u8(ip) >> 4 == 4;
        int length = bytes.size() - at;
        int protocol = (tcp ? IpProtocol.TCP : IpProtocol.UDP).number();
        ByteString addresses = version4 ? bytes.slice(ip + 12, ip + 20) : bytes.slice(ip + 8, ip + 40);
        int sum = Checksum.add(Checksum.sum(addresses), Checksum.fold((long) protocol + length));
        byte[] changed = bytes.toByteArray();
        int field = at + (tcp ? TCP_CHECKSUM : UDP_CHECKSUM);
        changed[field] = (byte) (sum >> 8);
        changed[field + 1] = (byte) sum;
        return ByteString.of(changed);
    }
}
