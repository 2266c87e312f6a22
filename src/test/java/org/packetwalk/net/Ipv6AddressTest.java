package org.packetwalk.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ipv6AddressTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # RFC 5952 §1 and §2: all of these are one address
            2001:db8:0:0:1:0:0:1,                    2001:db8::1:0:0:1
            2001:0db8:0:0:1:0:0:1,                   2001:db8::1:0:0:1
            2001:db8::1:0:0:1,                       2001:db8::1:0:0:1
            2001:db8::0:1:0:0:1,                     2001:db8::1:0:0:1
            2001:0db8::1:0:0:1,                      2001:db8::1:0:0:1
            2001:db8:0:0:1::1,                       2001:db8::1:0:0:1
            2001:DB8:0:0:1::1,                       2001:db8::1:0:0:1
            # §4.1 leading zeros
            2001:db8:aaaa:bbbb:cccc:dddd:eeee:0001,  2001:db8:aaaa:bbbb:cccc:dddd:eeee:1
            # §4.2.1 as short as possible
            2001:db8:0:0:0:0:2:1,                    2001:db8::2:1
            # §4.2.2 one zero group is not shortened
            2001:db8:0:1:1:1:1:1,                    2001:db8:0:1:1:1:1:1
            2001:db8::1:1:1:1:1,                     2001:db8:0:1:1:1:1:1
            # §4.2.3 the longest run, the first of equal ones
            2001:0:0:1:0:0:0:1,                      2001:0:0:1::1
            2001:db8:0:0:1:0:0:1,                    2001:db8::1:0:0:1
            # §4.3 lower case
            2001:DB8::AAAA,                          2001:db8::aaaa
            # §5 mixed notation
            0:0:0:0:0:ffff:192.0.2.1,                ::ffff:192.0.2.1
            ::ffff:c000:201,                         ::ffff:192.0.2.1
            # the ends
            0:0:0:0:0:0:0:0,                         ::
            0:0:0:0:0:0:0:1,                         ::1
            fe80:0:0:0:0:0:0:0,                      fe80::
            1:2:3:4:5:6:0:0,                         1:2:3:4:5:6::
            """)
    void textIsCanonical(String text, String canonical) {
        assertThat(Ipv6Address.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":::",
                "1",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4::5:6:7:8",
                "1::2::3",
                "12345::",
                "g::",
                ":1::",
                "1:2:3:4:5:6:7:",
                "::1%lo",
                "::256.0.0.1",
                "1.2.3.4",
                "1.2.3.4::",
                "::1.2.3.4:5"
            })
    void whatIsNoAddressIsRefused(String text) {
        assertThat(Ipv6Address.isValid(text)).isFalse();
        assertThatThrownBy(() -> Ipv6Address.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an IPv6 address");
    }

    @Property
    void textReadsBackAsTheSameAddress(@ForAll long high, @ForAll long low) {
        var address = new Ipv6Address(high, low);

        assertThat(Ipv6Address.parse(address.toString())).isEqualTo(address);
    }

    @Property
    void sparseTextReadsBackAsTheSameAddress(@ForAll byte mask, @ForAll short group) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | ((mask >> i & 1) == 0 ? 0 : group & 0xffff);
            low = low << 16 | ((mask >> i + 4 & 1) == 0 ? 0 : group & 0xffff);
        }
        var address = new Ipv6Address(high, low);

        assertThat(Ipv6Address.parse(address.toString())).isEqualTo(address);
    }

    @Test
    void kindsAreTold() {
        assertThat(Ipv6Address.LOOPBACK.isLoopback()).isTrue();
        assertThat(Ipv6Address.ANY.isAny()).isTrue();
        assertThat(Ipv6Address.ALL_NODES).hasToString("ff02::1");
        assertThat(Ipv6Address.ALL_NODES.isMulticast()).isTrue();
        assertThat(Ipv6Address.parse("fe80::1").isLinkLocal()).isTrue();
        assertThat(Ipv6Address.parse("febf::1").isLinkLocal()).isTrue();
        assertThat(Ipv6Address.parse("fec0::1").isLinkLocal()).isFalse();
        assertThat(Ipv6Address.mapped(Ipv4Address.LOOPBACK).isV4Mapped()).isTrue();
        assertThat(Ipv6Address.parse("::127.0.0.1").isV4Mapped()).isFalse();
    }

    @Test
    void theSolicitedNodeAddressTakesTheLow24Bits() {
        // the example of RFC 4291 §2.7.1
        assertThat(Ipv6Address.parse("4037::01:800:200e:8c6c").solicitedNode()).hasToString("ff02::1:ff0e:8c6c");
    }

    @Test
    void orderIsUnsigned() {
        assertThat(Ipv6Address.parse("7fff::")).isLessThan(Ipv6Address.parse("8000::"));
        assertThat(Ipv6Address.parse("::7fff:0:0:0")).isLessThan(Ipv6Address.parse("::8000:0:0:0"));
    }

    @Test
    void bitsAreCountedFromTheLeft() {
        Ipv6Address address = Ipv6Address.parse("8000:0:0:1:8000::1");

        assertThat(address.bit(1)).isEqualTo(1);
        assertThat(address.bit(2)).isZero();
        assertThat(address.bit(64)).isEqualTo(1);
        assertThat(address.bit(65)).isEqualTo(1);
        assertThat(address.bit(127)).isZero();
        assertThat(address.bit(128)).isEqualTo(1);
        assertThat(address.commonBits(Ipv6Address.parse("8000:0:0:1::"))).isEqualTo(64);
        assertThat(address.commonBits(address)).isEqualTo(128);
    }
}
