package org.packetwalk.stack;

import java.util.Optional;

import org.packetwalk.net.ByteString;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.MacAddress;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.LinkLayer;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketCodec;

/** The options of neighbour discovery, each a type, a length in units of eight bytes and a value (RFC 4861 section 4.6). */
final class NdiscOptions {

    static final int SOURCE_LINK_LAYER = 1;
    static final int TARGET_LINK_LAYER = 2;
    static final int PREFIX = 3;
    static final int REDIRECTED = 4;
    static final int MTU = 5;
    static final int NONCE = 14;
    static final int ROUTE = 24;

    private static final int UNIT = 8;

    private NdiscOptions() {}

    /** An option with a hardware address. */
    static ByteString linkLayer(int type, MacAddress address) {
        byte[] bytes = new byte[UNIT];
        bytes[0] = (byte) type;
        bytes[1] = 1;
        for (int i = 0; i < 6; i++) {
            bytes[2 + i] = (byte) (address.bits() >>> 40 - 8 * i);
        }
        return ByteString.of(bytes);
    }

    /** The number by which a host knows its own solicitation again (RFC 7527); six bytes. */
    static ByteString nonce(long number) {
        byte[] bytes = new byte[UNIT];
        bytes[0] = NONCE;
        bytes[1] = 1;
        for (int i = 0; i < 6; i++) {
            bytes[2 + i] = (byte) (number >>> 40 - 8 * i);
        }
        return ByteString.of(bytes);
    }

    /** An address as bytes. */
    static ByteString address(Ipv6Address address) {
        byte[] bytes = new byte[16];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (address.high() >>> 56 - 8 * i);
            bytes[8 + i] = (byte) (address.low() >>> 56 - 8 * i);
        }
        return ByteString.of(bytes);
    }

    /** The first option of a type, with its head, if there is one. */
    static Optional<ByteString> find(ByteString options, int type) {
        int at = 0;
        while (at + UNIT <= options.size() && options.u8(at + 1) > 0) {
            int length = options.u8(at + 1) * UNIT;
            if (at + length > options.size()) {
                return Optional.empty();
            }
            if (options.u8(at) == type) {
                return Optional.of(options.slice(at, at + length));
            }
            at += length;
        }
        return Optional.empty();
    }

    /** The hardware address of an option, if there is one. */
    static Optional<MacAddress> hardwareAddress(ByteString options, int type) {
        return find(options, type)
                .map(option -> new MacAddress((long) option.u16(2) << 32 | option.u32(4) & 0xffffffffL));
    }

    /** The nonce, 0 if there is none. */
    static long nonceOf(ByteString options) {
        return find(options, NONCE)
                .map(option -> (long) option.u16(2) << 32 | option.u32(4) & 0xffffffffL)
                .orElse(0L);
    }

    /** The packet that a redirect quotes, if it quotes one. */
    static Optional<Packet> redirected(ByteString options) {
        return find(options, REDIRECTED)
                .map(option -> PacketCodec.decodeQuote(option.from(UNIT), LinkLayer.IPV6)
                        .packet())
                .filter(packet -> packet.has(Ipv6Header.class));
    }
}
