package org.packetwalk.kernel.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/** Main and local in one trie, and their separation. */
class SharedTablesTest {

    @Test
    void theFirstRouteInLocalMakesMainToo() {
        RoutingTables tables = RoutingTables.INITIAL.withTable(TableId.LOCAL);

        assertThat(tables.tables()).containsExactly(TableId.MAIN, TableId.LOCAL);
        assertThat(tables.shared()).isTrue();
    }

    @Test
    void afterARuleLocalDoesNotMakeMain() {
        RoutingTables tables = ok(RoutingTables.INITIAL.addRule(RoutingRule.lookup(100, TableId.of(7))))
                .withTable(TableId.LOCAL);

        assertThat(tables.tables()).containsExactly(TableId.LOCAL);
    }

    @Test
    void tablesAreListedByNumberModulo256AndTheNewestFirst() {
        RoutingTables tables = RoutingTables.INITIAL;
        for (long id : new long[] {100, 1, 254, 356, 253, 256, 255}) {
            tables = tables.withTable(TableId.of(id));
        }

        assertThat(tables.tables().stream().map(TableId::number))
                .containsExactly(256L, 1L, 356L, 100L, 253L, 254L, 255L);
    }

    @Test
    void aDeletedRuleSeparatesForGood() {
        RoutingTables tables = ok(RoutingTables.INITIAL.deleteRule(RuleSelector.priority(32767)));

        assertThat(tables.shared()).isFalse();
        assertThat(ok(tables.addRule(RoutingRule.lookup(32767, TableId.DEFAULT)))
                        .shared())
                .isFalse();
    }

    @Property(tries = 60)
    void separatingKeepsEveryRouteInItsTable(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int count) {
        Random random = new Random(seed);
        RoutingTables shared = RoutingTables.INITIAL;
        List<Route> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Route route = route(random);
            if (shared.insert(route, RouteInsertion.ADD) instanceof ResultOrErrno.Ok<RoutingTables> ok) {
                shared = ok.value();
                added.add(route);
            }
        }

        RoutingTables separate = ok(shared.addRule(RoutingRule.lookup(1000, TableId.MAIN)));

        for (TableId id : List.of(TableId.MAIN, TableId.LOCAL)) {
            assertThat(separate.routes(id)).isEqualTo(shared.routes(id));
            assertThat(separate.table(id).orElse(RouteTable.EMPTY).routes()).isEqualTo(shared.routes(id));
        }
        assertThat(shared.routes()).containsExactlyInAnyOrderElementsOf(added);
    }

    private static Route route(Random random) {
        TableId table = random.nextBoolean() ? TableId.LOCAL : TableId.MAIN;
        Ipv4Prefix prefix =
                Ipv4Prefix.containing(new Ipv4Address(0x0a000000 | random.nextInt(1 << 12)), 20 + random.nextInt(13));
        RouteInfo info = new RouteInfo(
                table,
                RouteType.UNICAST,
                RouteScope.LINK,
                RouteProtocol.BOOT,
                Ipv4Address.ANY,
                0,
                RouteMetrics.NONE,
                List.of(NextHop.direct(2, RouteScope.HOST)),
                NexthopReference.NONE,
                false);
        return new Route(prefix, table, 0, RouteType.UNICAST, info);
    }

    private static RoutingTables ok(ResultOrErrno<RoutingTables> answer) {
        assertThat(answer).isInstanceOf(ResultOrErrno.Ok.class);
        return ((ResultOrErrno.Ok<RoutingTables>) answer).value();
    }
}
