package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress.DadState;

/** IPv6 addresses as {@code ip address} shows them ({@code print_addrinfo}). */
record Ipv6AddressLines(IpOptions options, SimTime now) {

    AddressLine of(Ipv6InterfaceAddress address) {
        return new AddressLine(text(address), row(address), brief(address), briefRow(address));
    }

    private String text(Ipv6InterfaceAddress address) {
        StringBuilder out = new StringBuilder("inet6 ").append(ends(address));
        if (address.metric() != 0) {
            out.append(" metric ").append(address.metric());
        }
        out.append(" scope ").append(scope(address)).append(' ');
        flags(address).forEach(flag -> out.append(flag).append(' '));
        out.append(options.lineBreak()).append("       valid_lft ").append(seconds(address.validLeft(now)));
        out.append(" preferred_lft ").append(seconds(address.preferredLeft(now)));
        return out.toString();
    }

    private static String ends(Ipv6InterfaceAddress address) {
        return address.address()
                + (address.peer().isAny() ? "" : " peer " + address.peer())
                + "/" + address.prefixLength();
    }

    private String scope(Ipv6InterfaceAddress address) {
        return options.numeric()
                ? Integer.toString(IpShowFilter.routeScope(address.scope()))
                : address.scope().word();
    }

    private static String seconds(long left) {
        return left == Ipv6InterfaceAddress.FOREVER ? "forever" : left + "sec";
    }

    /** The flags in the order of {@code ifa_flag_data}. */
    private List<String> flags(Ipv6InterfaceAddress address) {
        List<String> flags = new ArrayList<>();
        flag(flags, address.temporary(), "temporary");
        flag(flags, address.nodad(), "nodad");
        flag(flags, address.optimistic(), "optimistic");
        flag(flags, address.state() == DadState.FAILED, "dadfailed");
        flag(flags, address.home(), "home");
        flag(flags, address.deprecated(now), "deprecated");
        flag(flags, address.tentative(), "tentative");
        flag(flags, address.managesTemporary(), "mngtmpaddr");
        flag(flags, address.noPrefixRoute(), "noprefixroute");
        flag(flags, address.autojoin(), "autojoin");
        flag(flags, address.dynamic() || address.validSeconds() != Ipv6InterfaceAddress.FOREVER, "dynamic");
        return flags;
    }

    private static void flag(List<String> flags, boolean set, String word) {
        if (set) {
            flags.add(word);
        }
    }

    private Map<String, Object> row(Ipv6InterfaceAddress address) {
        Map<String, Object> row = briefRow(address);
        row.put("scope", scope(address));
        flags(address).forEach(flag -> row.put(flag, true));
        row.put("valid_life_time", address.validLeft(now));
        row.put("preferred_life_time", address.preferredLeft(now));
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("family", "inet6");
        named.putAll(row);
        return named;
    }

    private static String brief(Ipv6InterfaceAddress address) {
        return ends(address) + (address.metric() == 0 ? "" : " metric " + address.metric()) + " ";
    }

    private static Map<String, Object> briefRow(Ipv6InterfaceAddress address) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("local", address.address().toString());
        if (!address.peer().isAny()) {
            row.put("address", address.peer().toString());
        }
        row.put("prefixlen", address.prefixLength());
        if (address.metric() != 0) {
            row.put("metric", address.metric());
        }
        return row;
    }
}
