package org.packetwalk.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.packetwalk.testing.Walks;
import org.packetwalk.trace.Stage;
import org.packetwalk.trace.TraceEvent;

class StepsTest {

    private static final List<TraceEvent> PING = Walks.loopbackPing("127.0.0.1").events();

    private final Speaker english = new Speaker(Messages.of(Locale.ENGLISH));

    @Test
    void pingPassesAtLeastTwentyStationsInTheOrderOfTheKernel() {
        List<Step> steps = Steps.of(PING, Grain.LAYER);

        assertThat(steps).hasSizeGreaterThanOrEqualTo(20);
        assertThat(steps)
                .filteredOn(step -> step.packet().number() > 0)
                .extracting(Step::stage)
                .containsSubsequence(
                        Stage.APPLICATION_SEND,
                        Stage.ROUTE_OUTPUT,
                        Stage.TRANSPORT_SEND,
                        Stage.OUTPUT,
                        Stage.POSTROUTING,
                        Stage.NEIGHBOR,
                        Stage.DEVICE_TRANSMIT,
                        Stage.DEVICE_RECEIVE,
                        Stage.RECEIVE,
                        Stage.PREROUTING,
                        Stage.ROUTE_INPUT,
                        Stage.INPUT,
                        Stage.TRANSPORT_RECEIVE,
                        Stage.ROUTE_OUTPUT,
                        Stage.TRANSPORT_SEND,
                        Stage.OUTPUT,
                        Stage.POSTROUTING,
                        Stage.NEIGHBOR,
                        Stage.DEVICE_TRANSMIT,
                        Stage.DEVICE_RECEIVE,
                        Stage.RECEIVE,
                        Stage.PREROUTING,
                        Stage.ROUTE_INPUT,
                        Stage.INPUT,
                        Stage.TRANSPORT_RECEIVE,
                        Stage.APPLICATION_RECEIVE);
    }

    @ParameterizedTest
    @EnumSource
    void stepsAreNumberedAndLeaveNoEventOut(Grain grain) {
        List<Step> steps = Steps.of(PING, grain);

        assertThat(steps)
                .extracting(Step::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, steps.size()).boxed().toList());
        assertThat(steps.get(0).first()).isZero();
        assertThat(steps.get(steps.size() - 1).last()).isEqualTo(PING.size() - 1);
        for (int i = 1; i < steps.size(); i++) {
            Step before = steps.get(i - 1);
            assertThat(steps.get(i).first()).isIn(before.first(), before.last() + 1);
        }
    }

    @Test
    void functionGrainHasOneStepForEachEvent() {
        assertThat(Steps.of(PING, Grain.FUNCTION)).hasSameSizeAs(PING);
    }

    @Test
    void rowGrainGoesThroughTheTrieAndTheEntriesBeforeTheHit() {
        List<Step> steps = Steps.of(PING, Grain.ROW);

        int hit = IntStream.range(0, steps.size())
                .filter(i -> title(steps.get(i)).equals("Table local+main: hit"))
                .findFirst()
                .orElseThrow();
        assertThat(steps.subList(1, hit))
                .extracting(step -> step.row().kind())
                .startsWith(Row.Kind.TRIE)
                .endsWith(Row.Kind.CANDIDATE, Row.Kind.CANDIDATE);
    }

    @Test
    void packetGrainShowsWhereEachPacketBeginsAndEnds() {
        assertThat(Steps.of(PING, Grain.PACKET))
                .extracting(this::title)
                .containsExactlyInAnyOrder(
                        "ICMP echo request made",
                        "ICMP echo request ended",
                        "ICMP echo reply made",
                        "ICMP echo reply ended");
    }

    @Test
    void phasesAreLabelledOnceEach() {
        List<String> labels = Steps.of(PING, Grain.LAYER).stream()
                .filter(Step::opensPhase)
                .map(step -> english.text(step.phase()))
                .toList();

        assertThat(labels).containsExactly("connect", "send", "routing", "lo", "echo reply", "lo", "done");
    }

    @Test
    void devicesAreRingsAndHooksAreHollow() {
        for (Step step : Steps.of(PING, Grain.LAYER)) {
            Tick expected = switch (step.stage().layer()) {
                case DEVICE -> Tick.DEVICE;
                case HOOK -> Tick.HOOK;
                case APPLICATION, TRANSPORT, NETWORK, LINK -> Tick.LAYER;
            };
            assertThat(step.tick()).isEqualTo(expected);
        }
    }

    private String title(Step step) {
        return english.text(step.account().title());
    }
}
