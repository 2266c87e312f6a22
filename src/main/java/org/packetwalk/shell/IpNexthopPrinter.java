package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.NexthopObject;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.stack.NetNamespace;

/** What {@code ip nexthop show} prints ({@code print_cache_nexthop}). */
final class IpNexthopPrinter {

    private final NetNamespace ns;
    private final IpOptions options;

    IpNexthopPrinter(NetNamespace ns, IpOptions options) {
        this.ns = ns;
        this.options = options;
    }

    CommandResult print(IpNexthopParser.Filter filter) {
        List<NexthopObject> shown =
                ns.nexthops().all().stream().filter(filter::shows).toList();
        return printed(shown);
    }

    CommandResult get(long id) {
        return ns.nexthops()
                .find(id)
                .map(object -> printed(List.of(object)))
                .orElseGet(() -> Rtnetlink.answer(ResultOrErrno.refused(Errno.ENOENT)));
    }

    private CommandResult printed(List<NexthopObject> objects) {
        if (options.json()) {
            List<Object> rows = new ArrayList<>();
            objects.forEach(object -> rows.add(row(object)));
            return CommandResult.printed(options.document(rows));
        }
        return CommandResult.printed(objects.stream().map(this::line).collect(Collectors.joining()));
    }

    /** The line of one object, as it stands behind its routes. */
    String line(NexthopObject object) {
        StringBuilder out = new StringBuilder("id " + object.id() + " ");
        if (object instanceof NexthopObject.Group group) {
            out.append("group ")
                    .append(group.members().stream()
                            .map(member -> member.id() + (member.weight() > 1 ? "," + member.weight() : ""))
                            .collect(Collectors.joining("/")))
                    .append(' ');
            if (options.details()) {
                out.append("scope global ");
            }
        } else {
            lead(out, (NexthopObject.Single) object);
        }
        if (!object.protocol().equals(RouteProtocol.UNSPECIFIED) || options.details()) {
            out.append("proto ").append(protocol(object)).append(' ');
        }
        flags(object).forEach(flag -> out.append(flag).append(' '));
        return out.append('\n').toString();
    }

    private void lead(StringBuilder out, NexthopObject.Single object) {
        NextHop way = object.nexthop();
        if (object.blackhole()) {
            out.append(options.details() ? "scope global blackhole " : "blackhole ");
        } else {
            if (way.hasGateway()) {
                out.append("via ").append(way.gateway()).append(' ');
            }
            out.append("dev ").append(ns.devices().nameOf(way.device())).append(' ');
            out.append("scope ").append(way.scope().word()).append(' ');
        }
    }

    /** The members of one object in JSON. */
    Map<String, Object> row(NexthopObject object) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", object.id());
        if (object instanceof NexthopObject.Group group) {
            List<Object> members = new ArrayList<>();
            for (NexthopObject.Member member : group.members()) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("id", member.id());
                if (member.weight() > 1) {
                    one.put("weight", member.weight());
                }
                members.add(one);
            }
            row.put("group", members);
            if (options.details()) {
                row.put("scope", "global");
            }
        } else {
            leadRow(row, (NexthopObject.Single) object);
        }
        if (!object.protocol().equals(RouteProtocol.UNSPECIFIED) || options.details()) {
            row.put("protocol", protocol(object));
        }
        row.put("flags", flags(object));
        return row;
    }

    private void leadRow(Map<String, Object> row, NexthopObject.Single object) {
        if (object.blackhole()) {
            if (options.details()) {
                row.put("scope", "global");
            }
            row.put("blackhole", Json.NULL);
            return;
        }
        NextHop way = object.nexthop();
        if (way.hasGateway()) {
            row.put("gateway", way.gateway().toString());
        }
        row.put("dev", ns.devices().nameOf(way.device()));
        row.put("scope", way.scope().word());
    }

    private static String protocol(NexthopObject object) {
        return object.protocol().equals(RouteProtocol.UNSPECIFIED)
                ? "unspec"
                : object.protocol().word();
    }

    private static List<String> flags(NexthopObject object) {
        List<String> flags = new ArrayList<>();
        if (object instanceof NexthopObject.Single single) {
            if (single.nexthop().dead()) {
                flags.add("dead");
            }
            if (single.nexthop().onlink()) {
                flags.add("onlink");
            }
            if (single.nexthop().linkdown()) {
                flags.add("linkdown");
            }
        }
        return flags;
    }
}
