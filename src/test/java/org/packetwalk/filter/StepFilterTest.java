package org.packetwalk.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;
import org.packetwalk.trace.Stage;

class StepFilterTest {
    private static List<StepView> steps;

    /** A ping from left to right, with an ARP request before it. */
    @BeforeAll
    static void ping() {
        SessionModel session = new SessionModel(new SessionWalks(LabCatalog.all()), Messages.of(Locale.ENGLISH));
        session.open("other-namespace", TableSetting.SHARED);
        session.trace("left", "ping -c1 10.42.0.2");
        steps = List.copyOf(session.steps());
    }

    private static List<StepView> found(String filter) {
        StepFilter read = StepFilter.read(filter);
        assertThat(read.fault()).as(filter).isEqualTo(FilterFault.NONE);
        return steps.stream().filter(step -> read.accepts(step.facts())).toList();
    }

    @Test
    void anEmptyFilterAcceptsEverything() {
        assertThat(found("  ")).isEqualTo(steps).hasSizeGreaterThan(40);
    }

    @Test
    void comparesHostAndLayer() {
        assertThat(found("host == right && layer == l3"))
                .isNotEmpty()
                .allMatch(step -> step.host().equals("right") && step.layer() == Stage.Layer.NETWORK);
        assertThat(found("host != right").size() + found("host == right").size())
                .isEqualTo(steps.size());
    }

    @Test
    void andBindsCloserThanOr() {
        assertThat(found("host == left || host == right && layer == hook"))
                .isEqualTo(found("host == left || (host == right && layer == hook)"))
                .isNotEqualTo(found("(host == left || host == right) && layer == hook"));
        assertThat(found("not host == left")).isEqualTo(found("host != left"));
    }

    @Test
    void asksWhatHappens() {
        assertThat(found("waits")).hasSize(1).allMatch(step -> step.host().equals("left"));
        assertThat(found("delivered && host == left")).isNotEmpty();
        assertThat(found("dropped")).isEmpty();
    }

    @Test
    void findsAddressesOfPacketsByPrefix() {
        assertThat(found("address == 10.42.0.2")).isNotEmpty();
        assertThat(found("address == 10.42.0.0/24")).containsAll(found("address == 10.42.0.2"));
        assertThat(found("address == 192.0.2.0/24")).isEmpty();
    }

    @Test
    void findsThePlaceInTheKernel() {
        assertThat(found("function == arp_rcv || function == arp_process")).isNotEmpty();
        assertThat(found("within == ip_output").size())
                .isGreaterThan(found("function == ip_output").size());
        assertThat(found("device == veth0 && sent"))
                .isNotEmpty()
                .allMatch(step -> step.host().equals("left"));
        assertThat(found("station == neighbor")).isNotEmpty();
        assertThat(found("table == main")).isNotEmpty();
    }

    @Test
    void packetsHaveTheNumbersOfTheCanvas() {
        assertThat(found("packet == 1")).isNotEmpty();
        assertThat(found("packet >= 2").size())
                .isGreaterThan(found("packet > 2").size());
    }

    @Test
    void aQuotedTextIsSearchedInTheRow() {
        assertThat(found("\"who-has\"")).isEqualTo(found("text ~ WHO-HAS")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hots == web              | filter.fault.field       | hots
            layer == L9              | filter.fault.known       | L9
            address == 10.42.0.300   | filter.fault.address     | 10.42.0.300
            address == 10.0.0.0/40   | filter.fault.address     | 10.0.0.0/40
            packet == one            | filter.fault.number      | one
            host == web layer == L3  | filter.fault.joined      | layer
            host = web               | filter.fault.equals      | =
            host ==                  | filter.fault.value       | host ==
            host == && dropped       | filter.fault.value       | host ==
            dropped &&               | filter.fault.end         | &&
            (dropped                 | filter.fault.parenthesis | (
            dropped )                | filter.fault.joined      | )
            droped                   | filter.fault.word        | droped
            host                     | filter.fault.compare     | host
            "open                    | filter.fault.quote       | "open
            && dropped               | filter.fault.sign        | &&
            reason == NO_SOKCET      | filter.fault.unknown     | NO_SOKCET
            function == no_such      | filter.fault.unknown     | no_such
            """)
    void aFaultNamesTheWrongPart(String filter, String key, String wrong) {
        FilterFault fault = StepFilter.read(filter).fault();

        assertThat(fault.key()).isEqualTo(key);
        assertThat(filter.substring(fault.from(), fault.to()).strip()).isEqualTo(wrong);
        assertThat(Messages.of(Locale.ENGLISH).text(key, fault.arguments().toArray()))
                .isNotEqualTo(key)
                .doesNotContain("{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=&|", "((((", "\"", "!!", "<>", "address == ::/999", "rule == 99999999999999", "\u0000"})
    void noTextIsTooStrange(String filter) {
        StepFilter read = StepFilter.read(filter);

        assertThat(read.understood()).isFalse();
        assertThat(read.fault().to()).isBetween(read.fault().from(), filter.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ho                         | host
            host                       | ' =='
            'host '                    | ==
            'host == '                 | left
            host == ri                 | right
            'host == left '            | &&
            host == left && dro        | dropped
            device == ve               | veth0
            layer == H                 | Hook
            reason == NETF             | NETFILTER_DROP
            address == 10.4            | 10.42.0.1
            """)
    void completesWhatFits(String typed, String first) {
        var names = new FilterCompletion.Vocabulary(
                List.of("left", "right"), List.of("veth0", "veth1"), List.of("10.42.0.1", "10.42.0.2"));

        FilterCompletion completion = FilterCompletion.at(typed, typed.length(), names);

        assertThat(completion.words().get(0)).isEqualTo(first);
    }
}
