package org.packetwalk.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.packetwalk.kernel.netfilter.IpvsOutcome;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.TcpHeader;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.TraceEvent;

/** A director with two real servers: no kernel at hand has IPVS, so what its source prescribes is asserted. */
class DirectRoutingTest {

    private final LabRun run = run();

    private static LabRun run() {
        try {
            return LabRunner.run(LabFile.read(
                    "direct-routing.sh", Files.readString(Path.of("src/test/resources/ipvs/direct-routing.sh"))));
        } catch (IOException | LabFormatException e) {
            throw new IllegalStateException(e);
        }
    }

    private LineRun probe(String question) {
        return run.probes().stream()
                .filter(line -> line.line().question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<TraceEvent> events(LineRun line) {
        return line.events().stream();
    }

    private static List<IpvsOutcome> outcomes(LineRun line) {
        return events(line)
                .filter(FilterEvent.Balanced.class::isInstance)
                .map(event -> ((FilterEvent.Balanced) event).decision().outcome())
                .toList();
    }

    /** How a segment with an address and a port left a device of a host, link header and all. */
    private static List<Packet> sent(LineRun line, String host, String device) {
        return events(line)
                .filter(LinkEvent.TransmitStarted.class::isInstance)
                .map(LinkEvent.TransmitStarted.class::cast)
                .filter(event -> event.head().host().name().equals(host)
                        && event.device().equals(device))
                .map(event -> event.head().skb().packet())
                .filter(packet -> packet.has(TcpHeader.class))
                .toList();
    }

    @Test
    void connectionsGoToTheServersInTurnTheNewestFirst() {
        assertThat(outcomes(probe("the first connection")).get(0))
                .isEqualTo(new IpvsOutcome(IpvsOutcome.Verdict.SCHEDULED, "10.0.0.21:80"));
        assertThat(outcomes(probe("the next one goes to the other server")).get(0))
                .isEqualTo(new IpvsOutcome(IpvsOutcome.Verdict.SCHEDULED, "10.0.0.20:80"));
    }

    @Test
    void furtherSegmentsFollowTheFirst() {
        List<IpvsOutcome> outcomes = outcomes(probe("the first connection"));

        assertThat(outcomes.subList(1, outcomes.size()))
                .isNotEmpty()
                .containsOnly(new IpvsOutcome(IpvsOutcome.Verdict.KNOWN, "10.0.0.21:80"));
    }

    @Test
    void onlyHopCountAndHardwareAddressChange() {
        Packet packet = sent(probe("the first connection"), "director", "eth0").get(0);

        assertThat(packet.ipv4().source()).hasToString("10.0.0.10");
        assertThat(packet.ipv4().destination()).hasToString("10.0.0.100");
        assertThat(packet.ipv4().ttl()).isEqualTo(63);
        assertThat(packet.ethernet().destination()).hasToString("02:00:00:00:00:06");
    }

    @Test
    void theServerAnswersTheClientDirectly() {
        LineRun probe = probe("the first connection");

        assertThat(sent(probe, "rs2", "eth0"))
                .isNotEmpty()
                .allSatisfy(packet -> assertThat(packet.ipv4().source()).hasToString("10.0.0.100"))
                .allSatisfy(
                        packet -> assertThat(packet.ethernet().destination()).hasToString("02:00:00:00:00:0c"));
        assertThat(sent(probe, "director", "eth0"))
                .allSatisfy(packet -> assertThat(packet.ipv4().source()).hasToString("10.0.0.10"));
    }

    @Test
    void whatIsNoServiceIsForTheDirector() {
        assertThat(outcomes(probe("a ping is for the director itself"))).isEmpty();
        assertThat(outcomes(probe("another port is, too"))).isEmpty();
        assertThat(probe("another port is, too").result().stderr()).contains("Connection refused");
    }

    @Test
    void aServerOfWeightZeroGetsNothingNew() {
        LineRun probe = probe("only the other one is chosen");

        assertThat(outcomes(probe).get(0).server()).isEqualTo("10.0.0.20:80");
    }

    @Test
    void withoutAServerTheClientIsTold() {
        LineRun probe = probe("nobody is left");

        assertThat(outcomes(probe).get(0).verdict()).isEqualTo(IpvsOutcome.Verdict.NO_SERVER);
        assertThat(probe.result().stderr()).contains("Connection refused");
    }

    @Test
    void theTableIsListedAndSavedAsTheToolWritesIt() {
        assertThat(probe("what the director has given away").result().stdout()).isEqualTo("""
                        IP Virtual Server version 1.2.1 (size=4096)
                        Prot LocalAddress:Port Scheduler Flags
                          -> RemoteAddress:Port           Forward Weight ActiveConn InActConn
                        TCP  10.0.0.100:80 rr
                          -> 10.0.0.20:80                 Route   1      0          1\s\s\s\s\s\s\s\s\s
                          -> 10.0.0.21:80                 Route   1      0          1\s\s\s\s\s\s\s\s\s
                        """);
        assertThat(probe("as it can be restored").result().stdout())
                .isEqualTo("-A -t 10.0.0.100:80 -s sh\n-a -t 10.0.0.100:80 -r 10.0.0.21:80 -g -w 0\n");
    }
}
