package org.packetwalk.shell;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RouteScope;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.kernel.route6.Ipv6Scope;
import org.packetwalk.net.IpPrefix;
import org.packetwalk.net.Ipv4Prefix;

/**
 * Which devices and addresses {@code ip link show} and {@code ip addr show} print ({@code ipaddr_list_flush_or_save}).
 *
 * @param device ifindex, 0 for all
 * @param up whether only devices that are up
 * @param type the kind of device, empty for all
 * @param group the interface group, -1 for all
 * @param scope the scope of addresses, -1 for all
 * @param to the prefix addresses lie in, /0 for all
 * @param label the pattern of labels, empty for all
 * @param secondary whether secondary addresses are printed
 * @param state only IPv6 addresses in this state: tentative, deprecated, dadfailed, dynamic or permanent; empty for all
 * @param master only ports of the bridge of this ifindex, 0 for devices that are no port, -1 for all
 * @param primary whether primary addresses are printed
 */
record IpShowFilter(
        int device,
        boolean up,
        String type,
        int group,
        int scope,
        IpPrefix to,
        String label,
        boolean primary,
        boolean secondary,
        String state,
        int master) {

    /** Ports of whatever bridge, and devices that are none. */
    private static final int ANY = -1;

    static final IpShowFilter ALL = new IpShowFilter(0, false, "", -1, -1, Ipv4Prefix.DEFAULT, "", true, true, "", ANY);

    private static final String KNOWN =
            "dev, up, type, group, master, nomaster, scope, to, label, primary, secondary, permanent, dynamic";

    static IpShowFilter parse(Words words, Place place, String object) {
        String device = "";
        boolean up = false;
        String type = "";
        int group = -1;
        int scope = -1;
        IpPrefix to = Ipv4Prefix.DEFAULT;
        String label = "";
        boolean primary = true;
        boolean secondary = true;
        String state = "";
        int master = ANY;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "to" -> to = words.anyPrefix();
                case "scope" -> scope = scope(words.next());
                case "up" -> up = true;
                case "primary" -> secondary = false;
                case "secondary", "temporary" -> primary = false;
                case "permanent", "tentative", "deprecated", "dadfailed" -> state = word;
                case "dynamic" -> {
                    state = word;
                }
                case "type" -> type = words.next();
                case "label" -> label = words.next();
                case "group" -> group = group(words.next());
                case "master" -> {
                    String name = words.next();
                    master = place.device(name).orElseThrow(() -> Words.wrong(name, "Device does not exist"));
                }
                case "nomaster" -> master = 0;
                case "home", "nodad", "vrf" -> throw Words.notSimulated("ip " + object + " show", word, KNOWN);
                default -> {
                    String name = word.equals("dev") ? words.next() : word;
                    if (!device.isEmpty()) {
                        throw Words.garbage("dev", name);
                    }
                    device = name;
                }
            }
        }
        return new IpShowFilter(
                index(device, place), up, type, group, scope, to, label, primary, secondary, state, master);
    }

    private static int index(String device, Place place) {
        return device.isEmpty()
                ? 0
                : place.device(device).orElseThrow(() -> new Refusal(1, "Device \"" + device + "\" does not exist."));
    }

    private static int scope(String word) {
        if (word.equals("all")) {
            return -1;
        }
        return RouteScope.parse(word)
                .orElseThrow(() -> Words.wrong(word, "invalid \"scope\"\n".strip()))
                .number();
    }

    private static int group(String word) {
        long number = word.equals("default") ? 0 : Words.number(word);
        if (number < 0) {
            throw Words.wrong(word, "Invalid \"group\" value");
        }
        return (int) number;
    }

    boolean shows(NetDevice shown) {
        return (device == 0 || device == shown.index())
                && (!up || shown.up())
                && (type.isEmpty() || type.equals(shown.kind().word()))
                && (master == ANY || master == shown.master())
                && (group < 0 || group == shown.group());
    }

    boolean shows(InterfaceAddress shown, SimTime now) {
        boolean fits = switch (state) {
            case "deprecated" -> shown.lifetime().deprecated(now);
            case "dynamic" -> !shown.lifetime().permanent();
            case "permanent" -> shown.lifetime().permanent();
            default -> state.isEmpty();
        };
        return fits
                && (scope < 0 || scope == shown.scope().number())
                && to.covers(shown.address())
                && (label.isEmpty() || shown.label().matches(pattern()))
                && (shown.secondary() ? secondary : primary);
    }

    /** Whether the line of a device is printed: not if labels are looked for. */
    boolean showsName() {
        return label.isEmpty();
    }

    /** Whether an IPv6 address is shown; it has no label. */
    boolean shows(Ipv6InterfaceAddress shown, SimTime now) {
        boolean dynamic = shown.validSeconds() != Ipv6InterfaceAddress.FOREVER;
        boolean fits = switch (state) {
            case "tentative" -> shown.tentative();
            case "deprecated" -> shown.deprecated(now);
            case "dadfailed" -> shown.state() == Ipv6InterfaceAddress.DadState.FAILED;
            case "dynamic" -> dynamic;
            case "permanent" -> !dynamic;
            default -> true;
        };
        return fits
                && label.isEmpty()
                && (scope < 0 || scope == routeScope(shown.scope()))
                && (to.equals(Ipv4Prefix.DEFAULT) || to.covers(shown.address()))
                && (shown.temporary() ? secondary : primary);
    }

    /** The number of {@code rtm_scope} for the reach of an IPv6 address ({@code rt_scope}). */
    static int routeScope(Ipv6Scope scope) {
        return switch (scope) {
            case NODE -> 254;
            case LINK -> 253;
            case SITE -> 200;
            case ORGANIZATION, GLOBAL -> 0;
        };
    }

    private String pattern() {
        StringBuilder regex = new StringBuilder();
        for (char c : label.toCharArray()) {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(java.util.regex.Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }
}
