package org.packetwalk.shell;

import java.util.LinkedHashMap;
import java.util.Map;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route.AddressLifetime;
import org.packetwalk.kernel.route.InterfaceAddress;

/** IPv4 addresses as {@code ip address} shows them ({@code print_addrinfo}). */
record IpAddressLines(IpOptions options, SimTime now) {

    AddressLine of(InterfaceAddress address) {
        return new AddressLine(text(address), row(address), brief(address), briefRow(address));
    }

    private String text(InterfaceAddress address) {
        StringBuilder out = new StringBuilder("inet ").append(address.address());
        if (hasPeer(address)) {
            out.append(" peer ").append(address.peer());
        }
        out.append('/').append(address.prefixLength());
        if (address.metric() != 0) {
            out.append(" metric ").append(address.metric());
        }
        if (!address.broadcast().isAny()) {
            out.append(" brd ").append(address.broadcast());
        }
        out.append(" scope ").append(scope(address)).append(' ');
        if (address.secondary()) {
            out.append("secondary ");
        }
        if (address.lifetime().deprecated(now)) {
            out.append("deprecated ");
        }
        if (!address.lifetime().permanent()) {
            out.append("dynamic ");
        }
        if (address.noPrefixRoute()) {
            out.append("noprefixroute ");
        }
        if (address.autojoin()) {
            out.append("autojoin ");
        }
        out.append(address.label());
        return out.append(options.lineBreak())
                .append("       valid_lft ")
                .append(seconds(address.lifetime().validLeft(now)))
                .append(" preferred_lft ")
                .append(seconds(address.lifetime().preferredLeft(now)))
                .toString();
    }

    private static String seconds(long left) {
        return left == AddressLifetime.FOREVER ? "forever" : left + "sec";
    }

    /** A peer of 0.0.0.0 is not told ({@code inet_fill_ifaddr}). */
    private static boolean hasPeer(InterfaceAddress address) {
        return !address.peer().isAny() && !address.peer().equals(address.address());
    }

    private String scope(InterfaceAddress address) {
        return options.numeric()
                ? Integer.toString(address.scope().number())
                : address.scope().word();
    }

    private static String brief(InterfaceAddress address) {
        String peer = hasPeer(address) ? " peer " + address.peer() : "";
        String metric = address.metric() == 0 ? "" : "metric " + address.metric() + " ";
        return address.address() + peer + "/" + address.prefixLength() + " " + metric;
    }

    private Map<String, Object> row(InterfaceAddress address) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("family", "inet");
        row.putAll(briefRow(address));
        if (!address.broadcast().isAny()) {
            row.put("broadcast", address.broadcast().toString());
        }
        row.put("scope", scope(address));
        if (address.secondary()) {
            row.put("secondary", true);
        }
        if (address.lifetime().deprecated(now)) {
            row.put("deprecated", true);
        }
        if (!address.lifetime().permanent()) {
            row.put("dynamic", true);
        }
        if (address.noPrefixRoute()) {
            row.put("noprefixroute", true);
        }
        if (address.autojoin()) {
            row.put("autojoin", true);
        }
        row.put("label", address.label());
        row.put("valid_life_time", address.lifetime().validLeft(now));
        row.put("preferred_life_time", address.lifetime().preferredLeft(now));
        return row;
    }

    private static Map<String, Object> briefRow(InterfaceAddress address) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("local", address.address().toString());
        if (hasPeer(address)) {
            row.put("address", address.peer().toString());
        }
        row.put("prefixlen", address.prefixLength());
        if (address.metric() != 0) {
            row.put("metric", address.metric());
        }
        return row;
    }
}
