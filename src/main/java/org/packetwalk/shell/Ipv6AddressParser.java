package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress;
import org.packetwalk.kernel.route6.Ipv6InterfaceAddress.DadState;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.netlink.AddressRequest;

/** {@code ip address add}, {@code change}, {@code replace} and {@code del} of IPv6 addresses ({@code ipaddr_modify}). */
final class Ipv6AddressParser {

    private static final String KNOWN = "local, peer, scope, label, dev, metric, nodad, optimistic, home, mngtmpaddr,"
            + " noprefixroute, autojoin, valid_lft, preferred_lft";

    private final Place place;
    private final IpOptions options;
    private Ipv6AddressAndLength local = new Ipv6AddressAndLength(Ipv6Address.ANY, 0, false);
    private boolean localGiven;
    private Ipv6AddressAndLength peer = new Ipv6AddressAndLength(Ipv6Address.ANY, 0, false);
    private String device = "";
    private final List<String> flags = new ArrayList<>();
    private long metric;
    private long valid = Ipv6InterfaceAddress.FOREVER;
    private long preferred = Ipv6InterfaceAddress.FOREVER;

    Ipv6AddressParser(Place place, IpOptions options) {
        this.place = place;
        this.options = options;
    }

    /** Whether the words are about IPv6: the first address among them tells, unless an option does. */
    static boolean concerns(Words words, IpOptions options) {
        if (options.ipv6() || options.family() != 0) {
            return options.ipv6();
        }
        for (String word : words.rest()) {
            if (word.indexOf(':') >= 0 && Ipv6AddressAndLength.parse(word).isPresent()) {
                return true;
            }
            if (word.indexOf('.') >= 0 && AddressAndLength.parse(word).isPresent()) {
                return false;
            }
        }
        return false;
    }

    Command add(Words words, boolean replace) {
        fields(words);
        int index = place.deviceOrRefuse(device);
        if (!localGiven) {
            throw new Refusal(2, "RTNETLINK answers: Invalid argument");
        }
        if (preferred > valid) {
            throw new Refusal(1, "preferred_lft is greater than valid_lft");
        }
        return new Command.Configure(place.host(), new AddressRequest.AddIpv6(index, address(), replace));
    }

    Command delete(Words words) {
        fields(words);
        int index = place.deviceOrRefuse(device);
        if (!localGiven) {
            throw new Refusal(2, "RTNETLINK answers: Invalid argument");
        }
        return new Command.Configure(
                place.host(), new AddressRequest.DeleteIpv6(index, local.address(), local.length()));
    }

    private Ipv6InterfaceAddress address() {
        boolean hasPeer = !peer.address().isAny();
        // Whoever is its own peer has none (extract_addr).
        boolean other = !peer.address().equals(local.address());
        return new Ipv6InterfaceAddress(
                local.address(),
                hasPeer ? peer.length() : local.length(),
                other ? peer.address() : Ipv6Address.ANY,
                DadState.TENTATIVE,
                flags.contains("nodad"),
                flags.contains("optimistic"),
                false,
                flags.contains("mngtmpaddr"),
                flags.contains("noprefixroute"),
                flags.contains("autojoin"),
                flags.contains("home"),
                valid,
                preferred,
                SimTime.ZERO,
                metric,
                false);
    }

    private void fields(Words words) {
        while (words.hasNext()) {
            word(words.next(), words);
        }
        if (device.isEmpty()) {
            throw new Refusal(1, "Not enough information: \"dev\" argument is required.");
        }
        if (flags.contains("autojoin") && !local.address().isMulticast()) {
            throw new Refusal(1, "autojoin needs multicast address");
        }
    }

    private void word(String word, Words words) {
        switch (word) {
            case "peer", "remote" -> peer = words.ipv6Prefix();
            case "dev" -> device = words.next();
            case "label" -> words.next();
            case "brd", "broadcast" -> throw new Refusal(1, "Broadcast can be set only for IPv4 addresses");
            case "anycast" -> throw Words.notSimulated("ip address add", word, KNOWN);
            default -> {
                if (Words.matches(word, "scope")) {
                    words.next();
                } else if (Words.matches(word, "metric")
                        || Words.matches(word, "priority")
                        || Words.matches(word, "preference")) {
                    metric = words.unsigned32("\"metric\" value is invalid");
                } else if (Words.matches(word, "valid_lft")) {
                    valid = lifetime(words, "valid_lft");
                } else if (Words.matches(word, "preferred_lft")) {
                    preferred = lifetime(words, "preferred_lft");
                } else if (!flag(word)) {
                    String address = word.equals("local") ? words.next() : word;
                    if (Words.matches(address, "help")) {
                        throw IpUsage.refusal(IpUsage.ADDRESS);
                    }
                    local(address, words);
                }
            }
        }
    }

    private boolean flag(String word) {
        for (String flag : List.of("home", "nodad", "optimistic", "mngtmpaddr", "noprefixroute", "autojoin")) {
            if (Words.matches(word, flag)) {
                return flags.add(flag);
            }
        }
        return false;
    }

    static long lifetime(Words words, String key) {
        String word = words.next();
        if (word.equals("forever")) {
            return Ipv6InterfaceAddress.FOREVER;
        }
        long seconds = Words.number(word);
        if (seconds < 0 || seconds > Ipv6InterfaceAddress.FOREVER) {
            throw Words.wrong(word, key + " value");
        }
        if (key.equals("valid_lft") && seconds == 0) {
            throw new Refusal(1, "valid_lft is zero");
        }
        return seconds;
    }

    private void local(String word, Words words) {
        if (localGiven) {
            throw Words.garbage("local", word);
        }
        words.back();
        local = words.ipv6Prefix();
        localGiven = true;
    }
}
