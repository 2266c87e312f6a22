package org.packetwalk.kernel.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.net.Ipv4Address;

/** Whom the schedulers choose, as {@code net/netfilter/ipvs/ip_vs_*.c} prescribe it. */
class IpvsScheduleTest {

    private static final Ipv4Address VIRTUAL = Ipv4Address.parse("10.0.0.100");
    private static final Ipv4Address CLIENT = Ipv4Address.parse("10.0.0.10");
    private static final SimTime NOW = SimTime.ZERO;

    private IpvsTable table = IpvsTable.NONE;

    private void serve(IpvsScheduler scheduler, int... weights) {
        IpvsService service = IpvsService.of(6, VIRTUAL, 80, scheduler);
        for (int i = 0; i < weights.length; i++) {
            service = service.with(new IpvsDestination(Ipv4Address.parse("10.0.0." + (i + 1)), 80, weights[i]));
        }
        table = table.with(service);
    }

    private IpvsService service() {
        return table.services().get(0);
    }

    /** The last numbers of the servers of so many connections; each stays open. */
    private List<Integer> choose(int times, Ipv4Address client) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            IpvsSchedule.Choice choice = IpvsSchedule.choose(table, service(), client, NOW);
            table = table.with(choice.service());
            if (choice.chosen().isEmpty()) {
                chosen.add(0);
                continue;
            }
            Ipv4Address server = choice.chosen().get().address();
            chosen.add(server.bits() & 0xff);
            Tuple tuple = new Tuple(client, VIRTUAL, 6, 1000 + i, 80);
            table = table.with(
                    new IpvsConnection(tuple, server, 80, IpvsState.NONE, NOW).in(IpvsState.ESTABLISHED, NOW), NOW);
        }
        return chosen;
    }

    @Test
    void roundRobinBeginsWithTheNewestAndLeavesOutWhoTakesNothing() {
        serve(IpvsScheduler.RR, 1, 0, 1);

        assertThat(choose(4, CLIENT)).containsExactly(3, 1, 3, 1);
    }

    @Test
    void weightedRoundRobinServesTheHeavierMoreOften() {
        // With the first server alone a round begins at 3 - (3 - 1) = 1, and the second one does not change that.
        serve(IpvsScheduler.WRR, 3, 1);

        assertThat(choose(8, CLIENT)).containsExactly(2, 1, 1, 1, 2, 1, 1, 1);
    }

    @Test
    void leastConnectionsFillsUpEvenly() {
        serve(IpvsScheduler.LC, 9, 1);

        assertThat(choose(4, CLIENT)).containsExactly(2, 1, 2, 1);
    }

    @Test
    void weightedLeastConnectionsFillsUpByWeight() {
        serve(IpvsScheduler.WLC, 3, 1);

        assertThat(choose(8, CLIENT).stream().filter(server -> server == 1)).hasSize(6);
    }

    @Test
    void sourceHashingKeepsAClientAtItsServer() {
        serve(IpvsScheduler.SH, 1, 1);

        List<Integer> first = choose(3, CLIENT);
        List<Integer> second = choose(3, Ipv4Address.parse("10.0.0.11"));

        assertThat(first).containsOnly(first.get(0));
        assertThat(second).containsOnly(second.get(0));
    }

    @Test
    void nobodyIsChosenIfNobodyTakesConnections() {
        serve(IpvsScheduler.WLC, 0, 0);

        IpvsSchedule.Choice choice = IpvsSchedule.choose(table, service(), CLIENT, NOW);

        assertThat(choice.chosen()).isEmpty();
        assertThat(choice.considered()).extracting(IpvsCandidate::fate).containsOnly(IpvsCandidate.Fate.WEIGHT_ZERO);
    }

    @Test
    void theServerBeforeTheOneTakenOutCountsAsLast() {
        serve(IpvsScheduler.RR, 1, 1, 1);
        choose(2, CLIENT);
        IpvsService service = service();

        table = table.with(service.without(service.destinations().get(1)));

        assertThat(choose(1, CLIENT)).containsExactly(1);
    }
}
