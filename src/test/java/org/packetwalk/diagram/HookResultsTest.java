package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.diagram.StackPicture.StationView;
import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.World;

/** A hook of the picture says what its rules are and what they have done. */
class HookResultsTest {
    private static final HostId HOST = new HostId("a");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # rules                                                           | station | result                        | hollow
            true                                                              | INPUT   | diagram.badge.no-rules        | true
            iptables -A INPUT -p udp -j DROP                                  | INPUT   | diagram.badge.one-rule        | false
            iptables -A INPUT -p udp; iptables -A INPUT -p tcp                | INPUT   | diagram.badge.rules 2         | false
            iptables -A OUTPUT -p udp; iptables -A OUTPUT -p icmp -j DROP     | OUTPUT  | diagram.badge.dropped-rule 2  | false
            iptables -A INPUT -p icmp -j REJECT                               | INPUT   | diagram.badge.dropped-rule 1  | false
            iptables -P INPUT DROP                                            | INPUT   | diagram.badge.dropped-policy  | false
            iptables -N X; iptables -A X -j DROP; iptables -A INPUT -j X      | INPUT   | diagram.badge.dropped-chain X 1 | false
            """)
    void theStationSaysWhatTheRulesDid(String rules, Station station, String result, boolean hollow)
            throws LabFormatException {
        List<Snapshot> recording = ping(rules.split("; "));
        StackPictures pictures = StackPictures.of(recording);

        List<StationView> seen = IntStream.range(0, recording.size())
                .mapToObj(place -> view(pictures.at(place), station))
                .toList();

        assertThat(seen).anyMatch(view -> said(view.badge()).equals(result));
        assertThat(seen).allMatch(view -> view.hollow() == hollow);
    }

    @Test
    void atRestAHookIsHollowUntilItHasARule() {
        World world = LabRunner.probe(World.EMPTY, HOST, "true").after();
        world = LabRunner.probe(world, new HostId(""), "ip netns add a").after();
        assertThat(view(StackPictures.atRest(world, HOST), Station.FORWARD).hollow())
                .isTrue();

        world = LabRunner.probe(world, HOST, "ip6tables -A FORWARD -j DROP").after();

        assertThat(view(StackPictures.atRest(world, HOST), Station.FORWARD).hollow())
                .isFalse();
        assertThat(view(StackPictures.atRest(world, HOST), Station.INPUT).hollow())
                .isTrue();
        assertThat(view(StackPictures.atRest(world, HOST), Station.ROUTE_IN).hollow())
                .isFalse();
    }

    private static List<Snapshot> ping(String... rules) throws LabFormatException {
        StringBuilder lab = new StringBuilder("# title: t\n# teaches: t\nip netns add a\nip -n a link set lo up\n");
        for (String rule : rules) {
            lab.append("ip netns exec a ").append(rule).append('\n');
        }
        lab.append("# probe: p\nip netns exec a ping -c1 -W1 127.0.0.1\n");
        return LabRunner.run(LabFile.read("t.sh", lab.toString()))
                .probes()
                .get(0)
                .snapshots();
    }

    private static StationView view(StackPicture picture, Station station) {
        return picture.hosts().get(0).stations().stream()
                .filter(view -> view.station() == station)
                .findFirst()
                .orElseThrow();
    }

    private static String said(Text text) {
        return text.match(literal -> literal, (key, arguments) -> {
            StringBuilder all = new StringBuilder(key);
            arguments.forEach(argument -> all.append(' ').append(said(argument)));
            return all.toString();
        });
    }
}
