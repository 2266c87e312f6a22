package org.packetwalk.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.net.Ipv4Address;

class PacketFieldsTest {

    private static PacketFields fields() {
        var ip = Ipv4Header.of(IpProtocol.ICMP, Ipv4Address.LOOPBACK, Ipv4Address.LOOPBACK)
                .withFragment(0, false)
                .withDontFragment(true);
        return PacketFields.of(Packet.of(ByteString.zeros(4), ip, IcmpMessage.echoRequest(0x1234, 7))
                .withLengths());
    }

    private static FieldSpan field(String name) {
        return fields().spans().stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFieldSaysWhereItIsAndWhatItHolds() {
        assertThat(field("ipv4.ttl")).isEqualTo(new FieldSpan(0, "ipv4.ttl", "64", 8, 1, 0, 8));
        assertThat(field("ipv4.source")).isEqualTo(new FieldSpan(0, "ipv4.source", "127.0.0.1", 12, 4, 0, 32));
        assertThat(field("icmp.type")).isEqualTo(new FieldSpan(1, "icmp.type", "8", 20, 1, 0, 8));
        assertThat(field("icmp.sequence")).isEqualTo(new FieldSpan(1, "icmp.sequence", "7", 26, 2, 0, 16));
        assertThat(field("payload")).isEqualTo(new FieldSpan(2, "payload", "00000000", 28, 4, 0, 32));
    }

    @Test
    void aFlagHasItsBit() {
        assertThat(field("ipv4.dontFragment")).isEqualTo(new FieldSpan(0, "ipv4.dontFragment", "1", 6, 1, 1, 1));
        assertThat(field("ipv4.fragmentOffset")).isEqualTo(new FieldSpan(0, "ipv4.fragmentOffset", "0", 6, 2, 3, 13));
    }

    @Test
    void aByteKnowsItsFields() {
        assertThat(fields().at(6))
                .extracting(FieldSpan::name)
                .containsExactly("ipv4.reserved", "ipv4.dontFragment", "ipv4.moreFragments", "ipv4.fragmentOffset");
        assertThat(fields().at(9)).extracting(FieldSpan::name).containsExactly("ipv4.protocol");
        assertThat(fields().at(32)).isEmpty();
    }
}
