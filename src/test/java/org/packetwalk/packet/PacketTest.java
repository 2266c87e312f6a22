package org.packetwalk.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.EtherType;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;

class PacketTest {

    private static final Ipv4Header IP = Ipv4Header.of(IpProtocol.UDP, Ipv4Address.LOOPBACK, Ipv4Address.LOOPBACK);
    private static final EthernetHeader ETHERNET = new EthernetHeader(MacAddress.ZERO, MacAddress.ZERO, EtherType.IPV4);
    private static final Packet UDP = Packet.of(ByteString.zeros(5), IP, UdpHeader.of(1, 2));

    @Test
    void aMissingHeaderIsNamed() {
        assertThatThrownBy(UDP::tcp)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The packet has no TcpHeader.");
        assertThat(UDP.has(UdpHeader.class)).isTrue();
        assertThat(UDP.has(TcpHeader.class)).isFalse();
    }

    @Test
    void headersAreAddedAndTakenOffOutside() {
        Packet framed = UDP.push(ETHERNET);

        assertThat(framed.outermost()).isEqualTo(ETHERNET);
        assertThat(framed.length()).isEqualTo(UDP.length() + 14);
        assertThat(framed.pop()).isEqualTo(UDP);
        assertThat(framed.from(Ipv4Header.class)).isEqualTo(UDP);
        assertThat(framed.from(UdpHeader.class).headers()).containsExactly(UdpHeader.of(1, 2));
        assertThatThrownBy(() -> new Packet(List.of(), ByteString.EMPTY).pop())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lengthFieldsAreSetFromWhatFollows() {
        assertThat(UDP.withLengths().ipv4().totalLength()).isEqualTo(33);
        assertThat(UDP.withLengths().udp().datagramLength()).isEqualTo(13);

        var ip = Ipv6Header.of(IpProtocol.UDP, Ipv6Address.LOOPBACK, Ipv6Address.LOOPBACK);
        assertThat(Packet.of(ByteString.zeros(5), ip, UdpHeader.of(1, 2))
                        .withLengths()
                        .ipv6()
                        .payloadLength())
                .isEqualTo(13);
    }

    @Test
    void oneHeaderIsReplaced() {
        Packet changed = UDP.withIpv4(IP.withTtl(1));

        assertThat(changed.ipv4().ttl()).isEqualTo(1);
        assertThat(changed.udp()).isEqualTo(UDP.udp());
        assertThatThrownBy(() -> UDP.replace(ETHERNET, ETHERNET)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aHeaderThatDoesNotFitItsWireFormatCannotBeBuilt() {
        assertThatThrownBy(() -> IP.withTtl(256)).hasMessage("TTL 256 is not 0 to 255.");
        assertThatThrownBy(() -> IP.withFragment(4, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IP.withOptions(ByteString.zeros(3))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IP.withOptions(ByteString.zeros(44))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> UdpHeader.of(1, 65536)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void icmpErrorsQuoteAndQueriesDoNot() {
        assertThat(IcmpMessage.destinationUnreachable(IcmpMessage.FRAGMENTATION_NEEDED, 1400)
                        .mtu())
                .isEqualTo(1400);
        assertThat(IcmpMessage.redirect(1, Ipv4Address.LOOPBACK).gateway()).isEqualTo(Ipv4Address.LOOPBACK);
        assertThat(IcmpMessage.echoRequest(0xffff, 0x1_0002)).isEqualTo(new IcmpMessage(8, 0, 0xffff0002));
        assertThat(List.of(3, 4, 5, 11, 12)).allMatch(type -> new IcmpMessage(type, 0, 0).isError());
        assertThat(List.of(0, 8, 13, 14)).noneMatch(type -> new IcmpMessage(type, 0, 0).isError());
        assertThat(Icmpv6Message.packetTooBig(1280).isError()).isTrue();
        assertThat(Icmpv6Message.echoReply(1, 1).isError()).isFalse();
    }

    @Test
    void tcpFlagsSayTheirNames() {
        assertThat(TcpFlags.SYN.and(TcpFlags.ACK)).hasToString("SYN|ACK");
        assertThat(TcpFlags.SYN.and(TcpFlags.ACK).has(TcpFlags.ACK)).isTrue();
        assertThat(TcpFlags.SYN.has(TcpFlags.ACK)).isFalse();
    }
}
