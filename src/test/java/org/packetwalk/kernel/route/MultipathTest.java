package org.packetwalk.kernel.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.net.Ipv4Address;

/** Hash and choice of nexthops; the numbers were seen on a running kernel. */
class MultipathTest {

    @Test
    void hashesAreThoseOfTheKernel() {
        assertThat(MultipathHash.ofAddresses(7, address("10.0.1.1"), address("8.8.8.8")))
                .isEqualTo(1720124305);
        assertThat(MultipathHash.ofAddresses(7, Ipv4Address.ANY, address("8.8.8.8")))
                .isEqualTo(1913727181);
        assertThat(MultipathHash.ofFlow(7, address("10.99.0.1"), address("8.8.8.8"), 17, 40000, 53))
                .isEqualTo(51871229);
    }

    @Test
    void bothDirectionsOfAFlowHashAlike() {
        int there = MultipathHash.ofFlow(7, address("10.0.0.1"), address("9.9.9.9"), 6, 4001, 80);
        int back = MultipathHash.ofFlow(7, address("9.9.9.9"), address("10.0.0.1"), 6, 80, 4001);

        assertThat(back).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({
        // source, destination, device chosen by the kernel (lab ecmp/two-gateways, seed 7)
        "10.0.1.1, 8.8.8.8, eth0",
        "10.0.2.1, 8.8.8.8, eth1",
        "0.0.0.0, 8.8.8.8, eth1",
        "10.0.1.1, 8.8.8.9, eth0"
    })
    void twoGatewaysShareTheFlowsAsInTheLab(String source, String destination, String device) {
        LabHost host = twoGateways("ip -n a route add 8.8.8.0/24 nexthop via 10.0.1.2 nexthop via 10.0.2.2");

        assertThat(chosen(host, source, destination, 0, 0)).isEqualTo(device);
    }

    @ParameterizedTest
    @CsvSource({
        // source port, device chosen by the kernel (lab ecmp/weights-and-ports, seed 7, policy 1)
        "4001, eth1",
        "4002, eth1",
        "4003, eth1",
        "4004, eth1",
        "4005, eth0",
        "4006, eth1"
    })
    void weightsAndPortsCountAsInTheLab(int sourcePort, String device) {
        LabHost host = twoGateways("ip -n a addr add 10.9.9.9/32 dev lo");
        host.run("ip -n a route add 8.8.8.0/24 nexthop via 10.0.1.2 weight 1 nexthop via 10.0.2.2 weight 3");

        assertThat(chosen(host, "10.9.9.9", "8.8.8.8", 1, sourcePort)).isEqualTo(device);
    }

    @Test
    void boundsAreRoundedSharesOf31Bits() {
        LabHost host = twoGateways("ip -n a route add 8.8.8.0/24 nexthop via 10.0.1.2 nexthop via 10.0.2.2");

        Route route = host.state.tables().routes(TableId.MAIN).get(0);

        assertThat(route.nexthops().stream().map(NextHop::upperBound)).isEqualTo(List.of(1073741823, 2147483647));
    }

    @Test
    void aDeadNexthopGivesItsShareToTheOther() {
        LabHost host = twoGateways("ip -n a route add 8.8.8.0/24 nexthop via 10.0.1.2 nexthop via 10.0.2.2");

        host.run("ip -n a link set eth1 down");

        Route route = host.state.tables().routes(TableId.MAIN).get(0);
        assertThat(route.nexthops().stream().map(NextHop::upperBound)).isEqualTo(List.of(2147483647, -1));
    }

    private static String chosen(LabHost host, String source, String destination, int policy, int sourcePort) {
        FlowKey flow =
                FlowKey.output(address(destination)).withSource(address(source)).withTransport(6, sourcePort, 80);
        RouteMatch found = new RouteLookup(host.state.tables(), host, host.policy())
                .decide(RouteQuery.of(flow))
                .outcome()
                .match()
                .orElseThrow();
        PathSelection selection =
                new PathSelection(host.state.tables(), host.state.addresses(), host, GatewayStates.UNKNOWN);
        MultipathQuery query = new MultipathQuery(found, MultipathHash.of(7, policy, flow), flow.source());
        return host.name(selection.select(query, false).outcome().nexthop().device());
    }

    private static LabHost twoGateways(String last) {
        LabHost host = new LabHost();
        for (String command : List.of(
                "ip -n a link add eth0 type veth peer name eth0 netns b",
                "ip -n a link add eth1 type veth peer name eth0 netns c",
                "ip -n a addr add 10.0.1.1/24 dev eth0",
                "ip -n a addr add 10.0.2.1/24 dev eth1",
                "ip -n a link set lo up",
                "ip -n a link set eth0 up",
                "ip -n a link set eth1 up",
                "ip -n b link set eth0 up",
                "ip -n c link set eth0 up",
                last)) {
            assertThat(host.run(command)).isEmpty();
        }
        return host;
    }

    private static Ipv4Address address(String text) {
        return Ipv4Address.parse(text);
    }
}
