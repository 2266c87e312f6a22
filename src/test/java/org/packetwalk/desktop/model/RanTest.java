package org.packetwalk.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.sim.World;

/** What commands set makes a lab another one, what packets leave behind does not. */
class RanTest {
    private static final String LAB = """
            # title: t
            # teaches: t
            ip netns add a
            ip netns add b
            ip -n a link add eth0 type veth peer name eth0 netns b
            ip -n a addr add 10.0.0.1/24 dev eth0
            ip -n b addr add 10.0.0.2/24 dev eth0
            ip -n a addr add 2001:db8::1/64 dev eth0 nodad
            ip -n b addr add 2001:db8::2/64 dev eth0 nodad
            ip -n a link set lo up
            ip -n a link set eth0 up
            ip -n b link set eth0 up
            ip -n a link add br0 type bridge
            ip -n a link set br0 up
            ip netns exec a iptables -A OUTPUT -p icmp
            sleep 3
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ip addr add 10.9.9.9/24 dev eth0",
                "ip route add 10.8.0.0/16 via 10.0.0.2",
                "iptables -A INPUT -i lo -j DROP",
                "iptables -P FORWARD DROP",
                "iptables -F OUTPUT",
                "iptables -t nat -A POSTROUTING -j MASQUERADE",
                "ip6tables -A INPUT -p tcp -j DROP",
                "ip -6 addr add 2001:db8:9::1/64 dev eth0",
                "ip -6 route add 2001:db8:8::/48 via 2001:db8::2",
                "ip -6 rule add to 2001:db8:7::/48 lookup 100",
                "ip neigh add 10.0.0.77 lladdr 02:00:00:00:00:77 dev eth0",
                "ip neigh del 10.0.0.2 dev eth0 ; ip neigh add 10.0.0.2 lladdr 02:00:00:00:00:02 dev eth0",
                "sysctl -w net.ipv4.ip_forward=1"
            })
    void whatACommandSetsIsAnEdit(String command) throws LabFormatException {
        assertThat(changes(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping -c1 10.0.0.2",
                "ping -6 -c1 2001:db8::2",
                "ip route get 10.0.0.2",
                "iptables -L -v -n",
                "ip -s link",
                "sleep 5"
            })
    void whatPacketsLeaveBehindIsNone(String command) throws LabFormatException {
        assertThat(changes(command)).isFalse();
    }

    private static boolean changes(String command) throws LabFormatException {
        World before = LabRunner.run(LabFile.read("t.sh", LAB)).start();
        LineRun run = LabRunner.probe(before, new HostId("a"), command);
        assertThat(run.result().exit()).as(run.result().stderr()).isZero();
        return Ran.differ(run.before(), run.after());
    }
}
