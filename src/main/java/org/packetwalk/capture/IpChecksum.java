package org.packetwalk.capture;

import org.packetwalk.net.ByteString;
import org.packetwalk.packet.Checksum;

/** Checksums of captured bytes and what they should have been ({@code in_cksum}, {@code in_cksum_shouldbe}). */
final class IpChecksum {

    private IpChecksum() {}

    /** The checksum over bytes that have their checksum in them: 0 if that is right. */
    static int over(ByteString bytes) {
        return Checksum.of(bytes);
    }

    /** The same for bytes behind the pseudo header of IPv4. */
    static int over4(Dissection d, int source, int destination, int protocol, ByteString bytes) {
        byte[] numbers = {0, (byte) protocol, (byte) (bytes.size() >> 8), (byte) bytes.size()};
        ByteString pseudo = d.slice(source, 4).concat(d.slice(destination, 4)).concat(ByteString.of(numbers));
        return Checksum.of(pseudo.concat(bytes));
    }

    /** The same for bytes behind the pseudo header of IPv6. */
    static int over6(Dissection d, int header, int protocol, ByteString bytes) {
        byte[] numbers = {0, 0, (byte) (bytes.size() >> 8), (byte) bytes.size(), 0, 0, 0, (byte) protocol};
        return Checksum.of(
                d.slice(header + 8, 32).concat(ByteString.of(numbers)).concat(bytes));
    }

    /** The checksum that belongs where another is, by the checksum over everything. */
    static int shouldBe(int there, int over) {
        int sum = Checksum.add(Checksum.complement(over), Checksum.complement(there));
        return Checksum.complement(sum);
    }
}
