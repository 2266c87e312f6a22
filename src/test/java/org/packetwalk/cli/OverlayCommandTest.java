package org.packetwalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The captures are those of the same lab on a real kernel. */
class OverlayCommandTest {

    private static final String FOLDER = "src/test/resources/captures/";
    private static final String LAB = FOLDER + "web.sh";

    @Test
    void theFramesOfARealConnectionAreThoseOfTheWalk() {
        Run run = Run.of("overlay", LAB, FOLDER + "nc.pcap", "--device", "server/eth0");

        assertThat(run.out())
                .startsWith(
                        "The capture beside server/eth0\n= ARP, Request who-has 10.0.0.1 tell 10.0.0.2, length 28\n")
                .endsWith("8 in both, 0 only in the walk, 0 only in the capture.\n");
        assertThat(run.exit()).isZero();
    }

    /** libpcap leaves out what lo sends, since lo receives it as well. */
    @Test
    void aPacketOverLoIsCapturedOnce() {
        Run run = Run.of("overlay", FOLDER + "over-lo.sh", FOLDER + "lo.pcap", "--device", "server/lo");

        assertThat(run.out()).endsWith("8 in both, 0 only in the walk, 0 only in the capture.\n");
    }

    @Test
    void whatOnlyOneOfThemHasIsListed() {
        Run run = Run.of("overlay", LAB, FOLDER + "ping.pcapng", "--probe", "2", "--lang", "zh");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out().lines().toList())
                .hasSize(8)
                .contains("> ARP, Request who-has 10.0.0.77 tell 10.0.0.2, length 28")
                .endsWith("两边都有的 4 帧，只在路径中的 0 帧，只在抓包中的 2 帧。");
    }

    @Test
    void badFilesAndDevicesAreRefusedInOneLine() {
        assertThat(Run.of("overlay", LAB, LAB))
                .isEqualTo(new Run(
                        2,
                        "",
                        "packetwalk: " + LAB
                                + ": this is no capture: it begins neither as pcap nor as pcapng does.\n"));
        assertThat(Run.of("overlay", LAB, FOLDER + "nc.pcap", "--device", "server/eth9"))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "packetwalk: --device server/eth9: no frame of the walk is there; known: [laptop/eth0, server/eth0]\n"));
    }
}
