package org.packetwalk.kernel.route6;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.pcollections.TreePMap;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.RouteInsertion;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/**
 * One routing table of IPv6 ({@code struct fib6_table}): a binary tree of prefixes, whose nodes hold routes by metric. A
 * value.
 */
public final class Ipv6RouteTable {

    /** A table without routes. */
    public static final Ipv6RouteTable EMPTY = new Ipv6RouteTable(TreePMap.empty());

    private final TreePMap<Integer, TreePMap<Ipv6Address, List<Ipv6Route>>> nodes;

    private Ipv6RouteTable(TreePMap<Integer, TreePMap<Ipv6Address, List<Ipv6Route>>> nodes) {
        this.nodes = nodes;
    }

    /** Whether there is no route. */
    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    /** The nodes on the way from the longest prefix that contains an address up to the root ({@code fib6_node_lookup}). */
    public List<List<Ipv6Route>> towards(Ipv6Address destination) {
        List<List<Ipv6Route>> found = new ArrayList<>();
        for (int length : nodes.descendingKeySet()) {
            Ipv6Address network = Ipv6Prefix.containing(destination, length).network();
            List<Ipv6Route> node = nodes.get(length).get(network);
            if (node != null) {
                found.add(node);
            }
        }
        return found;
    }

    /** The routes to exactly this prefix, by metric, equal ones as they were added. */
    public List<Ipv6Route> at(Ipv6Prefix prefix) {
        TreePMap<Ipv6Address, List<Ipv6Route>> level = nodes.get(prefix.length());
        return level == null ? List.of() : level.getOrDefault(prefix.network(), List.of());
    }

    /** All routes in the order of a dump ({@code fib6_walk}): the branches of a node before the node itself. */
    public List<Ipv6Route> routes() {
        List<Ipv6Prefix> prefixes = new ArrayList<>();
        nodes.forEach(
                (length, level) -> level.keySet().forEach(network -> prefixes.add(new Ipv6Prefix(network, length))));
        prefixes.sort(BRANCHES_FIRST);
        return prefixes.stream().flatMap(prefix -> at(prefix).stream()).toList();
    }

    private static final Comparator<Ipv6Prefix> BRANCHES_FIRST = (one, other) -> {
        if (one.contains(other) || other.contains(one)) {
            return Integer.compare(other.length(), one.length());
        }
        return one.network().compareTo(other.network());
    };

    private Ipv6RouteTable with(Ipv6Prefix prefix, List<Ipv6Route> routes) {
        TreePMap<Ipv6Address, List<Ipv6Route>> level = nodes.getOrDefault(prefix.length(), TreePMap.empty());
        TreePMap<Ipv6Address, List<Ipv6Route>> changed =
                routes.isEmpty() ? level.minus(prefix.network()) : level.plus(prefix.network(), List.copyOf(routes));
        return new Ipv6RouteTable(
                changed.isEmpty() ? nodes.minus(prefix.length()) : nodes.plus(prefix.length(), changed));
    }

    /** Puts a route in ({@code fib6_add_rt2node}): EEXIST if it is there, ENOENT if there is none to change. */
    public ResultOrErrno<Ipv6RouteTable> insert(Ipv6Route route, RouteInsertion how) {
        List<Ipv6Route> node = new ArrayList<>(at(route.prefix()));
        int end = 0;
        int replaced = -1;
        int sibling = -1;
        for (; end < node.size() && node.get(end).metric() <= route.metric(); end++) {
            Ipv6Route there = node.get(end);
            if (there.metric() != route.metric()) {
                continue;
            }
            if (how.isExclusive()) {
                return ResultOrErrno.refused(Errno.EEXIST);
            }
            boolean alike = there.takesSiblings() == route.takesSiblings();
            if (how.replaces()) {
                replaced = replaced < 0 || alike && node.get(replaced).takesSiblings() != route.takesSiblings()
                        ? end
                        : replaced;
            } else if (repeats(there, route)) {
                return ResultOrErrno.refused(Errno.EEXIST);
            } else if (there.takesSiblings() && route.takesSiblings()) {
                sibling = sibling < 0 ? end : sibling;
            }
        }
        if (replaced >= 0) {
            node.set(replaced, route);
        } else if (!how.creates()) {
            return hasNode(route.prefix())
                    ? ResultOrErrno.refused(Errno.ENOENT)
                    : ResultOrErrno.refused(Errno.ENOENT, "Can not replace route - no match found");
        } else if (sibling >= 0) {
            List<Ipv6NextHop> ways = new ArrayList<>(node.get(sibling).nexthops());
            ways.addAll(route.nexthops());
            node.set(sibling, node.get(sibling).through(ways));
        } else {
            node.add(end, route);
        }
        return ResultOrErrno.ok(with(route.prefix(), node));
    }

    /** Whether the tree has a node for a prefix: the root, one with routes, or one where two branches part. */
    private boolean hasNode(Ipv6Prefix prefix) {
        if (prefix.length() == 0 || !at(prefix).isEmpty()) {
            return true;
        }
        List<Ipv6Route> below = routes().stream()
                .filter(route -> route.prefix().length() > prefix.length() && prefix.contains(route.prefix()))
                .toList();
        return below.stream()
                        .map(route -> route.prefix().network().bit(prefix.length() + 1))
                        .distinct()
                        .count()
                > 1;
    }

    private static boolean repeats(Ipv6Route there, Ipv6Route added) {
        return there.nexthops().stream()
                .anyMatch(way -> added.nexthops().stream().anyMatch(way::leadsWhere));
    }

    /** Takes the first route out that a selector selects ({@code ip6_route_del}); ESRCH if there is none. */
    public ResultOrErrno<Ipv6RouteTable> delete(Ipv6RouteSelector selector) {
        List<Ipv6Route> node = new ArrayList<>(at(selector.prefix()));
        for (int i = 0; i < node.size(); i++) {
            Optional<Ipv6Route> rest = selector.without(node.get(i));
            if (rest.isEmpty()) {
                continue;
            }
            if (rest.get().nexthops().isEmpty()) {
                node.remove(i);
            } else {
                node.set(i, rest.get());
            }
            return ResultOrErrno.ok(with(selector.prefix(), node));
        }
        return ResultOrErrno.refused(node.isEmpty() && selector.selectsNoRoute() ? Errno.ENOENT : Errno.ESRCH);
    }

    /** Every route as a function changes it; those without a way left are taken out. */
    public Ipv6RouteTable mapping(Function<Ipv6Route, Ipv6Route> change) {
        Ipv6RouteTable result = this;
        for (Ipv6Route route : routes()) {
            List<Ipv6Route> before = result.at(route.prefix());
            List<Ipv6Route> after = before.stream()
                    .map(change)
                    .filter(left -> !left.nexthops().isEmpty())
                    .toList();
            result = before.equals(after) ? result : result.with(route.prefix(), after);
        }
        return result;
    }
}
