package org.packetwalk.random;

import java.util.function.Consumer;

/** Hosts and what connects them: cables in a row, a second cable beside the first, bridges, macvlan devices. */
final class Wires {

    private final Dice dice;
    private final LabText lab;
    private boolean waits;

    Wires(Dice dice, LabText lab) {
        this.dice = dice;
        this.lab = lab;
    }

    void lay() {
        int hosts = 2 + dice.below(3);
        for (int i = 0; i < hosts; i++) {
            lab.host("h" + i);
            if (!dice.once(12)) {
                lab.ip("h" + i, "link set lo up");
            }
        }
        if (hosts > 2 && dice.once(3)) {
            bridged(hosts);
            return;
        }
        row(hosts);
        if (dice.once(5)) {
            macvlan();
        }
    }

    /** Hosts in a row, each prepared before it has a cable. */
    void layRow(Consumer<String> preparation) {
        int hosts = 2 + dice.below(3);
        for (int i = 0; i < hosts; i++) {
            lab.host("h" + i);
            preparation.accept("h" + i);
            lab.ip("h" + i, "link set lo up");
        }
        waits = true;
        row(hosts);
    }

    private void row(int hosts) {
        for (int i = 1; i < hosts; i++) {
            cable("h" + (i - 1), "r" + i, "h" + i, "l" + i);
            if (dice.once(4)) {
                cable("h" + (i - 1), "q" + i, "h" + i, "k" + i);
            }
        }
    }

    private void bridged(int hosts) {
        lab.ip("h0", "link add br0 type bridge mcast_snooping 0" + dice.of("", " ageing_time 30000", " forward_delay 0"));
        lab.device("h0", "br0");
        int subnet = lab.newSubnet();
        for (int i = 1; i < hosts; i++) {
            lab.ip("h0", "link add p" + i + " type veth peer name e0 netns h" + i);
            lab.device("h0", "p" + i);
            lab.device("h" + i, "e0");
            lab.ip("h0", "link set p" + i + " master br0 up");
            address("h" + i, "e0", subnet, i);
            lab.ip("h" + i, "link set e0 up");
        }
        if (dice.once(2)) {
            address("h0", "br0", subnet, 9);
        }
        lab.ip("h0", "link set br0 up");
    }

    private void cable(String left, String leftDevice, String right, String rightDevice) {
        lab.ip(left, "link add " + leftDevice + " type veth peer name " + rightDevice + " netns " + right);
        lab.device(left, leftDevice);
        lab.device(right, rightDevice);
        int subnet = lab.newSubnet();
        boolean early = dice.once(2);
        if (early) {
            addresses(left, leftDevice, right, rightDevice, subnet);
        }
        lab.ip(left, "link set " + leftDevice + " up");
        if (!dice.once(15)) {
            lab.ip(right, "link set " + rightDevice + " up");
        }
        if (!early) {
            addresses(left, leftDevice, right, rightDevice, subnet);
        }
        if (waits) {
            // Ends with the same number learn of their carrier up to a second later; what two devices do begins apart.
            lab.line(lab.devices(left).size() == lab.devices(right).size() ? "sleep 1.2" : "sleep 0.2");
        }
    }

    private void addresses(String left, String leftDevice, String right, String rightDevice, int subnet) {
        address(left, leftDevice, subnet, 1);
        address(right, rightDevice, subnet, 2);
    }

    private void address(String host, String device, int subnet, int number) {
        int length = dice.once(5) ? 28 + dice.below(5) : 24;
        String address = "10.0." + subnet + "." + number;
        lab.address(address);
        if (length == 32) {
            String peer = "10.0." + subnet + "." + (3 - number);
            lab.ip(host, "addr add " + address + dice.of("", " peer " + (number < 3 ? peer : address)) + " dev " + device);
        } else {
            lab.ip(host, "addr add " + address + "/" + length + dice.of("", " brd +") + " dev " + device);
        }
    }

    private void macvlan() {
        String host = lab.anyHost();
        String below = lab.anyDevice(host);
        if (below.equals("lo") || below.equals("nix0")) {
            return;
        }
        String other = lab.anyHost();
        String mode = dice.of("bridge", "bridge", "private");
        if (other.equals(host)) {
            lab.ip(host, "link add mv0 link " + below + " type macvlan mode " + mode);
        } else {
            lab.ip(host, "link add mv0 link " + below + " netns " + other + " type macvlan mode " + mode);
        }
        lab.device(other, "mv0");
        String address = "10.0." + (1 + dice.below(3)) + "." + (20 + dice.below(3));
        lab.address(address);
        lab.ip(other, "addr add " + address + "/24 dev mv0");
        lab.ip(other, "link set mv0 up");
    }
}
