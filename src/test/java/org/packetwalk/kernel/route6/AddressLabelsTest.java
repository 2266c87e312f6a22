package org.packetwalk.kernel.route6;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/** The policy table as {@code ip addrlabel list} shows it on Linux 6.18. */
class AddressLabelsTest {

    private static AddressLabel row(String prefix, int device, long label) {
        return new AddressLabel(Ipv6Prefix.parse(prefix), device, label);
    }

    @ParameterizedTest
    @CsvSource({
        "::1, 0",
        "::7, 3",
        "::ffff:10.0.0.1, 4",
        "2001::1, 6",
        "2001:10::1, 7",
        "3ffe::1, 12",
        "2002:1::1, 2",
        "fec0::1, 11",
        "fd00::1, 5",
        "2001:db8::1, 1",
        "ff02::1, 1"
    })
    void theLongestPrefixDecides(String address, long label) {
        assertThat(AddressLabels.INITIAL.of(Ipv6Address.parse(address), 0)).isEqualTo(label);
    }

    @Test
    void newRowsStandBeforeEquallyLongOnes() {
        AddressLabels labels =
                AddressLabels.INITIAL.with(row("2001:db8::/32", 0, 99)).with(row("2001:db9::1/128", 1, 98));
        List<String> prefixes =
                labels.rows().stream().map(row -> row.prefix().toString()).toList();
        assertThat(prefixes)
                .containsExactly(
                        "2001:db9::1/128",
                        "::1/128",
                        "::/96",
                        "::ffff:0.0.0.0/96",
                        "2001:db8::/32",
                        "2001::/32",
                        "2001:10::/28",
                        "3ffe::/16",
                        "2002::/16",
                        "fec0::/10",
                        "fc00::/7",
                        "::/0");
    }

    @Test
    void aRowOfADeviceCountsForItAlone() {
        AddressLabels labels = AddressLabels.INITIAL.with(row("2001:db8::/32", 2, 99));
        Ipv6Address address = Ipv6Address.parse("2001:db8::1");
        assertThat(labels.of(address, 2)).isEqualTo(99);
        assertThat(labels.of(address, 3)).isEqualTo(1);
    }

    @Test
    void whatNoRowIsAboutHasTheGreatestLabel() {
        AddressLabels empty = new AddressLabels(List.of());
        assertThat(empty.of(Ipv6Address.LOOPBACK, 0)).isEqualTo(0xffffffffL);
    }
}
