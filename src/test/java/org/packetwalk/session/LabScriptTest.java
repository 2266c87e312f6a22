package org.packetwalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import org.packetwalk.kernel.HostId;

class LabScriptTest {
    private static final LabScript LAB = new LabScript("""
            # title: Two hosts

            ip netns add a
            ip netns add b

            # probe: from a to b
            ip netns exec a ping -c1 10.0.0.2

            # cleanup
            ip netns del a
            """);

    @Test
    void aCommandGoesToTheEndOfTheSetup() {
        assertThat(LAB.plus("ip -n a link set lo up").source())
                .contains("ip netns add b\nip -n a link set lo up\n\n# probe: from a to b\n");
    }

    @Test
    void inAnEmptyLabItIsTheFirstLine() {
        assertThat(LabScript.EMPTY.plus("ip netns add a").plus("ip netns add b").source())
                .isEqualTo("ip netns add a\nip netns add b\n");
    }

    @Test
    void aHostHasOnePlace() {
        LabScript moved = LAB.moved(new HostId("a"), 10, 20).moved(new HostId("b"), 30, -40);

        assertThat(moved.moved(new HostId("a"), 50, 60).source())
                .contains("ip netns add b\n# layout: a 50 60\n# layout: b 30 -40\n")
                .doesNotContain("a 10 20");
    }

    @Test
    void theRestStaysAsItIs() {
        LabScript odd = new LabScript("ip netns add a   \n\n\t# a remark\r\nip netns add b");

        assertThat(odd.plus("ip netns add c").source()).isEqualTo(odd.source() + "\nip netns add c\n");
    }
}
