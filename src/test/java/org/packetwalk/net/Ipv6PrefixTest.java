package org.packetwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class Ipv6PrefixTest {

    @Test
    void hostBitsAreRefused() {
        assertThatThrownBy(() -> Ipv6Prefix.parse("fe80::1/64")).hasMessage("fe80::1/64 has bits behind the prefix.");
        assertThatThrownBy(() -> Ipv6Prefix.parse("fe80::/129")).hasMessageContaining("0 to 128");
        assertThat(Ipv6Prefix.parse("::1")).hasToString("::1/128");
    }

    @Property
    void aPrefixContainsExactlyTheAddressesWithItsLeadingBits(
            @ForAll long high, @ForAll long low, @ForAll @IntRange(max = 128) int length, @ForAll long other) {
        var address = new Ipv6Address(high, low);
        Ipv6Prefix prefix = Ipv6Prefix.containing(address, length);
        var near = new Ipv6Address(high, other);

        assertThat(prefix.contains(address)).isTrue();
        assertThat(prefix.contains(near)).isEqualTo(address.commonBits(near) >= length);
        assertThat(Ipv6Prefix.parse(prefix.toString())).isEqualTo(prefix);
    }
}
