package org.packetwalk.random;

/** Hosts in a row or on a bridge, all of which reach each other, with addresses of one IP family. */
final class FirewallWires {

    private final Dice dice;
    private final LabText lab;
    private final boolean six;

    FirewallWires(Dice dice, LabText lab, boolean six) {
        this.dice = dice;
        this.lab = lab;
        this.six = six;
    }

    void lay() {
        if (dice.once(3)) {
            bridged(2 + dice.below(2));
        } else {
            row(1 + dice.below(3));
        }
        for (String host : lab.hosts()) {
            if (dice.once(8)) {
                String address = six ? "2001:db8:9:" + host.substring(1) + "::1" : "10.9." + host.substring(1) + ".1";
                lab.address(address);
                lab.ip(host, "addr add " + address + (six ? "/128" : "/32") + " dev lo");
            }
        }
    }

    private void begin(String host) {
        lab.host(host);
        if (six) {
            // No address is checked, no router asked for.
            lab.on(host, "sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.default.router_solicitations=0 net.ipv6.conf.default.accept_ra=0");
        }
        lab.ip(host, "link set lo up");
    }

    /** Hosts in a row, each with routes to all subnets, seldom without one of them. */
    private void row(int cables) {
        for (int i = 0; i <= cables; i++) {
            begin("h" + i);
        }
        for (int i = 1; i <= cables; i++) {
            cable("h" + (i - 1), "r" + i, "h" + i, "l" + i, lab.newSubnet());
        }
        for (int host = 0; host <= cables; host++) {
            for (int subnet = 1; subnet <= cables; subnet++) {
                if (subnet < host && !dice.once(12)) {
                    lab.ip("h" + host, "route add " + network(subnet) + " via " + own(host, 1));
                } else if (subnet > host + 1 && !dice.once(12)) {
                    lab.ip("h" + host, "route add " + dice.of(network(subnet), "default") + " via " + own(host + 1, 2));
                }
            }
        }
    }

    /** Hosts on a bridge of the first, and one beyond it. */
    private void bridged(int ports) {
        begin("h0");
        lab.ip("h0", "link add br0 type bridge mcast_snooping 0");
        lab.device("h0", "br0");
        int subnet = lab.newSubnet();
        address("h0", "br0", subnet, 9);
        lab.ip("h0", "link set br0 up");
        for (int i = 1; i <= ports; i++) {
            begin("h" + i);
            lab.ip("h0", "link add p" + i + " type veth peer name e0 netns h" + i);
            lab.device("h0", "p" + i);
            lab.device("h" + i, "e0");
            lab.ip("h0", "link set p" + i + " master br0 up");
            address("h" + i, "e0", subnet, i);
            lab.ip("h" + i, "link set e0 up");
            lab.ip("h" + i, "route add default via " + own(subnet, 9));
        }
        begin("h9");
        int outer = lab.newSubnet();
        cable("h0", "r9", "h9", "l9", outer);
        if (!dice.once(4)) {
            lab.ip("h9", "route add default via " + own(outer, 1));
        }
        if (dice.once(3)) {
            lab.on("h0", "sysctl -qw net.bridge.bridge-nf-call-ip" + (six ? "6" : "") + "tables=0");
        }
    }

    private void cable(String left, String leftDevice, String right, String rightDevice, int subnet) {
        lab.ip(left, "link add " + leftDevice + " type veth peer name " + rightDevice + " netns " + right);
        lab.device(left, leftDevice);
        lab.device(right, rightDevice);
        address(left, leftDevice, subnet, 1);
        address(right, rightDevice, subnet, 2);
        lab.ip(left, "link set " + leftDevice + " up");
        lab.ip(right, "link set " + rightDevice + " up");
    }

    private void address(String host, String device, int subnet, int number) {
        String address = own(subnet, number);
        lab.address(address);
        lab.ip(host, "addr add " + address + (six ? "/64" : "/24") + " dev " + device);
    }

    private String own(int subnet, int number) {
        return six ? "2001:db8:" + subnet + "::" + number : "10.0." + subnet + "." + number;
    }

    private String network(int subnet) {
        return six ? "2001:db8:" + subnet + "::/64" : "10.0." + subnet + ".0/24";
    }
}
