package org.packetwalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.HostId;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

class SysctlCommandTest {

    private static final Path FRESH =
            Path.of("src/test/resources/org/packetwalk/shell/sysctl-of-a-fresh-namespace.txt");

    private final Shell shell = new Shell();

    @Test
    void aFreshHostShowsWhatAFreshNamespaceOfARealKernelShows() throws IOException {
        List<String> real =
                Files.readAllLines(FRESH).stream().map(String::stripTrailing).toList();

        List<String> ours = run(host(), "ip netns exec a sysctl -a")
                .result()
                .stdout()
                .lines()
                .map(String::stripTrailing)
                .toList();

        assertThat(ours).containsExactlyInAnyOrderElementsOf(real);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sysctl net.ipv4.ip_forward                     | 0 | net.ipv4.ip_forward = 0
            sysctl -n net.ipv4.ip_forward                  | 0 | 0
            sysctl -N net.ipv4.ip_forward                  | 0 | net.ipv4.ip_forward
            sysctl net/ipv4/conf/lo/arp_ignore             | 0 | net.ipv4.conf.lo.arp_ignore = 0
            sysctl net.ipv4.conf.lo.arp_ignore=2           | 0 | net.ipv4.conf.lo.arp_ignore = 2
            sysctl -qw net.ipv4.conf.lo.arp_ignore=2       | 0 | ``
            sysctl -w net.ipv4.ip_forward=x                | 1 | `sysctl: setting key "net.ipv4.ip_forward": Invalid argument`
            sysctl -w net.ipv4.ip_default_ttl=300          | 1 | `sysctl: setting key "net.ipv4.ip_default_ttl": Invalid argument`
            sysctl -w net.ipv4.nope=1                      | 1 | sysctl: cannot stat /proc/sys/net/ipv4/nope: No such file or directory
            sysctl net.ipv4.conf.eth0/1.arp_ignore         | 1 | sysctl: cannot stat /proc/sys/net/ipv4/conf/eth0.1/arp_ignore: No such file or directory
            sysctl -e net.ipv4.nope                        | 0 | ``
            sysctl -qwe net.ipv4.nope=1                    | 0 | ``
            sysctl net.ipv4.icmp_ratelimit=2               | 0 | net.ipv4.icmp_ratelimit = 2
            sysctl -qw net.ipv4.icmp_ratelimit=2; sysctl net.ipv4.icmp_ratelimit           | 0 | net.ipv4.icmp_ratelimit = 4
            sysctl -w net.ipv6.neigh.lo.retrans_time_ms=-5 | 1 | `sysctl: setting key "net.ipv6.neigh.lo.retrans_time_ms": Invalid argument`
            sysctl -qw net.ipv4.neigh.lo.locktime=3; sysctl net.ipv4.neigh.lo.locktime     | 0 | net.ipv4.neigh.lo.locktime = 2
            cat /proc/sys/net/ipv4/tcp_rmem                | 0 | `4096\t131072\t33554432`
            cat /proc/sys/net/ipv4/nope                    | 1 | cat: /proc/sys/net/ipv4/nope: No such file or directory
            cat /proc/sys/net/ipv4                         | 1 | cat: /proc/sys/net/ipv4: Is a directory
            """)
    void answersAsTheRealTool(String line, int exit, String printed) {
        Shell.Outcome outcome = shell.execute(host(), new HostId("a"), line, SnapshotSink.NONE);

        assertThat((outcome.result().stdout() + outcome.result().stderr()).strip())
                .isEqualTo(printed.replace("\\t", "\t"));
        assertThat(outcome.result().exit()).isEqualTo(exit);
    }

    @Test
    void forwardingOfAllGoesToEveryInterfaceAndSwitchesRedirectsOff() {
        World world =
                run(host(), "ip netns exec a sysctl -qw net.ipv4.ip_forward=1").world();

        assertThat(printed(world, "net.ipv4.conf.lo.forwarding")).isEqualTo("1\n");
        assertThat(printed(world, "net.ipv4.conf.default.forwarding")).isEqualTo("1\n");
        assertThat(printed(world, "net.ipv4.conf.all.accept_redirects")).isEqualTo("0\n");
    }

    @Test
    void ipv6IsSwitchedOffForAllInterfacesAndThoseThatCome() {
        World world = run(host(), "ip netns exec a sysctl -qw net.ipv6.conf.all.disable_ipv6=1")
                .world();
        world = run(world, "ip -n a link add eth0 type veth peer name eth1").world();

        assertThat(printed(world, "net.ipv6.conf.lo.disable_ipv6")).isEqualTo("1\n");
        assertThat(printed(world, "net.ipv6.conf.eth0.disable_ipv6")).isEqualTo("1\n");
    }

    @Test
    void aSettingFollowsARenamedDeviceAndEndsWithIt() {
        World world =
                run(host(), "ip -n a link add eth0 type veth peer name eth1").world();
        world = run(world, "ip netns exec a sysctl -qw net.ipv4.conf.eth0.rp_filter=2")
                .world();
        world = run(world, "ip -n a link set eth0 name lan").world();

        assertThat(printed(world, "net.ipv4.conf.lan.rp_filter")).isEqualTo("2\n");
        assertThat(run(world, "ip netns exec a sysctl net.ipv4.conf.eth0.rp_filter")
                        .result()
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void aFileIsWrittenByRedirection() {
        World world = run(host(), "ip netns exec a echo 1").world();
        world = run(world, "echo 1 | ip netns exec a tee /proc/sys/net/ipv4/ip_forward")
                .world();

        assertThat(printed(world, "net.ipv4.ip_forward")).isEqualTo("1\n");
    }

    private World host() {
        return run(World.EMPTY, "ip netns add a").world();
    }

    private String printed(World world, String key) {
        return run(world, "ip netns exec a sysctl -n " + key).result().stdout();
    }

    private Shell.Outcome run(World world, String line) {
        return shell.execute(world, Shell.NO_HOST, line, SnapshotSink.NONE);
    }
}
