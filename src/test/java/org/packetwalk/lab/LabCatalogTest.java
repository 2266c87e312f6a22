package org.packetwalk.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabCatalogTest {

    @Test
    void everyBundledLabIsALabWithProbesAndACommandToTrace() {
        assertThat(LabCatalog.all()).hasSize(31).allSatisfy(lab -> {
            assertThat(lab.probes()).isNotEmpty();
            assertThat(lab.head("trace")).isPresent();
            assertThat(LabCatalog.picture(lab.name())).isNotEmpty();
            assertThat(lab.cleanup().stream().map(LabLine::text))
                    .containsAll(lab.hosts().stream()
                            .map(host -> "ip netns del " + host.name())
                            .toList());
        });
    }
}
