package org.packetwalk.kernel.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/** The trie against a linear scan over the same routes. */
class FibOracleTest {

    private record Version(RoutingTables tables, List<Route> routes) {}

    @Property(tries = 150)
    void theTrieAnswersAsALinearScanAndOldVersionsStayAsTheyWere(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int steps) {
        Random random = new Random(seed);
        List<Version> history = new ArrayList<>();
        RoutingTables tables = RoutingTables.INITIAL;
        List<Route> present = new ArrayList<>();

        for (int i = 0; i < steps; i++) {
            if (present.isEmpty() || random.nextInt(3) > 0) {
                Route route = randomRoute(random);
                if (tables.insert(route, RouteInsertion.ADD) instanceof ResultOrErrno.Ok<RoutingTables> ok) {
                    tables = ok.value();
                    present.add(route);
                }
            } else {
                Route gone = present.remove(random.nextInt(present.size()));
                ResultOrErrno<RoutingTables> answer = tables.delete(RouteSelector.of(gone));
                assertThat(answer).isInstanceOf(ResultOrErrno.Ok.class);
                tables = ((ResultOrErrno.Ok<RoutingTables>) answer).value();
            }
            if (i % 20 == 0) {
                history.add(new Version(tables, List.copyOf(present)));
            }
        }
        history.add(new Version(tables, List.copyOf(present)));

        for (Version version : history) {
            for (int i = 0; i < 60; i++) {
                assertAgree(version, randomFlow(random, version.routes()));
            }
            assertThat(version.tables().routes()).containsExactlyInAnyOrderElementsOf(version.routes());
        }
    }

    private static void assertAgree(Version version, FlowKey flow) {
        Optional<Route> expected = scan(version.routes(), flow);
        RouteQuery query = RouteQuery.of(flow);
        RouteTable trie = version.tables().table(TableId.MAIN).orElse(RouteTable.EMPTY);
        TableHit silent = trie.lookup(query, LinkdownPolicy.USE_ALL);
        TableSearch explained = trie.explain(TableId.MAIN, query, LinkdownPolicy.USE_ALL);

        assertThat(silent.found() ? Optional.of(silent.route()) : Optional.empty())
                .isEqualTo(expected);
        assertThat(explained.hit().found() ? Optional.of(explained.hit().route()) : Optional.empty())
                .isEqualTo(expected);
        assertThat(explained.walk().candidates().stream()
                        .filter(candidate -> candidate.firstDifference() == 0)
                        .map(Candidate::route))
                .containsExactlyElementsOf(version.routes().stream()
                        .filter(route -> route.prefix().contains(flow.destination()))
                        .sorted(KERNEL_ORDER)
                        .toList());
    }

    private static final Comparator<Route> KERNEL_ORDER = Comparator.<Route>comparingInt(
                    route -> -route.prefix().length())
            .thenComparing(Route::table, Comparator.reverseOrder())
            .thenComparingInt(route -> -route.tos())
            .thenComparingLong(Route::metric);

    private static Optional<Route> scan(List<Route> routes, FlowKey flow) {
        return routes.stream()
                .filter(route -> route.prefix().contains(flow.destination()))
                .filter(route -> route.tos() == 0 || route.tos() == (flow.tos() & 0x1c))
                .filter(route -> route.scope().number() >= flow.scope().number())
                .filter(route ->
                        flow.outputInterface() == 0 || route.nexthops().get(0).device() == flow.outputInterface())
                .min(KERNEL_ORDER);
    }

    private static Route randomRoute(Random random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(33) : 20 + random.nextInt(13);
        Ipv4Prefix prefix = Ipv4Prefix.containing(randomAddress(random), length);
        TableId table = random.nextInt(4) == 0 ? TableId.LOCAL : TableId.MAIN;
        RouteScope scope = random.nextBoolean() ? RouteScope.UNIVERSE : RouteScope.LINK;
        RouteInfo info = new RouteInfo(
                table,
                RouteType.UNICAST,
                scope,
                RouteProtocol.BOOT,
                Ipv4Address.ANY,
                random.nextInt(3),
                RouteMetrics.NONE,
                List.of(NextHop.direct(2 + random.nextInt(2), RouteScope.HOST)),
                NexthopReference.NONE,
                false);
        return new Route(prefix, table, random.nextInt(5) == 0 ? 0x10 : 0, RouteType.UNICAST, info);
    }

    private static FlowKey randomFlow(Random random, List<Route> routes) {
        Ipv4Address destination = routes.isEmpty() || random.nextBoolean()
                ? randomAddress(random)
                : routes.get(random.nextInt(routes.size())).prefix().network();
        return FlowKey.output(destination)
                .withTos(random.nextInt(3) == 0 ? 0x10 : 0)
                .withScope(random.nextInt(4) == 0 ? RouteScope.LINK : RouteScope.UNIVERSE)
                .withOutputInterface(random.nextInt(4) == 0 ? 2 : 0);
    }

    /** Dense enough for nodes of many bits, with strays. */
    private static Ipv4Address randomAddress(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Ipv4Address(0x0a000000 | random.nextInt(1 << 10));
            case 1 -> new Ipv4Address(0x0a000000 | random.nextInt(1 << 24));
            default -> new Ipv4Address(random.nextInt());
        };
    }
}
