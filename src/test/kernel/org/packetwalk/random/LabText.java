package org.packetwalk.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A lab while it is being thought up: its lines, and what its hosts are likely to have. */
final class LabText {

    private static final int FIRST_SUBNET = 1;

    private final Dice dice;
    private final boolean ipv6;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, List<String>> devices = new LinkedHashMap<>();
    private final List<String> addresses = new ArrayList<>();
    private int subnets = FIRST_SUBNET;
    private int macs;

    /** @param ipv6 whether the hosts keep IPv6 on */
    LabText(Dice dice, boolean ipv6) {
        this.dice = dice;
        this.ipv6 = ipv6;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void line(String line) {
        lines.add(line.strip().replaceAll(" +", " "));
    }

    /** A line of {@code ip} for a host. */
    void ip(String host, String words) {
        line("ip -n " + host + " " + words);
    }

    /** A line of any other command on a host. */
    void on(String host, String words) {
        line("ip netns exec " + host + " " + words);
    }

    void host(String host) {
        devices.put(host, new ArrayList<>(List.of("lo")));
        line("ip netns add " + host);
        if (ipv6) {
            return;
        }
        on(host, "sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1");
    }

    /** Gives a new device a hardware address that is known. */
    void device(String host, String device) {
        devices.get(host).add(device);
        macs++;
        ip(host, "link set " + device + " address 02:00:00:00:00:%02x".formatted(macs));
    }

    /** A device that is there already. */
    void named(String host, String device) {
        devices.get(host).add(device);
    }

    void gone(String host, String device) {
        devices.get(host).remove(device);
    }

    List<String> hosts() {
        return List.copyOf(devices.keySet());
    }

    List<String> devices(String host) {
        return List.copyOf(devices.get(host));
    }

    String anyHost() {
        return dice.of(hosts());
    }

    /** Mostly a cable, sometimes lo, rarely one that is not there. */
    String anyDevice(String host) {
        if (dice.once(40)) {
            return "nix0";
        }
        List<String> all = devices(host);
        return all.size() > 1 && !dice.once(6) ? all.get(1 + dice.below(all.size() - 1)) : dice.of(all);
    }

    int newSubnet() {
        return subnets++;
    }

    void address(String address) {
        addresses.add(address);
    }

    /** An address somebody has; some address if nobody has one. */
    String ownAddress() {
        return addresses.isEmpty() ? anyAddress() : dice.once(12) ? ipv6 ? "::1" : "127.0.0.1" : dice.of(addresses);
    }

    /** An address somebody has, or one near it, or another. */
    String anyAddress() {
        int kind = dice.below(20);
        if (kind < 11 && !addresses.isEmpty()) {
            return dice.of(addresses);
        }
        if (kind < 16) {
            return "10.0." + (1 + dice.below(Math.max(1, subnets))) + "." + dice.of("0", "1", "2", "3", "9", "127", "128", "255");
        }
        return dice.of(
                "127.0.0.1",
                "127.1.2.3",
                "10.9.0.1",
                "192.0.2.7",
                "172.16.5.1",
                "255.255.255.255",
                "224.0.0.1",
                "239.1.2.3",
                "0.0.0.0",
                "169.254.1.1",
                "240.0.0.1",
                "0.0.0.5");
    }

    String anyPrefix() {
        String address = anyAddress();
        int length = List.of(32, 32, 24, 24, 25, 16, 8, 30, 31, 28, 0).get(dice.below(11));
        return network(address, length);
    }

    static String network(String address, int length) {
        if (length == 0) {
            return "default";
        }
        int bits = 0;
        for (String part : address.split("\\.")) {
            bits = bits << 8 | Integer.parseInt(part);
        }
        bits &= -1 << (32 - length);
        String text = (bits >>> 24) + "." + (bits >>> 16 & 255) + "." + (bits >>> 8 & 255) + "." + (bits & 255);
        return length == 32 ? text : text + "/" + length;
    }
}
