package org.packetwalk.random;

/** VXLAN devices between neighbouring hosts, with static and learnt ends. */
final class Tunnels {

    private final Dice dice;
    private final LabText lab;

    Tunnels(Dice dice, LabText lab) {
        this.dice = dice;
        this.lab = lab;
    }

    /** A tunnel from the first host to the second over the first cable, or over whatever leads there. */
    void lay() {
        String id = dice.of("5", "42");
        String port = dice.of("4789", "4789", "8472");
        String other = dice.once(6) ? dice.of("43", "7") : id;
        end("h0", id, port, 1);
        end("h1", other, port, 2);
        lab.address("10.8.0.1");
        lab.address("10.8.0.2");
    }

    private void end(String host, String id, String port, int number) {
        String remote = "10.0.1." + (3 - number);
        String device = number == 1 ? "r1" : "l1";
        lab.ip(
                host,
                "link add vx0 type vxlan id " + id + " dstport " + port
                        + (dice.once(5) ? "" : " remote " + remote)
                        + dice.maybe(3, " local 10.0.1." + number)
                        + dice.maybe(4, " dev " + device)
                        + dice.maybe(6, dice.of(" ttl 3", " ttl 64", " tos 0x10", " nolearning", " ageing 60")));
        lab.ip(host, "link set vx0 address 02:00:00:00:08:0" + number);
        lab.ip(host, "addr add 10.8.0." + number + "/24 dev vx0");
        lab.ip(host, "link set vx0 up");
        lab.on(host, "sysctl -qw net.ipv4.neigh.vx0.retrans_time_ms=100 net.ipv4.neigh.vx0.delay_first_probe_time=60");
        lab.named(host, "vx0");
    }

    void change(String host) {
        String mac = dice.of("00:00:00:00:00:00", "02:00:00:00:08:01", "02:00:00:00:08:02");
        switch (dice.below(5)) {
            case 0 -> lab.on(host, "bridge fdb del " + mac + " dev vx0 dst 10.0.1." + (1 + dice.below(2)));
            case 1 -> lab.ip(host, "link set vx0 " + dice.of("down", "up", "mtu 1400", "mtu 1500"));
            case 2 -> lab.on(host, "bridge fdb show dev vx0");
            default -> lab.on(host, "bridge fdb " + dice.of("append ", "add ", "replace ") + mac + " dev vx0 dst 10.0.1." + (1 + dice.below(3)));
        }
    }
}
