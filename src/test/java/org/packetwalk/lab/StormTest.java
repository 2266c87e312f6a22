package org.packetwalk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Storms end at the budget of their line, and say so by an event. */
class StormTest {

    private static final int BUDGET = 5000;

    private static LabRun run(String script) throws LabFormatException {
        return LabRunner.run(LabFile.read("storm.sh", "# title: Storm\n" + script), BUDGET);
    }

    private static LineRun line(LabRun run, String words) {
        return run.lines().stream()
                .filter(one -> one.line().text().contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoBridgesAndTwoCablesEndAtTheBudget() throws LabFormatException {
        LabRun run = run("""
                ip netns add h
                ip -n h link add br0 type bridge forward_delay 0
                ip -n h link add br1 type bridge forward_delay 0
                ip -n h link add c0 type veth peer name d0
                ip -n h link add c1 type veth peer name d1
                ip -n h link set c0 master br0
                ip -n h link set c1 master br0
                ip -n h link set d0 master br1
                ip -n h link set d1 master br1
                ip -n h addr add 10.0.0.1/24 dev br0
                ip -n h link set c0 up
                ip -n h link set d0 up
                ip -n h link set c1 up
                ip -n h link set d1 up
                ip -n h link set br1 up
                ip -n h link set br0 up
                ip netns exec h ping -n -c 1 -W 1 10.0.0.9
                """);

        assertThat(line(run, "ping").budgetReached()).isTrue();
        assertThat(line(run, "ping").result().stderr()).startsWith("Stopped: more than");
        assertThat(line(run, "ping").snapshots().size()).isLessThan(3 * BUDGET);
    }

    @Test
    void pingWithShortPausesEndsAtTheBudget() throws LabFormatException {
        LabRun run = run("""
                ip netns add a
                ip -n a link set lo up
                ip netns exec a ping -n -q -i 0.002 -c 100000 127.0.0.1
                """);

        assertThat(line(run, "ping").budgetReached()).isTrue();
        assertThat(line(run, "ping").snapshots().size()).isLessThan(3 * BUDGET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-f", "-A -q", "-i 0 -q", "-f -l 1000"})
    void aFloodEndsAtTheBudget(String options) throws LabFormatException {
        LabRun run = run("""
                ip netns add a
                ip -n a link set lo up
                ip netns exec a ping %s 127.0.0.1
                """.formatted(options));

        assertThat(line(run, "ping").budgetReached()).isTrue();
        assertThat(line(run, "ping").result().stderr()).startsWith("Stopped: more than");
        assertThat(line(run, "ping").snapshots().size()).isLessThan(3 * BUDGET);
    }

    @Test
    void aLoopOfRoutesEndsByItsTimeToLive() throws LabFormatException {
        LabRun run = run("""
                ip netns add a
                ip netns add b
                ip link add eth0 netns a type veth peer name eth0 netns b
                ip -n a addr add 10.0.0.1/24 dev eth0
                ip -n b addr add 10.0.0.2/24 dev eth0
                ip -n a link set eth0 up
                ip -n b link set eth0 up
                ip netns exec a sysctl -qw net.ipv4.ip_forward=1
                ip netns exec b sysctl -qw net.ipv4.ip_forward=1
                ip netns add c
                ip link add eth0 netns c type veth peer name eth1 netns a
                ip -n c addr add 10.1.0.2/24 dev eth0
                ip -n a addr add 10.1.0.1/24 dev eth1
                ip -n c link set eth0 up
                ip -n a link set eth1 up
                ip -n c route add default via 10.1.0.1
                ip -n a route add default via 10.0.0.2
                ip -n b route add default via 10.0.0.1
                ip netns exec c ping -n -c 1 -W 1 10.9.9.9
                """);

        assertThat(line(run, "ping").result().stdout()).contains("Time to live exceeded");
        assertThat(line(run, "ping").budgetReached()).isFalse();
    }
}
