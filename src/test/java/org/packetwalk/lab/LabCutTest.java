package org.packetwalk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LabCutTest {

    @ParameterizedTest
    @MethodSource("labs")
    void aLabThatWasCutOrContinuedReadsBackAsItIs(Lab lab) throws LabFormatException {
        LabLine last = lab.probes().get(lab.probes().size() - 1);

        for (Lab cut : List.of(
                lab.setup(),
                lab.before(last),
                lab.through(last),
                lab.setup().plus("ip netns add more"),
                lab.setup().plusProbe("ip route get 127.0.0.1").plusProbe("ip link"))) {
            assertThat(LabFile.read(lab.name() + ".sh", cut.source())).isEqualTo(cut);
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void aProbePutBehindWhatStoodBeforeItDoesTheSameAgain(Lab lab) {
        List<LineRun> probes = LabRunner.run(lab).probes();

        for (LineRun probe : probes) {
            List<LineRun> again = LabRunner.run(
                            lab.before(probe.line()).plusProbe(probe.line().text()))
                    .probes();

            assertThat(again.get(again.size() - 1).events()).isEqualTo(probe.events());
        }
        assertThat(probes).anyMatch(probe -> !probe.events().isEmpty());
    }

    @Test
    void positionsBehindTheCutAreKept() throws LabFormatException {
        Lab lab = LabFile.read("x.sh", "# title: t\n\nip netns add a\n\n# probe: p\nip link\n\n# layout: a 10 20\n");

        Lab setup = lab.setup();

        assertThat(setup.source()).isEqualTo("# title: t\n\nip netns add a\n# layout: a 10 20\n");
        assertThat(setup.layout()).isEqualTo(lab.layout()).hasSize(1);
    }

    static List<Lab> labs() {
        return LabCatalog.all();
    }
}
