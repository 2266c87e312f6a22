package org.packetwalk.packet;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import org.packetwalk.net.ByteString;

class ChecksumTest {

    @Test
    void theSumOfRfc1071() {
        // RFC 1071 §3: 00 01 f2 03 f4 f5 f6 f7 add up to ddf2
        ByteString bytes = ByteString.parseHex("0001f203f4f5f6f7");

        assertThat(Checksum.sum(bytes)).isEqualTo(0xddf2);
        assertThat(Checksum.of(bytes)).isEqualTo(0x220d);
    }

    @Test
    void anOddByteIsPaddedAtTheRight() {
        assertThat(Checksum.sum(ByteString.parseHex("0001f2"))).isEqualTo(0xf201);
    }

    @Test
    void theUpdateOfRfc1624() {
        // RFC 1624 §4: checksum dd2f, a word changes from 5555 to 3285, and the result is 0000, not ffff
        assertThat(Checksum.update(0xdd2f, 0x5555, 0x3285)).isZero();
    }

    @Property
    void anUpdateGivesWhatTheWholeSumGives(
            @ForAll @Size(min = 2, max = 40) byte[] bytes, @ForAll @IntRange(max = 0xffff) int word) {
        // the leading 45 keeps the sum from being 0, which has two representations
        ByteString before = ByteString.of((byte) 0x45, (byte) 0).concat(ByteString.of(bytes));
        byte[] changed = before.toByteArray();
        changed[2] = (byte) (word >>> 8);
        changed[3] = (byte) word;

        int updated = Checksum.update(Checksum.of(before), before.u16(2), word);

        assertThat(updated).isEqualTo(Checksum.of(ByteString.of(changed)));
    }

    @Property
    void sumsOfEvenPartsAddUp(@ForAll @Size(max = 100) byte[] bytes, @ForAll @IntRange(max = 50) int words) {
        ByteString whole = ByteString.of(bytes);
        int cut = Math.min(words, bytes.length / 2) * 2;

        int parts = Checksum.add(Checksum.sum(whole.slice(0, cut)), Checksum.sum(whole.from(cut)));

        assertThat(parts).isEqualTo(Checksum.sum(whole));
    }
}
