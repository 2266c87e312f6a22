package org.packetwalk.desktop.console;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which words can follow which in the commands a lab is built with. */
final class CommandWords {
    private static final String FOLLOWERS = """
            ip: address link neighbour netns nexthop route rule -n -br -d -s
            ip address: add del flush show
            ip link: add set del show
            ip neighbour: add replace del flush show
            ip netns: add del exec list
            ip nexthop: add replace del show
            ip route: add append replace del get flush show
            ip rule: add del show
            bridge: fdb link
            bridge fdb: add append replace del show
            bridge link: set show
            sysctl: -w -n net.ipv4.ip_forward=1 net.ipv4.conf.all.rp_filter= net.ipv4.conf.all.arp_ignore=
            """;
    private static final List<String> BEFORE_DEVICE =
            List.of("dev", "master", "oif", "iif", "-I", "-i", "peer", "name", "set", "link");
    private static final List<String> BEFORE_HOST = List.of("-n", "-netns", "exec", "netns");

    private final SortedMap<String, List<String>> followers = new TreeMap<>();

    CommandWords() {
        FOLLOWERS.lines().forEach(line -> {
            int colon = line.indexOf(':');
            followers.put(
                    line.substring(0, colon), List.of(line.substring(colon + 2).split(" ")));
        });
    }

    /** What follows these words, abbreviations among them; nothing if that is not known. */
    List<String> after(List<String> words) {
        String key = "";
        for (String word : words) {
            if (word.startsWith("-")) {
                continue;
            }
            key = key.isEmpty() ? word : key + " " + whole(key, word);
        }
        return followers.getOrDefault(key, List.of());
    }

    private String whole(String key, String word) {
        return followers.getOrDefault(key, List.of()).stream()
                .filter(known -> known.startsWith(word))
                .findFirst()
                .orElse(word);
    }

    static boolean beforeDevice(String word) {
        return BEFORE_DEVICE.contains(word);
    }

    static boolean beforeHost(String word) {
        return BEFORE_HOST.contains(word);
    }

    /** All commands whose followers are known. */
    SortedMap<String, List<String>> all() {
        return followers;
    }
}
