package org.packetwalk.kernel.route6;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.TableId;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/** Tables of IPv6 by their longest prefixes, metrics and types (fib.md section 9). */
class Ipv6RoutingTablesTest {

    private static final int LO = 1;
    private static final int ETH0 = 2;
    private static final int ETH1 = 3;

    private static Ipv6Route route(String prefix, RouteType type, long metric, int device) {
        return Ipv6Route.kernel(Ipv6Prefix.parse(prefix), TableId.MAIN, type, metric, Ipv6NextHop.direct(device));
    }

    private static Ipv6RoutingTables tables() {
        return Ipv6RoutingTables.INITIAL
                .with(Ipv6Route.kernel(
                        Ipv6Prefix.parse("2001:db8:1::1/128"),
                        TableId.LOCAL,
                        RouteType.LOCAL,
                        0,
                        Ipv6NextHop.direct(ETH0)))
                .with(route("2001:db8:1::/64", RouteType.UNICAST, 256, ETH0))
                .with(route("2001:db8::/32", RouteType.UNICAST, 1024, ETH1))
                .with(route("2001:db8:a::/48", RouteType.UNREACHABLE, 1024, LO))
                .with(route("2001:db8:b::/48", RouteType.PROHIBIT, 1024, LO))
                .with(route("2001:db8:c::/48", RouteType.BLACKHOLE, 1024, LO))
                .with(route("2001:db8:d::/48", RouteType.THROW, 1024, LO))
                .with(route("::/0", RouteType.UNICAST, 2048, ETH1))
                .with(route("::/0", RouteType.UNICAST, 1024, ETH0));
    }

    private static Ipv6RouteDecision decide(String destination) {
        Ipv6Gateways none = new Ipv6Gateways() {

            @Override
            public boolean failed(Ipv6NextHop way) {
                return false;
            }

            @Override
            public boolean ignoresLinkdown(int device) {
                return false;
            }
        };
        return new Ipv6RouteLookup(tables(), new ThreeLinks(), none)
                .decide(new Ipv6RouteQuery(
                        Ipv6Flow.output(Ipv6Address.parse(destination)), 0, false, true, SimTime.ZERO));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1::1, 2001:db8:1::1/128, 2",
        "2001:db8:1::2, 2001:db8:1::/64, 2",
        "2001:db8:2::1, 2001:db8::/32, 3",
        "2001:db9::1, ::/0, 2"
    })
    void theLongestPrefixThenTheLowestMetric(String destination, String prefix, int device) {
        Ipv6RouteMatch match = decide(destination).outcome().match().orElseThrow();
        assertThat(match.route().prefix()).isEqualTo(Ipv6Prefix.parse(prefix));
        assertThat(match.way().device()).isEqualTo(device);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:a::1, EHOSTUNREACH",
        "2001:db8:b::1, EACCES",
        "2001:db8:c::1, EINVAL",
        "2001:db8:d::1, ENETUNREACH"
    })
    void routesThatRefuseEachHaveAnErrorOfTheirOwn(String destination, Errno errno) {
        assertThat(decide(destination).outcome().error()).isEqualTo(errno);
    }

    @Test
    void localIsAskedFirstAndBothAreShown() {
        Ipv6RouteDecision decision = decide("2001:db8:1::2");
        assertThat(decision.considered())
                .extracting(visit -> visit.walk().table())
                .containsExactly(TableId.LOCAL, TableId.MAIN);
        assertThat(decision.considered().get(0).walk().match()).isEmpty();
    }
}
