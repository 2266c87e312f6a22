package org.packetwalk.random;

import java.util.List;

/** Thinks up labs of TCP connections: inside one host and between two, with and without data, closed from either side. */
public final class Connections {

    private static final int TURNS = 5;

    private static final String[] OPTIONS = {
        "tcp_timestamps", "tcp_sack", "tcp_window_scaling", "tcp_dsack", "tcp_early_retrans", "tcp_backlog_ack_defer",
        "tcp_pingpong_thresh", "tcp_syncookies", "tcp_early_demux"
    };

    private final Dice dice;
    private final LabText lab;
    private int port = 5000;

    private Connections(Dice dice, LabText lab) {
        this.dice = dice;
        this.lab = lab;
    }

    /** The lines of the lab of a seed. */
    public static List<String> lines(long seed) {
        Dice dice = new Dice(seed);
        LabText lab = new LabText(dice, false);
        Connections connections = new Connections(dice, lab);
        connections.hosts();
        for (int i = 0; i < TURNS; i++) {
            connections.turn();
        }
        lab.line("sleep 0.4");
        for (String host : lab.hosts()) {
            lab.on(host, "head -n1000 /proc/net/snmp");
            lab.on(host, "cat /proc/net/netstat");
            lab.on(host, "ss -tan");
            lab.ip(host, "-s link");
        }
        return lab.lines();
    }

    private void hosts() {
        boolean alone = dice.once(2);
        lab.host("a");
        lab.ip("a", "link set lo up");
        if (!alone) {
            lab.host("b");
            lab.ip("b", "link set lo up");
            lab.ip("a", "link add eth0 address 02:00:00:00:00:0a type veth peer name eth0 netns b address 02:00:00:00:00:0b");
            lab.ip("a", "addr add 10.0.0.1/24 dev eth0");
            lab.ip("b", "addr add 10.0.0.2/24 dev eth0");
            for (String host : lab.hosts()) {
                lab.on(host, "sysctl -qw net.ipv4.neigh.eth0.delay_first_probe_time=60");
                lab.on(host, "sysctl -qw net.ipv4.conf.eth0.forwarding=0");
                lab.ip(host, "link set eth0 up");
            }
            lab.on("a", "ping -c1 -W1 10.0.0.2");
        }
        for (String host : lab.hosts()) {
            if (dice.once(3)) {
                lab.on(host, "sysctl -w net.ipv4." + dice.of(OPTIONS) + "=0");
            }
        }
        lab.on("a", "tcpdump -l -n -t -i " + (alone ? "lo" : "eth0") + " tcp &");
        lab.line("sleep 0.3");
    }

    private void turn() {
        boolean alone = lab.hosts().size() == 1;
        String client = lab.anyHost();
        String server = alone ? client : client.equals("a") ? "b" : "a";
        String address = alone ? dice.of("127.0.0.1", "127.0.0.1", "127.1.2.3") : server.equals("a") ? "10.0.0.1" : "10.0.0.2";
        port++;
        boolean listens = !dice.once(8);
        if (listens) {
            lab.line(input() + "ip netns exec " + server + " nc -n -l " + dice.maybe(3, "-k ") + dice.of("-d ", "-d ", "-N ", "-q0 ", "")
                    + dice.maybe(4, "-w1 ") + dice.maybe(3, address + " ") + port + " &");
            lab.line("sleep 0.1");
        }
        if (dice.once(4)) {
            lose(client, server);
        }
        if (dice.once(8)) {
            lab.line(input() + "ip netns exec " + server + " nc -n " + dice.of("-q0 -w2", "-N -w1", "-w1") + " -p " + ++port + " "
                    + address + " " + port);
        }
        int times = 1 + dice.below(2);
        for (int i = 0; i < times; i++) {
            connect(client, address);
        }
    }

    /** The first segment of a kind is lost, on the way there or back. */
    private void lose(String client, String server) {
        boolean there = dice.once(2);
        lab.on(there ? server : client, "iptables -A INPUT -p tcp " + (there ? "--dport " : "--sport ") + port + " --tcp-flags "
                + dice.of("PSH PSH", "PSH PSH", "FIN FIN", "ALL ACK", "SYN SYN", "FIN,PSH FIN")
                + " -m limit --limit 1/hour --limit-burst 1 -j DROP");
    }

    private void connect(String client, String address) {
        String to = " " + address + " " + port;
        switch (dice.below(6)) {
            case 0 -> lab.on(client, "nc -n -z -w2" + dice.maybe(2, " -v") + to);
            case 1 -> lab.on(client, "nc -n -d -w1" + to);
            default -> lab.line(input() + "ip netns exec " + client + " nc -n " + dice.of("-q0 -w2", "-q1", "-N -w2", "-N -w1", "-w1", "-q0 -N") + to);
        }
    }


    private String input() {
        return dice.of("", "echo hello | ", "echo hello | ", "printf one | ", "seq 150 | ", "seq 370 | ", "seq 1000 | ", "seq 5000 | ");
    }
}
