package org.packetwalk.narrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.route.Candidate;
import org.packetwalk.kernel.route.RuleVisit;
import org.packetwalk.kernel.route.TableLookupEvent;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.kernel.route.TrieVisit;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.RoutingContext;
import org.packetwalk.trace.TraceEvent;

/** The parts of a recorded lookup, each with its own account, in the order in which the kernel came to them. */
final class RouteRows {

    /** A part and what is to be said about it. */
    record Part(Row row, Account account) {}

    private final List<TraceEvent> events;

    RouteRows(List<TraceEvent> events) {
        this.events = events;
    }

    /** The parts that come before the event at this place is said as a whole. */
    List<Part> before(int place) {
        TraceEvent event = events.get(place);
        if (event instanceof RouteEvent.TableAsked asked) {
            return table(place, asked);
        }
        return event instanceof RouteEvent.Routed routed ? lastRules(routed) : List.of();
    }

    private List<Part> table(int place, RouteEvent.TableAsked asked) {
        List<Part> parts = new ArrayList<>();
        int visit = -1;
        if (asked.purpose() == RouteEvent.Purpose.ROUTE) {
            Optional<RouteEvent.Routed> decision = decision(place, asked.walk());
            if (decision.isPresent()) {
                List<RuleVisit> considered = decision.get().decision().considered();
                visit = place(considered, asked.walk());
                if (!asked.context().shared()) {
                    rules(considered, previousSearch(considered, visit) + 1, visit + 1, parts);
                }
            }
        }
        RouteEvidence evidence = new RouteEvidence(asked.flow(), asked.context());
        for (int i = 0; i < asked.walk().path().size(); i++) {
            parts.add(new Part(
                    new Row(Row.Kind.TRIE, visit, i), trie(asked.walk().path().get(i), evidence)));
        }
        for (int i = 0; i < asked.walk().candidates().size(); i++) {
            Candidate candidate = asked.walk().candidates().get(i);
            parts.add(new Part(new Row(Row.Kind.CANDIDATE, visit, i), candidate(candidate, evidence, asked.context())));
        }
        return parts;
    }

    /** The rules that came after the last search, such as one that refuses. */
    private static List<Part> lastRules(RouteEvent.Routed routed) {
        List<Part> parts = new ArrayList<>();
        List<RuleVisit> considered = routed.decision().considered();
        if (!routed.context().shared()) {
            rules(considered, previousSearch(considered, considered.size()) + 1, considered.size(), parts);
        }
        return parts;
    }

    private static void rules(List<RuleVisit> considered, int from, int to, List<Part> parts) {
        for (int i = from; i < to; i++) {
            parts.add(new Part(new Row(Row.Kind.RULE, i, -1), rule(considered.get(i))));
        }
    }

    /** The decision to which this search belongs: the next one that quotes it. */
    private Optional<RouteEvent.Routed> decision(int place, TableWalk walk) {
        for (int i = place + 1; i < events.size(); i++) {
            if (events.get(i) instanceof RouteEvent.Routed routed
                    && routed.head().host().equals(events.get(place).head().host())) {
                return place(routed.decision().considered(), walk) < 0 ? Optional.empty() : Optional.of(routed);
            }
        }
        return Optional.empty();
    }

    private static int place(List<RuleVisit> considered, TableWalk walk) {
        for (int i = 0; i < considered.size(); i++) {
            if (considered.get(i).walk().equals(walk)) {
                return i;
            }
        }
        return -1;
    }

    private static int previousSearch(List<RuleVisit> considered, int before) {
        for (int i = before - 1; i >= 0; i--) {
            if (!(considered.get(i).walk().event() instanceof TableLookupEvent.NotSearched)) {
                return i;
            }
        }
        return -1;
    }

    private static Account rule(RuleVisit visit) {
        List<Evidence> checks =
                visit.checks().stream().map(RouteEvidence::check).toList();
        return Account.of(
                        Sentence.of(Subject.RULE, "step.row.rule", visit.rule().priority()),
                        ConfigurationLine.rule(visit.rule()),
                        RouteEvidence.ruleSentence(visit),
                        Source.of(KernelFunction.FIB_RULES_LOOKUP))
                .because(checks)
                .check("ip rule");
    }

    private static Account trie(TrieVisit visit, RouteEvidence evidence) {
        return Account.of(
                        Sentence.of(Subject.TABLE, "step.row.trie", visit.node()),
                        visit.node() + " " + visit.bits() + " bits",
                        evidence.trie(visit),
                        Source.of(KernelFunction.FIB_TABLE_LOOKUP))
                .check("cat /proc/net/fib_trie");
    }

    private static Account candidate(Candidate candidate, RouteEvidence evidence, RoutingContext context) {
        List<Evidence> checks = new ArrayList<>();
        for (Check check : candidate.checks()) {
            checks.add(evidence.comparison(check));
        }
        return Account.of(
                        Sentence.of(
                                Subject.ROUTE,
                                "step.row.candidate",
                                ConfigurationLine.prefix(candidate.route().prefix())),
                        ConfigurationLine.route(candidate.route(), context),
                        evidence.candidateSentence(candidate),
                        Source.of(KernelFunction.FIB_TABLE_LOOKUP))
                .because(checks)
                .check("ip route show table " + candidate.route().table().word());
    }
}
