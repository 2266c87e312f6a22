package org.packetwalk.shell;

import java.util.List;

import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.InterfaceAddress;
import org.packetwalk.kernel.route.RouteScope;
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
 * @param primary whether primary addresses are printed
 */
record IpShowFilter(
        int device,
        boolean up,
        String type,
        int group,
        int scope,
        Ipv4Prefix to,
        String label,
        boolean primary,
        boolean secondary) {

    static final IpShowFilter ALL = new IpShowFilter(0, false, "", -1, -1, Ipv4Prefix.DEFAULT, "", true, true);

    private static final String KNOWN =
            "dev, up, type, group, scope, to, label, primary, secondary, permanent, dynamic";

    static IpShowFilter parse(Words words, Place place, String object) {
        int device = 0;
        boolean up = false;
        String type = "";
        int group = -1;
        int scope = -1;
        Ipv4Prefix to = Ipv4Prefix.DEFAULT;
        String label = "";
        boolean primary = true;
        boolean secondary = true;
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "to" -> to = words.prefix(true).prefix();
                case "scope" -> scope = scope(words.next());
                case "up" -> up = true;
                case "primary" -> secondary = false;
                case "secondary", "temporary" -> primary = false;
                case "permanent" -> {}
                case "dynamic" -> {
                    primary = false;
                    secondary = false;
                }
                case "type" -> type = words.next();
                case "label" -> label = words.next();
                case "group" -> group = group(words.next());
                case "tentative", "deprecated", "dadfailed", "home", "nodad", "master", "vrf", "nomaster" ->
                    throw Words.notSimulated("ip " + object + " show", word, KNOWN);
                default -> {
                    String name = word.equals("dev") ? words.next() : word;
                    if (device != 0) {
                        throw Words.duplicate("dev", name);
                    }
                    device = place.device(name)
                            .orElseThrow(() -> new Refusal(1, "Device \"" + name + "\" does not exist."));
                }
            }
        }
        return new IpShowFilter(device, up, type, group, scope, to, label, primary, secondary);
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
                && (group < 0 || group == shown.group());
    }

    boolean shows(InterfaceAddress shown) {
        return (scope < 0 || scope == shown.scope().number())
                && to.contains(shown.address())
                && (label.isEmpty() || shown.label().matches(pattern()))
                && (shown.secondary() ? secondary : primary);
    }

    /** Whether the line of a device is printed: not if labels are looked for and its name is none of them. */
    boolean showsName(String name) {
        return label.isEmpty() || name.matches(pattern());
    }

    /** Whether a device of these addresses is printed: all without addresses, others if one is. */
    boolean showsAny(List<InterfaceAddress> addresses) {
        return addresses.isEmpty() || addresses.stream().anyMatch(this::shows);
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
