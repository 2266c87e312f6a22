package org.packetwalk.kernel.route6;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress.DadState;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/** The addresses and answers of the recorded lab ipv6/source-labels. */
class Ipv6SourceSelectionTest {

    private static final int ETH0 = 2;
    private static final int ETH1 = 3;

    private static Ipv6InterfaceAddress address(String text) {
        return Ipv6InterfaceAddress.permanent(Ipv6Address.parse(text), 64, SimTime.ZERO)
                .in(DadState.DONE);
    }

    private static Ipv6InterfaceAddress deprecated(String text) {
        return address(text).lasting(Ipv6InterfaceAddress.FOREVER, 0, SimTime.ZERO);
    }

    private static Ipv6Addresses addresses(Ipv6InterfaceAddress first) {
        Ipv6Device eth0 = Ipv6Device.created(ETH0)
                .adding(address("fe80::ff:fe00:a"))
                .adding(first)
                .adding(address("fd00:1::1"))
                .adding(address("2002:1::1"));
        Ipv6Device eth1 =
                Ipv6Device.created(ETH1).adding(address("fe80::ff:fe00:10a")).adding(address("2001:db8:7::1"));
        return Ipv6Addresses.NONE.with(eth0).with(eth1);
    }

    private static Ipv6SourceDecision decide(
            Ipv6Addresses addresses, AddressLabels labels, int device, String destination) {
        return Ipv6SourceSelection.decide(
                addresses,
                labels,
                new Ipv6SourceQuery(device, Ipv6Address.parse(destination), false, false, SimTime.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "2, fd00:2::1, fd00:1::1",
        "2, 2002:2::1, 2002:1::1",
        "2, 2001:db8:2::1, 2001:db8:1::1",
        "2, 2001:db8:7:1::1, 2001:db8:1::1",
        "1, fd00:1::1, fd00:1::1",
        "3, fe80::9, fe80::ff:fe00:10a",
        "2, ff02::9, fe80::ff:fe00:a",
        "2, ff05::9, 2001:db8:1::1"
    })
    void theSourceIsTheKernels(int device, String destination, String source) {
        assertThat(decide(addresses(address("2001:db8:1::1")), AddressLabels.INITIAL, device, destination)
                        .outcome())
                .isEqualTo(Ipv6Address.parse(source));
    }

    @Test
    void aDeprecatedAddressIsWorseThanOneOfAnotherLabel() {
        assertThat(decide(addresses(deprecated("2001:db8:1::1")), AddressLabels.INITIAL, ETH0, "2001:db8:2::1")
                        .outcome())
                .isEqualTo(Ipv6Address.parse("2002:1::1"));
    }

    @Test
    void aLabelOfTheDestinationAttractsAddressesOfTheSame() {
        AddressLabels labels = AddressLabels.INITIAL.with(new AddressLabel(Ipv6Prefix.parse("2001:db8:2::/48"), 0, 5));
        assertThat(decide(addresses(address("2001:db8:1::1")), labels, ETH0, "2001:db8:2::1")
                        .outcome())
                .isEqualTo(Ipv6Address.parse("fd00:1::1"));
    }

    @Test
    void aTentativeAddressIsConsideredButNotChosen() {
        Ipv6Device device = Ipv6Device.created(ETH0)
                .adding(address("fe80::1"))
                .adding(Ipv6InterfaceAddress.permanent(Ipv6Address.parse("2001:db8::1"), 64, SimTime.ZERO));
        Ipv6SourceDecision decision =
                decide(Ipv6Addresses.NONE.with(device), AddressLabels.INITIAL, ETH0, "2001:db8::2");
        assertThat(decision.outcome()).isEqualTo(Ipv6Address.parse("fe80::1"));
        assertThat(decision.considered())
                .extracting(Ipv6SourceCandidate::fate)
                .contains(Ipv6SourceCandidate.Fate.TENTATIVE, Ipv6SourceCandidate.Fate.CHOSEN);
    }
}
