package org.packetwalk.kernel.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;

/** Order, default priority and refusal of rules, and what a decision tells. */
class RoutingRulesTest {

    @Test
    void aRuleWithoutPriorityComesJustBeforeTheSecond() {
        RoutingTables tables = RoutingTables.INITIAL;
        assertThat(tables.defaultPriority()).isEqualTo(32765);

        RoutingTables one = add(tables, RoutingRule.lookup(tables.defaultPriority(), TableId.of(100)));

        assertThat(one.defaultPriority()).isEqualTo(32764);
    }

    @Test
    void amongEqualPrioritiesTheNewestIsLast() {
        RoutingTables tables = add(
                add(RoutingTables.INITIAL, RoutingRule.lookup(0, TableId.of(7))), RoutingRule.lookup(0, TableId.of(8)));

        assertThat(tables.rules().stream().map(rule -> rule.table().number()))
                .containsExactly(255L, 7L, 8L, 254L, 253L);
    }

    @Test
    void theSameRuleTwiceIsRefused() {
        RoutingRule rule = RoutingRule.lookup(1000, TableId.of(100));
        RoutingTables tables = add(RoutingTables.INITIAL, rule);

        assertThat(tables.addRule(rule)).isEqualTo(ResultOrErrno.refused(Errno.EEXIST));
    }

    @Test
    void aGotoMustLeadForward() {
        RoutingRule back =
                RoutingRule.of(1000, RuleAction.GOTO).toBuilder().target(1000).build();

        assertThat(RoutingTables.INITIAL.addRule(back))
                .isEqualTo(ResultOrErrno.refused(Errno.EINVAL, "Backward goto not supported"));
    }

    @Test
    void whatIsNotThereCannotBeDeleted() {
        assertThat(RoutingTables.INITIAL.deleteRule(RuleSelector.priority(5)))
                .isEqualTo(ResultOrErrno.refused(Errno.ENOENT));
    }

    @Test
    void aDecisionNamesTheSelectorThatDidNotHold() {
        RoutingTables tables = add(
                RoutingTables.INITIAL,
                RoutingRule.lookup(1000, TableId.of(100)).toBuilder()
                        .from(Ipv4Prefix.parse("10.0.2.0/24"))
                        .build());
        FlowKey flow = FlowKey.output(Ipv4Address.of(8, 8, 8, 8)).withSource(Ipv4Address.of(10, 0, 1, 1));

        RouteDecision decision =
                new RouteLookup(tables, new LabHost(), LinkdownPolicy.USE_ALL).decide(RouteQuery.of(flow));

        RuleVisit visit = decision.considered().get(1);
        assertThat(visit.checks())
                .singleElement()
                .hasToString("Check[field=FROM, wanted=10.0.2.0/24, seen=10.0.1.1, holds=false]");
        assertThat(visit.outcome()).isEqualTo(new RouteOutcome.Continue(RouteOutcome.Reason.RULE_DOES_NOT_MATCH));
        assertThat(decision.outcome().error()).contains(Errno.ENETUNREACH);
    }

    private static RoutingTables add(RoutingTables tables, RoutingRule rule) {
        ResultOrErrno<RoutingTables> answer = tables.addRule(rule);
        assertThat(answer).isInstanceOf(ResultOrErrno.Ok.class);
        return ((ResultOrErrno.Ok<RoutingTables>) answer).value();
    }
}
