package org.packetwalk.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.narrate.TraceAlignment.Kind;
import org.packetwalk.narrate.TraceAlignment.Pair;

/** Walks of real commands beside each other. */
class TraceAlignmentTest {
    private static final String SETUP = String.join(
            "\n",
            "# title: t",
            "# teaches: t",
            "ip netns add web",
            "ip netns add gw",
            "ip -n web link add eth0 type veth peer name eth0 netns gw",
            "ip -n web addr add 10.141.155.131/18 dev eth0",
            "ip -n gw addr add 10.141.155.130/18 dev eth0",
            "ip -n web link set lo up",
            "ip -n web link set eth0 up",
            "ip -n gw link set eth0 up",
            "ip -n web rule add to 192.0.2.1 lookup main pref 32765",
            "ip -n web rule del pref 32765",
            "");
    private static final String OWN = "10.141.155.131";
    private static final String OTHER = "10.141.155.130";

    @Test
    void aWalkBesideItselfHasNoDifference() throws LabFormatException {
        List<Step> steps = walk("", "ping -c1 " + OWN);

        List<Pair> pairs = TraceAlignment.of(steps, List.of(OWN), steps, List.of(OWN));

        assertThat(pairs).hasSameSizeAs(steps).allMatch(pair -> pair.kind() == Kind.SAME && pair.one() == pair.other());
    }

    @Test
    void twoAddressesThatDifferInOneBitPartInTableLocal() throws LabFormatException {
        List<Step> own = walk("", "ping -c1 " + OWN);
        List<Step> other = walk("", "ping -c1 " + OTHER);

        List<Pair> pairs = TraceAlignment.of(own, List.of(OWN), other, List.of(OTHER));

        Pair first = first(pairs);
        assertThat(first.kind()).isEqualTo(Kind.DIFFERENT);
        assertThat(own.get(first.one()).account().title().key()).isEqualTo("step.table.hit");
        assertThat(other.get(first.other()).account().title().key()).isEqualTo("step.table.none");
        assertThat(pairs).anyMatch(pair -> pair.kind() == Kind.ONLY_OTHER);
    }

    @Test
    void beforeAndAfterAChangePartWhereTheChangeIsMet() throws LabFormatException {
        List<Step> before = walk("", "ping -c1 -W1 " + OTHER);
        List<Step> after = walk("ip -n web route add unreachable " + OTHER + "\n", "ping -c1 -W1 " + OTHER);

        List<Pair> pairs = TraceAlignment.of(before, List.of(OTHER), after, List.of(OTHER));

        assertThat(after.get(first(pairs).other()).account().title().key()).isEqualTo("step.table.refused");
    }

    @Test
    void everyStepOfBothStandsInExactlyOneRowInItsOrder() throws LabFormatException {
        List<Step> own = walk("", "ping -c2 -i0.2 " + OWN);
        List<Step> other = walk("", "ping -c1 " + OTHER);

        List<Pair> pairs = TraceAlignment.of(own, List.of(OWN), other, List.of(OTHER));

        assertThat(pairs.stream().map(Pair::one).filter(place -> place >= 0).toList())
                .isEqualTo(upTo(own.size()));
        assertThat(pairs.stream().map(Pair::other).filter(place -> place >= 0).toList())
                .isEqualTo(upTo(other.size()));
    }

    private static List<Integer> upTo(int end) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < end; i++) {
            places.add(i);
        }
        return places;
    }

    private static Pair first(List<Pair> pairs) {
        Optional<Pair> first =
                pairs.stream().filter(pair -> pair.kind() != Kind.SAME).findFirst();
        return first.orElseThrow();
    }

    private static List<Step> walk(String change, String command) throws LabFormatException {
        String script = SETUP + change + "# probe: p\nip netns exec web " + command + "\n";
        LineRun probe = LabRunner.run(LabFile.read("t.sh", script)).probes().get(0);
        return Steps.of(probe.events(), Grain.FUNCTION);
    }
}
