package org.packetwalk.kernel.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.packetwalk.kernel.Field;
import org.packetwalk.net.Ipv4Address;

/** What addresses and links do to the tables; the expectations are those of the document on the FIB. */
class RoutingEventsTest {

    private final LabHost host = new LabHost();

    @BeforeEach
    void twoInterfaces() {
        run("ip -n a link add eth0 type veth peer name eth0 netns b");
        run("ip -n a link add eth1 type veth peer name eth0 netns c");
        run("ip -n b link set eth0 up");
        run("ip -n c link set eth0 up");
    }

    @Test
    void loGetsItsAddressAndThreeRoutesWhenItComesUp() {
        run("ip -n a link set lo up");

        assertThat(prefixes(TableId.LOCAL)).containsExactly("127.0.0.0/8", "127.0.0.1/32", "127.255.255.255/32");
        assertThat(host.state.addresses().of(1).get(0).scope()).isEqualTo(RouteScope.HOST);
    }

    @Test
    void anAddressOfAnInterfaceThatIsDownHasOnlyItsLocalRoute() {
        run("ip -n a addr add 10.0.0.1/24 dev eth0");

        assertThat(prefixes(TableId.LOCAL)).containsExactly("10.0.0.1/32");
        assertThat(prefixes(TableId.MAIN)).isEmpty();
    }

    @Test
    void upAddsTheSubnetAndItsHighestAddressButNotTheLowest() {
        run("ip -n a addr add 10.0.0.1/24 dev eth0");
        run("ip -n a link set eth0 up");

        assertThat(prefixes(TableId.LOCAL)).containsExactly("10.0.0.1/32", "10.0.0.255/32");
        assertThat(prefixes(TableId.MAIN)).containsExactly("10.0.0.0/24");
    }

    @Test
    void aSubnetOnLoIsLocalAsAWhole() {
        run("ip -n a link set lo up");
        run("ip -n a addr add 192.0.2.1/24 dev lo");

        assertThat(host.state.tables().routes(TableId.LOCAL)).anySatisfy(route -> {
            assertThat(route.prefix()).hasToString("192.0.2.0/24");
            assertThat(route.type()).isEqualTo(RouteType.LOCAL);
            assertThat(route.scope()).isEqualTo(RouteScope.HOST);
        });
        assertThat(prefixes(TableId.MAIN)).isEmpty();
    }

    @Test
    void downRemovesAllButLocalRoutesAndUpDoesNotBringManualOnesBack() {
        run("ip -n a addr add 10.0.0.1/24 dev eth0");
        run("ip -n a link set eth0 up");
        run("ip -n a route add default via 10.0.0.2");

        run("ip -n a link set eth0 down");
        List<String> local = prefixes(TableId.LOCAL);
        List<String> main = prefixes(TableId.MAIN);
        run("ip -n a link set eth0 up");

        assertThat(local).containsExactly("10.0.0.1/32");
        assertThat(main).isEmpty();
        assertThat(prefixes(TableId.MAIN)).containsExactly("10.0.0.0/24");
    }

    @Test
    void theLastAddressTakesAllRoutesOfItsInterfaceAlong() {
        run("ip -n a addr add 10.0.0.1/24 dev eth0");
        run("ip -n a link set eth0 up");
        run("ip -n a route add default via 10.0.0.2");
        run("ip -n a route add 192.0.2.0/24 dev eth0");

        run("ip -n a addr del 10.0.0.1/24 dev eth0");

        assertThat(host.state.tables().routes()).isEmpty();
        assertThat(host.state.tables().tables()).containsExactly(TableId.MAIN, TableId.LOCAL);
    }

    @Test
    void routesThatPreferADeletedSourceGo() {
        run("ip -n a link set eth0 up");
        run("ip -n a addr add 10.0.0.1/24 dev eth0");
        run("ip -n a addr add 10.1.0.1/24 dev eth0");
        run("ip -n a route add 192.0.2.0/24 via 10.0.0.2 src 10.1.0.1");
        run("ip -n a route add 198.51.100.0/24 via 10.0.0.2");

        run("ip -n a addr del 10.1.0.1/24 dev eth0");

        assertThat(prefixes(TableId.MAIN)).containsExactly("10.0.0.0/24", "198.51.100.0/24");
    }

    @Test
    void aPromotedSecondaryTakesThePlaceAndTheRoutesOfThePrimary() {
        host.promoteSecondaries = true;
        run("ip -n a link set eth0 up");
        run("ip -n a addr add 10.0.0.1/24 dev eth0");
        run("ip -n a addr add 10.0.0.11/24 dev eth0");
        run("ip -n a addr add 10.0.0.12/24 dev eth0");

        run("ip -n a addr del 10.0.0.1/24 dev eth0");

        assertThat(host.state.addresses().of(2))
                .extracting(address -> address.address() + " " + address.secondary())
                .containsExactly("10.0.0.11 false", "10.0.0.12 true");
        assertThat(host.state.tables().routes())
                .extracting(route -> route.prefix() + " src " + route.preferredSource())
                .containsExactly(
                        "10.0.0.0/24 src 10.0.0.11",
                        "10.0.0.11/32 src 10.0.0.11",
                        "10.0.0.12/32 src 10.0.0.11",
                        "10.0.0.255/32 src 10.0.0.11");
    }

    @Test
    void twoInterfacesWithOneAddressKeepItWhileOneHasIt() {
        run("ip -n a link set eth0 up");
        run("ip -n a link set eth1 up");
        run("ip -n a addr add 10.0.0.1/24 dev eth0");
        run("ip -n a addr add 10.0.0.1/24 dev eth1");

        run("ip -n a addr del 10.0.0.1/24 dev eth0");

        AddressLookup lookup = new AddressLookup(host.state.tables(), host.state.addresses(), host.policy());
        assertThat(lookup.addressType(Ipv4Address.of(10, 0, 0, 1)).outcome()).isEqualTo(RouteType.LOCAL);
        assertThat(lookup.owner(Ipv4Address.of(10, 0, 0, 1)).outcome()).isEqualTo(3);
    }

    @Test
    void ofALostCarrierOnlyTheFlagTells() {
        run("ip -n a addr add 10.0.0.1/24 dev eth0");
        run("ip -n a link set eth0 up");

        run("ip -n b link set eth0 down");
        Route without = host.state.tables().routes(TableId.MAIN).get(0);
        run("ip -n b link set eth0 up");
        Route again = host.state.tables().routes(TableId.MAIN).get(0);

        assertThat(without.nexthops().get(0).linkdown()).isTrue();
        assertThat(without.nexthops().get(0).dead()).isFalse();
        assertThat(again.nexthops().get(0).linkdown()).isFalse();
    }

    @Test
    void whileMergedTheTypeOfAnAddressIsAskedInTheCommonTrie() {
        run("ip -n a link set eth0 up");
        run("ip -n a addr add 10.0.0.1/24 dev eth0");
        run("ip -n a route add unreachable 192.0.2.0/24");

        AddressTypeDecision decision = new AddressLookup(host.state.tables(), host.state.addresses(), host.policy())
                .addressType(Ipv4Address.of(192, 0, 2, 7));

        assertThat(decision.outcome()).isEqualTo(RouteType.UNICAST);
        assertThat(decision.considered())
                .extracting(walk -> walk.table().word() + " " + walk.event())
                .containsExactly("local Failed[errno=EHOSTUNREACH]");
    }

    @Test
    void theSourceOfTheGatewaysSubnetIsPreferredToTheFirst() {
        run("ip -n a link set eth0 up");
        run("ip -n a addr add 10.0.0.1/24 dev eth0");
        run("ip -n a addr add 192.168.5.1/24 dev eth0");

        SourceAddressDecision decision = host.state
                .addresses()
                .selectSource(
                        new SourceAddressQuery(2, Ipv4Address.of(192, 168, 5, 2), RouteScope.UNIVERSE, false), host);

        assertThat(decision.outcome()).hasToString("192.168.5.1");
        assertThat(decision.considered().get(0).checks()).anySatisfy(check -> {
            assertThat(check.field()).isEqualTo(Field.SUBNET);
            assertThat(check.holds()).isFalse();
        });
    }

    @Test
    void withoutAnAddressOfItsOwnAnInterfaceUsesLosUnlessOfLinkScope() {
        run("ip -n a link set lo up");
        run("ip -n a link set eth0 up");
        run("ip -n a link set eth1 up");
        run("ip -n a addr add 10.20.0.1/24 dev eth1");

        assertThat(sourceOn(2)).hasToString("10.20.0.1");
        run("ip -n a addr add 10.98.0.1/32 dev lo scope link");
        assertThat(sourceOn(2)).hasToString("10.20.0.1");
        run("ip -n a addr add 10.99.0.1/32 dev lo");
        assertThat(sourceOn(2)).hasToString("10.99.0.1");
    }

    private Ipv4Address sourceOn(int device) {
        return host.state
                .addresses()
                .selectSource(new SourceAddressQuery(device, Ipv4Address.ANY, RouteScope.UNIVERSE, false), host)
                .outcome();
    }

    private List<String> prefixes(TableId table) {
        return host.state.tables().routes(table).stream()
                .map(route -> route.prefix().toString())
                .toList();
    }

    private void run(String command) {
        assertThat(host.run(command)).as(command).isEmpty();
    }
}
