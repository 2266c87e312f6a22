package org.packetwalk.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.session.Remedies.Remedy;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.Stopped;
import org.packetwalk.sim.World;
import org.packetwalk.trace.PacketEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.TraceEvent;

/** What is proposed is one command, and after it the command that failed does succeed. */
class RemediesTest {
    private static final String ROUTER = String.join(
            "\n",
            "# title: t",
            "# teaches: t",
            "ip netns add a",
            "ip netns add r",
            "ip netns add b",
            "ip -n a link add eth0 type veth peer name eth0 netns r",
            "ip -n b link add eth0 type veth peer name eth1 netns r",
            "ip -n a addr add 10.1.0.2/24 dev eth0",
            "ip -n r addr add 10.1.0.1/24 dev eth0",
            "ip -n r addr add 10.2.0.1/24 dev eth1",
            "ip -n b addr add 10.2.0.2/24 dev eth0",
            "ip -n a link set eth0 up",
            "ip -n a link set lo up",
            "ip -n r link set eth0 up",
            "ip -n r link set eth1 up",
            "ip -n b link set eth0 up",
            "ip -n a route add default via 10.1.0.1",
            "ip -n b route add default via 10.2.0.1",
            "ip netns exec r sysctl -qw net.ipv4.ip_forward=1",
            "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ip netns exec r sysctl -qw net.ipv4.ip_forward=0      | ping -c1 -W1 10.2.0.2 | r | sysctl -w net.ipv4.ip_forward=1
            ip -n a route del default                             | ping -c1 -W1 10.2.0.2 | a | ip route add 10.2.0.2 via 10.1.0.1
            ip -n a route add unreachable 10.2.0.0/24             | ping -c1 -W1 10.2.0.2 | a | ip route del unreachable 10.2.0.0/24 table main
            ip -n a rule add to 10.2.0.0/16 prohibit pref 100     | ping -c1 -W1 10.2.0.2 | a | ip rule del pref 100
            ip -n a link set lo down                              | ping -c1 -W1 10.1.0.2 | a | ip link set lo up
            ip netns exec r iptables -A FORWARD -p icmp -j DROP   | ping -c1 -W1 10.2.0.2 | r | iptables -D FORWARD 1
            ip netns exec b iptables -P INPUT DROP                | ping -c1 -W1 10.2.0.2 | b | iptables -P INPUT ACCEPT
            ip -n b addr add 10.2.0.9/24 dev eth0                 | nc -z -w1 10.2.0.2 80 | b | python3 -m http.server 80 &
            """)
    void theChangeIsFoundByTrying(String fault, String line, String host, String remedy) throws LabFormatException {
        LineRun failed = failing(fault, line);
        CommandRun run = new CommandRun(
                new HostId("a"), line, 0, failed.snapshots().size(), 1, "", "", failed.before(), failed.after());
        Snapshot failure = failed.snapshots().stream()
                .filter(snapshot -> fails(snapshot.event()))
                .findFirst()
                .orElseThrow();

        Optional<Remedy> found = new Remedies(RemediesTest::execute).find(run, failure, SnapshotSink.NONE);

        assertThat(found).isPresent();
        assertThat(found.get().host().name()).isEqualTo(host);
        assertThat(found.get().command()).isEqualTo(remedy);
    }

    @Test
    void aSearchThatIsStoppedEndsAsAWhole() throws LabFormatException {
        String line = "ping -c1 -W1 10.2.0.2";
        LineRun failed = failing("ip netns exec r sysctl -wq net.ipv4.ip_forward=0", line);
        CommandRun run = new CommandRun(
                new HostId("a"), line, 0, failed.snapshots().size(), 1, "", "", failed.before(), failed.after());
        Snapshot failure = failed.snapshots().stream()
                .filter(snapshot -> fails(snapshot.event()))
                .findFirst()
                .orElseThrow();
        List<Snapshot> seen = new ArrayList<>();

        assertThatThrownBy(() -> new Remedies(RemediesTest::execute).find(run, failure, snapshot -> {
                    seen.add(snapshot);
                    throw new Stopped();
                }))
                .isInstanceOf(Stopped.class);

        assertThat(seen).hasSize(1);
    }

    private static LineRun failing(String fault, String line) throws LabFormatException {
        LineRun probe = LabRunner.run(
                        LabFile.read("t.sh", ROUTER + fault + "\n# probe: p\nip netns exec a " + line + "\n"))
                .probes()
                .get(0);
        assertThat(probe.result().exit()).isNotZero();
        return probe;
    }

    private static boolean fails(TraceEvent event) {
        return event instanceof PacketEvent.Dropped dropped && !dropped.harmless()
                || event instanceof RouteEvent.Routed routed && routed.errno() != Errno.OK;
    }

    private static Executor.Execution execute(World world, HostId host, String line, SnapshotSink sink) {
        LineRun run = LabRunner.probe(world, host, line);
        List<Snapshot> snapshots = run.snapshots();
        snapshots.forEach(sink::accept);
        return new Executor.Execution(
                run.after(),
                run.result().exit(),
                run.result().stdout(),
                run.result().stderr());
    }
}
