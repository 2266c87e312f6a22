package org.packetwalk.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A device as {@code ip -d addr} prints it: its first lines, and its addresses. */
final class CollectedDevice {

    private static final Pattern HEAD = Pattern.compile("(\\d+): ([^:@]+)(?:@([^:]+))?: <([^>]*)>(.*)");
    private static final Pattern ADDRESS = Pattern.compile(" inet6? [0-9a-fA-F:.]+(?:/\\d+)?(?: .*)?");
    /** The kinds of {@code ip link add … type}, and what a port says of its master. */
    private static final String KINDS =
            "veth|bridge|bridge_slave|vlan|macvlan|macvtap|ipvlan|ipvtap|vxlan|geneve|dummy|ifb|tun|bond"
                    + "|bond_slave|team|team_slave|wireguard|gre|gretap|ip6gre|ip6gretap|ipip|sit|ip6tnl|vti|vti6|xfrm|vrf|vrf_slave"
                    + "|netdevsim|nlmon|can|vcan|hsr|macsec|rmnet|lowpan|batadv|openvswitch|openvswitch_slave";

    private static final Pattern DETAILS = Pattern.compile(" (?:link/\\S+ .*|(?:" + KINDS + ")(?: .*)?)");
    private static final Pattern PASSED_OVER =
            Pattern.compile(" (?:valid_lft .*|altname .*|alias .*|[RT]X: .*|\\d[\\d ]*)");
    private static final String AFTER_KIND = "numtxqueues ";
    private static final String BEFORE_KIND = "\\bmaxmtu \\d+ ";

    private final CollectedLine source;
    private final int index;
    private final String name;
    private final String peer;
    private final List<String> flags;
    private final List<CollectedLine> addresses = new ArrayList<>();
    private final List<CollectedLine> unknown = new ArrayList<>();
    private String words;

    private CollectedDevice(CollectedLine source, Matcher head) {
        this.source = source;
        this.index = Integer.parseInt(head.group(1));
        this.name = head.group(2);
        this.peer = head.group(3) == null ? "" : head.group(3);
        this.flags = List.of(head.group(4).split(","));
        this.words = head.group(5);
    }

    /** The devices of a namespace's lines, in their order. */
    static List<CollectedDevice> of(List<CollectedLine> lines) {
        List<CollectedDevice> devices = new ArrayList<>();
        for (CollectedLine line : lines) {
            Matcher head = HEAD.matcher(line.text());
            if (head.matches()) {
                devices.add(new CollectedDevice(line, head));
            } else if (!devices.isEmpty()) {
                devices.get(devices.size() - 1).take(line);
            }
        }
        return devices;
    }

    private void take(CollectedLine line) {
        if (ADDRESS.matcher(line.text()).matches()) {
            addresses.add(new CollectedLine(line.number(), line.text().strip()));
        } else if (DETAILS.matcher(line.text()).matches()) {
            words += line.text();
        } else if (!PASSED_OVER.matcher(line.text()).matches()) {
            unknown.add(line);
        }
    }

    CollectedLine source() {
        return source;
    }

    int index() {
        return index;
    }

    String name() {
        return name;
    }

    /** The device below it or the other end of its cable, as it is named; {@code ifN} in another namespace; empty if none. */
    String peer() {
        return peer;
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The {@code inet} and {@code inet6} lines. */
    List<CollectedLine> addresses() {
        return addresses;
    }

    /** The lines below it that have no known form. */
    List<CollectedLine> unknown() {
        return unknown;
    }

    /** The word behind another one, such as the number behind {@code mtu}; empty if it does not stand there. */
    String after(String word) {
        Matcher found =
                Pattern.compile("(?:^| )" + Pattern.quote(word) + " (\\S+)").matcher(words);
        return found.find() ? found.group(1) : "";
    }

    /** What is told of its kind, the kind first; empty for a real network card, or where details were not asked for. */
    String kind() {
        String[] parts = words.split(BEFORE_KIND, 2);
        if (parts.length < 2) {
            return "";
        }
        String told = parts[1].split(AFTER_KIND, 2)[0].strip();
        return told.startsWith("bridge_slave ") ? "" : told;
    }

    /** The hardware address, empty if it has none. */
    String hardwareAddress() {
        return after("link/ether");
    }
}
