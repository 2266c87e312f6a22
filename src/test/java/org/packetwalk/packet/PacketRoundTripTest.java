package org.packetwalk.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.packetwalk.net.ByteString;

class PacketRoundTripTest {

    @Provide
    Arbitrary<Packet> packets() {
        return Packets.any();
    }

    @Property
    void aPacketIsReadBackAsItself(@ForAll("packets") Packet packet) {
        ByteString wire = PacketCodec.encode(packet);

        Decoded decoded = PacketCodec.decode(wire, LinkLayer.ETHERNET);

        assertThat(decoded).isEqualTo(new Decoded.Whole(packet, List.of()));
        assertThat(wire.size()).isEqualTo(packet.length());
        assertThat(PacketCodec.encode(decoded.packet())).isEqualTo(wire);
    }

    @Property
    void aTruncatedPacketIsAnsweredAtEveryLength(@ForAll("packets") Packet packet) {
        ByteString wire = PacketCodec.encode(packet);

        for (int length = 0; length < wire.size(); length++) {
            Decoded decoded = PacketCodec.decode(wire.slice(0, length), LinkLayer.ETHERNET);

            assertThat(decoded).isInstanceOf(Decoded.Malformed.class);
            assertThat(((Decoded.Malformed) decoded).offset()).isBetween(0, length);
            assertThat(decoded.packet().length()).isLessThanOrEqualTo(length);
        }
    }

    @Property
    void anyBytesAreAnswered(@ForAll @Size(max = 120) byte[] bytes, @ForAll LinkLayer first) {
        ByteString wire = ByteString.of(bytes);

        Decoded decoded = PacketCodec.decode(wire, first);
        Decoded quote = PacketCodec.decodeQuote(wire, first);
        PacketCodec.peekTransport(quote.packet());
        PacketCodec.decodeTransport(quote.packet());

        assertThat(decoded.packet().length()).isLessThanOrEqualTo(bytes.length);
        assertThat(PacketFields.of(decoded.packet()).wire().size())
                .isEqualTo(decoded.packet().length());
    }

    @Property
    void aDamagedPacketIsAnswered(
            @ForAll("packets") Packet packet, @ForAll @IntRange(max = 200) int place, @ForAll byte damage) {
        byte[] bytes = PacketCodec.encode(packet).toByteArray();
        bytes[place % bytes.length] = damage;

        Decoded decoded = PacketCodec.decode(ByteString.of(bytes), LinkLayer.ETHERNET);

        assertThat(decoded.packet().length()).isLessThanOrEqualTo(bytes.length);
    }

    @Property
    void transportCanBeTakenOffAndReadAgain(@ForAll("packets") Packet packet) {
        Packet raw = PacketCodec.withRawTransport(packet);

        assertThat(PacketCodec.encode(raw)).isEqualTo(PacketCodec.encode(packet));
        if (packet.has(Ipv4Header.class) || packet.has(Ipv6Header.class)) {
            assertThat(PacketCodec.decodeTransport(raw)).isEqualTo(new Decoded.Whole(packet, List.of()));
        }
    }

    @Property
    void fieldsCoverEveryBitOnceInWireOrder(@ForAll("packets") Packet packet) {
        int bit = 0;

        for (FieldSpan span : PacketFields.of(packet).spans()) {
            assertThat(span.byteOffset() * 8 + span.bitOffset()).isEqualTo(bit);
            assertThat(span.byteLength()).isEqualTo((span.bitOffset() + span.bitLength() + 7) / 8);
            bit += span.bitLength();
        }

        assertThat(bit).isEqualTo(packet.length() * 8);
    }
}
