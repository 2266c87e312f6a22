package org.packetwalk.kernel.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

import org.packetwalk.kernel.RouteMetrics;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/** What must hold of every trie, whatever was added, deleted or flushed. */
class TrieShapeTest {

    private static final RouteInfo INFO = new RouteInfo(
            TableId.MAIN,
            RouteType.UNICAST,
            RouteScope.UNIVERSE,
            RouteProtocol.BOOT,
            Ipv4Address.ANY,
            0,
            RouteMetrics.NONE,
            List.of(NextHop.direct(2, RouteScope.HOST)),
            NexthopReference.NONE,
            false);

    @Property(tries = 60)
    void countsAndSuffixLengthsAreRight(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2000) int count) {
        Random random = new Random(seed);
        List<Route> routes = routes(random, count);
        RouteTable table = RouteTable.load(routes);
        check(table);

        for (Route route : routes.subList(0, count / 2)) {
            table = table.minus(route);
        }
        check(table);

        int doomed = random.nextInt(33);
        check(table.flushing(alias -> alias.suffixLength == doomed));
        check(RouteTable.load(routes).flushing(alias -> alias.suffixLength > doomed));
    }

    @Property(tries = 40)
    void oneByOneAndInBulkGiveTheSameTrie(@ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int count) {
        List<Route> routes = routes(new Random(seed), count);

        RouteTable oneByOne = RouteTable.EMPTY;
        List<String> texts = new ArrayList<>();
        List<RouteTable> versions = new ArrayList<>();
        for (Route route : routes) {
            oneByOne = oneByOne.plus(List.of(route));
            versions.add(oneByOne);
            texts.add(TrieText.tree(oneByOne.root()));
        }

        RouteTable bulk = RouteTable.load(routes);
        assertThat(TrieText.tree(bulk.root())).isEqualTo(texts.get(texts.size() - 1));
        assertThat(TrieText.statistics(bulk.root())).isEqualTo(TrieText.statistics(oneByOne.root()));
        for (int i = 0; i < versions.size(); i += 37) {
            assertThat(TrieText.tree(versions.get(i).root())).isEqualTo(texts.get(i));
        }
    }

    @Property(tries = 20)
    void deletingEverythingLeavesNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int count) {
        List<Route> routes = routes(new Random(seed), count);
        RouteTable table = RouteTable.load(routes);

        assertThat(table.flushing(alias -> true).isEmpty()).isTrue();
        for (Route route : routes) {
            table = table.minus(route);
        }

        assertThat(table.isEmpty()).isTrue();
    }

    private static void check(RouteTable table) {
        check(table.root());
    }

    private static int check(@Nullable TrieNode node) {
        if (!(node instanceof TrieInner inner)) {
            return node instanceof TrieLeaf leaf ? leaf.suffixLength() : 0;
        }
        int empty = 0;
        int full = 0;
        int longest = inner.position;
        for (int i = 0; i < inner.size(); i++) {
            TrieNode child = inner.children[i];
            empty += child == null ? 1 : 0;
            full += inner.holdsFull(child) ? 1 : 0;
            longest = Math.max(longest, check(child));
            int key = child instanceof TrieLeaf leaf ? leaf.key : child instanceof TrieInner below ? below.key : 0;
            assertThat(child == null || inner.slot(key) == i).isTrue();
        }
        assertThat(inner.empty).isEqualTo(empty);
        assertThat(inner.full).isEqualTo(full);
        assertThat((int) inner.suffixLength).isGreaterThanOrEqualTo(longest);
        assertThat(inner.size() - empty).isGreaterThanOrEqualTo(2);
        return longest;
    }

    private static List<Route> routes(Random random, int count) {
        List<Route> routes = new ArrayList<>();
        int spread = 1 << 4 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            int address = random.nextInt(8) == 0 ? random.nextInt() : 0x0a000000 | random.nextInt(spread);
            int length = random.nextInt(3) == 0 ? random.nextInt(33) : 20 + random.nextInt(13);
            routes.add(new Route(
                    Ipv4Prefix.containing(new Ipv4Address(address), length), TableId.MAIN, 0, RouteType.UNICAST, INFO));
        }
        return routes;
    }
}
