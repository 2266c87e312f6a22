package org.packetwalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.sim.Simulation;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

/** The tools that use sockets, between two hosts on a cable; what they print was seen on Linux 6.18. */
class SocketToolsTest {

    private static final String SETUP = """
            ip netns add a
            ip netns add b
            ip -n a link add eth0 type veth peer name eth0 netns b
            ip -n a addr add 10.0.0.1/24 dev eth0
            ip -n a addr add 10.0.0.3/24 dev eth0
            ip -n b addr add 10.0.0.2/24 dev eth0
            ip -n a link set lo up
            ip -n b link set lo up
            ip -n a link set eth0 up
            ip -n b link set eth0 up
            ip -n b route add blackhole 10.0.0.3
            ip -n a route add unreachable 10.1.0.0/24
            ip -n a route add prohibit 10.2.0.0/24
            ip -n a route add blackhole 10.3.0.0/24
            ip netns exec b nc -n -d -l -k 0.0.0.0 80 &
            ip netns exec b python3 -m http.server 8000 --bind 10.0.0.2 &
            sleep 0.2
            """;

    private final Shell shell = new Shell();
    private World world = World.EMPTY;

    @BeforeEach
    void setUp() {
        SETUP.lines().forEach(this::run);
    }

    private CommandResult run(String line) {
        Shell.Outcome outcome = shell.execute(world, Shell.NO_HOST, line, SnapshotSink.NONE);
        world = outcome.world();
        return outcome.result();
    }

    private void pass(long millis) {
        SimTime until = world.machine().now().plusMillis(millis);
        world = Simulation.until(world, until, SnapshotSink.NONE, Simulation.DEFAULT_BUDGET);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            -v -n -z -w2 10.0.0.2 80              | 0 | Connection to 10.0.0.2 80 port [tcp/*] succeeded!
            -v -z -w2 10.0.0.2 http               | 0 | Connection to 10.0.0.2 80 port [tcp/http] succeeded!
            -v -n -z 10.0.0.2 82                  | 1 | nc: connect to 10.0.0.2 port 82 (tcp) failed: Connection refused
            -v -n -z -w4 -s 10.0.0.3 10.0.0.2 80  | 1 | nc: connect to 10.0.0.2 port 80 (tcp) timed out: Operation now in progress
            -v -n -z -w2 9.9.9.9 80               | 1 | nc: connect to 9.9.9.9 port 80 (tcp) failed: Network is unreachable
            -v -n -z -w2 10.1.0.1 80              | 1 | nc: connect to 10.1.0.1 port 80 (tcp) failed: No route to host
            -v -n -z -w2 10.2.0.1 80              | 1 | nc: connect to 10.2.0.1 port 80 (tcp) failed: Permission denied
            -v -n -z -w2 10.3.0.1 80              | 1 | nc: connect to 10.3.0.1 port 80 (tcp) failed: Invalid argument
            -v -n -z -w2 10.0.0.255 80            | 1 | nc: connect to 10.0.0.255 port 80 (tcp) failed: Network is unreachable
            -v -n -z -w2 -s 10.0.0.77 10.0.0.2 80 | 1 | nc: bind failed: Cannot assign requested address
            -v -n -z -w2 0.0.0.0 80               | 1 | nc: connect to 0.0.0.0 port 80 (tcp) failed: Connection refused
            -v -n -z -w2 -s 127.0.0.1 10.0.0.2 80 | 1 | nc: connect to 10.0.0.2 port 80 (tcp) failed: Invalid argument
            -v -z -w2 localhost 80                | 1 | nc: connect to localhost (127.0.0.1) port 80 (tcp) failed: Connection refused
            -v -n -z 10.0.0.2 99999               | 1 | nc: port number too large: 99999
            -v -n -z 10.0.0.256 80                | 1 | `nc: getaddrinfo for host "10.0.0.256" port 80: Name or service not known`
            -v -n -z -u -w2 10.0.0.2 53           | 1 | ``
            """)
    void ncSaysHowAConnectionWent(String arguments, int exit, String sentence) {
        CommandResult result = run("ip netns exec a nc " + arguments);

        assertThat(result.stderr().strip()).isEqualTo(sentence);
        assertThat(result.exit()).isEqualTo(exit);
    }

    @Test
    void aPortInTimeWaitCannotBeBoundAgainForAMinute() {
        run("ip netns exec a nc -n -z -w2 -p 5000 10.0.0.2 80");
        pass(500);

        CommandResult tooSoon = run("ip netns exec a nc -n -z -w2 -p 5000 10.0.0.2 80");
        pass(62_100);

        assertThat(tooSoon.stderr()).isEqualTo("nc: bind failed: Address already in use\n");
        assertThat(run("ip netns exec a nc -n -z -w2 -p 5000 10.0.0.2 80").exit())
                .isZero();
    }

    @Test
    void aRangeOfPortsIsTriedOneAfterTheOther() {
        assertThat(run("ip netns exec a nc -v -n -z -w2 10.0.0.2 80-82").stderr())
                .isEqualTo("""
                Connection to 10.0.0.2 80 port [tcp/*] succeeded!
                nc: connect to 10.0.0.2 port 81 (tcp) failed: Connection refused
                nc: connect to 10.0.0.2 port 82 (tcp) failed: Connection refused
                """);
    }

    @Test
    void dataReachesTheServerAndBothEndsClose() {
        CommandResult sent = run("echo hello | ip netns exec a nc -n -N -w2 10.0.0.2 80");
        pass(100);

        assertThat(sent.exit()).isZero();
        assertThat(world.processes().values().stream().map(process -> process.stdout()))
                .contains("hello\n");
        assertThat(run("ip netns exec b ss -tan -H").stdout()).doesNotContain("ESTAB", "WAIT");
        assertThat(run("ip netns exec a ss -tan -H").stdout()).startsWith("TIME-WAIT 0      0      10.0.0.1:");
    }

    @Test
    void ssShowsListenersInColumns() {
        assertThat(run("ip netns exec b ss -H -n -l -t").stdout()).isEqualTo("""
                LISTEN 0      1       0.0.0.0:80   0.0.0.0:*
                LISTEN 0      5      10.0.0.2:8000 0.0.0.0:*
                """);
        assertThat(run("ip netns exec b netstat -tln").stdout()).contains("""
                tcp        0      0 10.0.0.2:8000           0.0.0.0:*               LISTEN    \s
                """);
        assertThat(run("ip netns exec b cat /proc/net/tcp").stdout())
                .contains("0200000A:1F40 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 ");
    }

    @Test
    void curlGetsFromTheServer() {
        assertThat(run("ip netns exec a curl -s -o /dev/null -w %{http_code} http://10.0.0.2:8000/nothing")
                        .stdout())
                .isEqualTo("404");
        assertThat(run("ip netns exec a curl -s -S http://10.0.0.2:8001/").stderr())
                .isEqualTo(
                        "curl: (7) Failed to connect to 10.0.0.2 port 8001 after 0 ms: Couldn't connect to server\n");
        assertThat(run("ip netns exec a curl -s -S -m2 http://10.0.0.9/").stderr())
                .isEqualTo("curl: (28) Connection timed out after 2000 milliseconds\n");
    }

    @Test
    void aKilledServerRefusesConnections() {
        run("ip netns pids b | xargs -r kill");

        assertThat(run("ip netns exec a nc -v -n -z -w2 10.0.0.2 80").stderr())
                .isEqualTo("nc: connect to 10.0.0.2 port 80 (tcp) failed: Connection refused\n");
    }

    @Test
    void aHostMayGoWhileItsServersRun() {
        run("ip netns del b");
        pass(10_000);

        assertThat(run("ip netns exec a nc -v -n -z -w2 10.0.0.2 80").exit()).isEqualTo(1);
    }

    @Test
    void muchDataArrivesWholeAndInOrder() {
        String text = java.util.stream.IntStream.range(0, 60_000)
                .mapToObj(number -> number + "\n")
                .collect(java.util.stream.Collectors.joining());
        Shell.Outcome outcome = shell.execute(
                world,
                new org.packetwalk.kernel.HostId("a"),
                java.util.List.of("nc", "-n", "-N", "-w2", "10.0.0.2", "80"),
                text,
                SnapshotSink.NONE);
        world = outcome.world();
        pass(1000);

        assertThat(outcome.result().exit()).isZero();
        assertThat(world.processes().values().stream().map(process -> process.stdout()))
                .contains(text);
    }
}
