package org.packetwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ByteStringTest {

    @Test
    void laterChangesOfTheArrayDoNotShow() {
        byte[] bytes = {1, 2};
        ByteString string = ByteString.of(bytes);

        bytes[0] = 9;
        string.toByteArray()[1] = 9;

        assertThat(string).hasToString("0102");
    }

    @Test
    void numbersAreUnsignedAndInNetworkOrder() {
        ByteString string = ByteString.parseHex("ff fe fd fc 01 02 03 04");

        assertThat(string.u8(0)).isEqualTo(0xff);
        assertThat(string.u16(0)).isEqualTo(0xfffe);
        assertThat(string.u32(0)).isEqualTo(0xfffefdfc);
        assertThat(string.u64(0)).isEqualTo(0xfffefdfc01020304L);
    }

    @Property
    void aStringIsTheConcatenationOfItsParts(@ForAll byte[] bytes, @ForAll int seed) {
        ByteString string = ByteString.of(bytes);
        int cut = Math.floorMod(seed, bytes.length + 1);

        ByteString joined = string.slice(0, cut).concat(string.from(cut));

        assertThat(joined).isEqualTo(string).hasSameHashCodeAs(string);
        assertThat(joined.toByteArray()).isEqualTo(bytes);
        assertThat(ByteString.parseHex(string.toString())).isEqualTo(string);
    }

    @Test
    void aSliceEndsWhereItSays() {
        ByteString slice = ByteString.parseHex("00010203").slice(1, 3);

        assertThat(slice.from(1)).isEqualTo(ByteString.of((byte) 2));
        assertThatThrownBy(() -> slice.at(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.slice(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> slice.at(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
