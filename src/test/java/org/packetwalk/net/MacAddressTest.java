package org.packetwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {

    @Property
    void textReadsBackAsTheSameAddress(@ForAll @LongRange(max = 0xffffffffffffL) long bits) {
        var address = new MacAddress(bits);

        assertThat(MacAddress.parse(address.toString())).isEqualTo(address);
    }

    @Test
    void textIsLowerCaseWithColons() {
        assertThat(MacAddress.parse("02:00:0A:0b:C:ff")).hasToString("02:00:0a:0b:0c:ff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02:00:00:00:00", "02:00:00:00:00:00:00", "02:00:00:00:00:g0", "02:00:00:00:00:100"})
    void whatIsNoAddressIsRefused(String text) {
        assertThat(MacAddress.isValid(text)).isFalse();
    }

    @Test
    void moreThan48BitsAreRefused() {
        assertThatThrownBy(() -> new MacAddress(1L << 48)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theGroupBitIsTheLowestOfTheFirstOctet() {
        assertThat(MacAddress.BROADCAST.isMulticast()).isTrue();
        assertThat(MacAddress.parse("01:00:5e:00:00:01").isMulticast()).isTrue();
        assertThat(MacAddress.parse("02:00:00:00:00:01").isMulticast()).isFalse();
        assertThat(MacAddress.parse("01:00:5e:00:00:01").isBroadcast()).isFalse();
    }

    @Test
    void multicastAddressesAreMapped() {
        // RFC 1112 §6.4: 23 bits, so that 224.1.2.3 and 225.129.2.3 share an address
        assertThat(MacAddress.multicastFor(Ipv4Address.parse("224.1.2.3"))).hasToString("01:00:5e:01:02:03");
        assertThat(MacAddress.multicastFor(Ipv4Address.parse("225.129.2.3"))).hasToString("01:00:5e:01:02:03");
        assertThat(MacAddress.multicastFor(Ipv6Address.parse("ff02::1:ff0e:8c6c")))
                .hasToString("33:33:ff:0e:8c:6c");
    }
}
