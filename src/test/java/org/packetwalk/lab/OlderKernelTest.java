package org.packetwalk.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lab about an older kernel prints what articles of that time show; what they show is written here as they have it. */
class OlderKernelTest {

    /** An article about the loopback interface, its listing of table local; the line of 127.255.255.255 is cut off there. */
    private static final List<String> TABLE_LOCAL = List.of(
            "broadcast 10.141.128.0 dev eth0 proto kernel scope link src 10.141.155.131",
            "local 10.141.155.131 dev eth0 proto kernel scope host src 10.141.155.131",
            "broadcast 10.141.191.255 dev eth0 proto kernel scope link src 10.141.155.131",
            "broadcast 127.0.0.0 dev lo proto kernel scope link src 127.0.0.1",
            "local 127.0.0.0/8 dev lo proto kernel scope host src 127.0.0.1",
            "local 127.0.0.1 dev lo proto kernel scope host src 127.0.0.1");

    @Test
    void beforeFiveFourteenTheLowestAddressOfASubnetIsABroadcastAddress() {
        List<LineRun> probes =
                LabRunner.run(LabCatalog.lab("before-kernel-4.1")).probes();

        assertThat(lines(probes.get(0)).stream().map(String::strip)).containsSubsequence(TABLE_LOCAL);
        assertThat(lines(probes.get(2)).get(0)).startsWith("broadcast 10.141.128.0 dev eth0");
    }

    @Test
    void beforeFourOneTableLocalIsAskedFirstWhateverMainHas() {
        List<LineRun> probes =
                LabRunner.run(LabCatalog.lab("before-kernel-4.1")).probes();

        assertThat(lines(probes.get(1)).get(0)).startsWith("local 127.5.5.5 dev lo");
    }

    @Test
    void anAddressThatGoesTakesItsLowestBroadcastAlong() throws LabFormatException {
        Lab lab = LabFile.read("old.sh", """
                # kernel: 4.4
                ip netns add a
                ip -n a link add v0 type veth peer name v1
                ip -n a link set v0 up
                ip -n a link set v1 up
                ip -n a addr add 10.0.0.1/24 dev v0
                ip -n a addr del 10.0.0.1/24 dev v0
                # probe: nothing is left
                ip -n a route show table local
                """);

        assertThat(LabRunner.run(lab).probes().get(0).result().stdout()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.0", "6.19", "old", "4", ""})
    void aKernelThatIsNotKnownIsRefusedWithItsLine(String release) {
        assertThatThrownBy(() -> LabFile.read("x.sh", "# title: x\n# kernel: " + release + "\nip netns add a\n"))
                .isInstanceOf(LabFormatException.class)
                .hasMessageContaining("x.sh:2")
                .hasMessageContaining("such as 3.10");
    }

    private static List<String> lines(LineRun run) {
        return run.result().stdout().lines().toList();
    }
}
