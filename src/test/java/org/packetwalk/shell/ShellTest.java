package org.packetwalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.HostId;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

class ShellTest {

    private final Shell shell = new Shell();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            frobnicate -x                | 127 | `frobnicate: not found. Known here: `
            ip tunnel show               | 255 | `ip tunnel is not simulated. Known here: address, addrlabel, link, maddress, neighbor, netns, nexthop, route, rule.`
            ip route add 10.0.0.0/8 encap mpls 5 | 255 | `ip route encap is not simulated. Known here: `
            ip link add v0 type vrf      | 255 | `ip link add … type vrf is not simulated. Known here: `
            ping -N name 127.0.0.1       | 2   | `ping: -N is not simulated. Known here: `
            sh -c 'sysctl -p'            | 255 | `sysctl -p is not simulated. Known here: `
            sysctl -p                    | 255 | `sysctl -p is not simulated. Known here: `
            ifconfig eth0 hw ax25        | 255 | `ifconfig INTERFACE hw ax25 is not simulated. Known here: `
            """)
    void whatIsNotKnownIsRefusedByNameWithWhatIs(String line, int exit, String sentence) {
        Shell.Outcome outcome = run(World.EMPTY, line);

        assertThat(outcome.understood()).isFalse();
        assertThat(outcome.result().exit()).isEqualTo(exit);
        assertThat(outcome.result().stderr()).startsWith(sentence).endsWith("\n");
        assertThat(shell.objection(Shell.NO_HOST, line)).isPresent();
    }

    @Test
    void whatTheRealToolRefusesIsUnderstood() {
        Shell.Outcome outcome = run(World.EMPTY, "ip addr add 10.42.0.300/24 dev lo");

        assertThat(outcome.understood()).isTrue();
        assertThat(outcome.result())
                .isEqualTo(CommandResult.failed(
                        1, "Error: any valid prefix is expected rather than \"10.42.0.300/24\".\n"));
        assertThat(shell.objection(Shell.NO_HOST, "ip addr add 10.42.0.300/24 dev lo"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            echo a | cat => a
            ip rule | grep -c lookup => 3
            ip rule | head -n1 | grep -o 'lookup .*' => lookup local
            ip rule | tail -n 1 | wc -l => 1
            echo a && echo b => a b
            false || echo b => b
            false && echo b; echo c => c
            ip link show nope 2>/dev/null || echo gone => gone
            ip link show nope 2>&1 | grep -q exist && echo said => said
            echo b > /tmp/x; echo a >> /tmp/x; sort /tmp/x => a b
            ip netns add a; ip netns exec a sh -c 'ip -br link show lo | wc -l' => 1
            sh -c 'false' || echo failed => failed
            ip netns pids a 2>/dev/null | xargs -r kill; echo quiet => quiet
            """)
    void toolsWorkTogether(String line, String printed) {
        assertThat(run(World.EMPTY, line).result().stdout().strip().replace('\n', ' '))
                .isEqualTo(printed);
    }

    @Test
    void aBackgroundProgramRunsUntilItIsKilled() {
        World world = run(World.EMPTY, "ip netns add a").world();
        world = run(world, "ip netns exec a sleep 1000 &").world();
        String pids = run(world, "ip netns pids a").result().stdout();

        world = run(world, "ip netns pids a | xargs -r kill").world();

        assertThat(pids).matches("\\d+\n");
        assertThat(run(world, "ip netns pids a").result().stdout()).isEmpty();
    }

    @Test
    void sleepTakesVirtualTime() {
        World world = run(World.EMPTY, "sleep 0.2").world();

        assertThat(world.machine().now().since(World.EMPTY.machine().now())).isEqualTo(200_000_000L);
    }

    @Test
    void whatHasNoEndIsInterruptedAndSaysWhatItDid() {
        World up = run(World.EMPTY, "ip link set lo up").world();
        Shell.Outcome outcome = run(up, "ping 127.0.0.1");

        assertThat(outcome.world().machine().now().since(up.machine().now())).isEqualTo(5_000_000_000L);
        assertThat(outcome.result().exit()).isZero();
        assertThat(outcome.result().stdout()).contains("5 packets transmitted, 5 received, 0% packet loss");
        assertThat(outcome.result().stderr()).startsWith("Interrupted after 5 s");
    }

    @Test
    void theNamelessNamespaceLeavesNothingBehindUnlessItWasChanged() {
        assertThat(run(World.EMPTY, "ip link show").world().machine().find(Shell.NO_HOST))
                .isEmpty();
        assertThat(run(World.EMPTY, "ip link set lo up").world().machine().find(Shell.NO_HOST))
                .isPresent();
    }

    @Test
    void aLineTypedOnAHostRunsThere() {
        World world = run(World.EMPTY, "ip netns add a").world();
        world = shell.execute(world, new HostId("a"), "ip link set lo up", SnapshotSink.NONE)
                .world();

        assertThat(run(world, "ip -n a -br addr").result().stdout())
                .startsWith("lo               UNKNOWN        127.0.0.1/8");
    }

    @Test
    void deletingAHostTakesBothEndsOfItsCables() {
        World world = run(World.EMPTY, "ip netns add a; ip netns add b").world();
        world = run(world, "ip -n a link add eth0 type veth peer name eth0 netns b")
                .world();

        world = run(world, "ip netns del a").world();

        assertThat(run(world, "ip -n b -br link").result().stdout().lines()).hasSize(1);
        assertThat(run(world, "ip -n a link").result())
                .isEqualTo(
                        CommandResult.failed(255, "Cannot open network namespace \"a\": No such file or directory\n"));
    }

    @Test
    void anEndWhoseOtherEndIsDownSaysSo() {
        World world = run(World.EMPTY, "ip link add v0 type veth peer name v1; ip link set v0 up")
                .world();

        assertThat(run(world, "ip -br link show v0").result().stdout())
                .startsWith("v0@v1            LOWERLAYERDOWN ")
                .endsWith("<NO-CARRIER,BROADCAST,MULTICAST,UP,M-DOWN> \n");
    }

    private Shell.Outcome run(World world, String line) {
        return shell.execute(world, Shell.NO_HOST, line, SnapshotSink.NONE);
    }
}
