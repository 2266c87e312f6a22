package org.packetwalk.kernel.route;

import java.util.List;

/**
 * The answer of the routing tables: {@code fib_lookup}.
 *
 * @param query what was asked
 * @param considered the rules asked, in order
 * @param outcome where to
 */
public record RouteDecision(RouteQuery query, List<RuleVisit> considered, RouteOutcome outcome) {

    /** Copies the list. */
    public RouteDecision {
        considered = List.copyOf(considered);
    }

    /** The searches of tables, which are the tracepoint events {@code fib_table_lookup}, in order. */
    public List<TableWalk> searches() {
        return considered.stream()
                .map(RuleVisit::walk)
                .filter(walk -> !(walk.event() instanceof TableLookupEvent.NotSearched))
                .toList();
    }
}
