package org.packetwalk.narrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.route.Candidate;
import org.packetwalk.kernel.route.CandidateFate;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RouteOutcome;
import org.packetwalk.kernel.route.RuleVisit;
import org.packetwalk.kernel.route.TableLookupEvent;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.kernel.route.TrieVisit;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RoutingContext;

/** The reasons that a recorded decision of the routing tables holds, one after the other; nothing is looked up again. */
final class RouteEvidence {

    private final FlowKey flow;
    private final RoutingContext context;

    RouteEvidence(FlowKey flow, RoutingContext context) {
        this.flow = flow;
        this.context = context;
    }

    /** The rules of a decision with what their tables answered. */
    List<Evidence> decision(List<RuleVisit> considered) {
        List<Evidence> reasons = new ArrayList<>();
        if (!considered.isEmpty()) {
            reasons.add(tables());
        }
        for (RuleVisit visit : considered) {
            if (!context.shared()) {
                reasons.addAll(rule(visit));
            }
            reasons.addAll(answer(visit.walk()));
        }
        return reasons;
    }

    /** Whether one search covers local and main, or the rules lead from table to table. */
    private Evidence tables() {
        return context.shared()
                ? Evidence.of(Sentence.of(Subject.TABLE, "evidence.tables.shared"))
                        .from(Source.of(KernelFunction.FIB_TABLE_LOOKUP))
                : Evidence.of(Sentence.of(Subject.TABLE, "evidence.tables.separate"))
                        .from(Source.of(KernelFunction.FIB_RULES_LOOKUP));
    }

    /** One rule: its line, its selectors, what it came to. */
    List<Evidence> rule(RuleVisit visit) {
        List<Evidence> reasons = new ArrayList<>();
        reasons.add(new Evidence(
                ruleSentence(visit),
                List.of(ConfigurationLine.rule(visit.rule())),
                matched(visit) ? Mark.HOLDS : Mark.FAILS,
                Source.of(KernelFunction.FIB_RULES_LOOKUP)));
        for (Check check : visit.checks()) {
            reasons.add(check(check));
        }
        return reasons;
    }

    static boolean matched(RuleVisit visit) {
        return !visit.outcome().equals(new RouteOutcome.Continue(RouteOutcome.Reason.RULE_DOES_NOT_MATCH));
    }

    /** What a rule came to, in one sentence. */
    static Sentence ruleSentence(RuleVisit visit) {
        Object priority = visit.rule().priority();
        if (!matched(visit)) {
            return Sentence.of(Subject.RULE, "evidence.rule.not-for", priority);
        }
        return switch (visit.rule().action()) {
            case LOOKUP ->
                Sentence.of(
                        Subject.RULE,
                        visit.checks().isEmpty() && !visit.rule().inverted()
                                ? "evidence.rule.every"
                                : "evidence.rule.this",
                        priority,
                        visit.rule().table().word());
            case GOTO, NOP, BLACKHOLE, UNREACHABLE, PROHIBIT ->
                Sentence.of(
                        Subject.RULE,
                        MessageKey.of("evidence.rule", visit.rule().action()),
                        priority,
                        visit.rule().target());
        };
    }

    /** A comparison of an entry, ticked or crossed; interfaces by their names. */
    Evidence comparison(Check check) {
        return check.field() == Field.NEXTHOP_DEVICE
                ? check(new Check(check.field(), name(check.wanted()), name(check.seen()), check.holds()))
                : check(check);
    }

    private String name(String index) {
        return context.nameOf(Integer.parseInt(index));
    }

    /** A comparison, ticked or crossed. */
    static Evidence check(Check check) {
        return Evidence.of(Sentence.of(
                        Subject.RULE,
                        MessageKey.of("check", check.field()),
                        check.wanted(),
                        check.seen().isEmpty() ? "-" : check.seen()))
                .marked(check.holds() ? Mark.HOLDS : Mark.FAILS);
    }

    /** What one table answered: the entry taken, and those that were not. */
    List<Evidence> answer(TableWalk walk) {
        List<Evidence> reasons = new ArrayList<>();
        if (walk.event() instanceof TableLookupEvent.NotSearched) {
            return reasons;
        }
        Optional<Candidate> chosen = chosen(walk);
        if (chosen.isEmpty()) {
            reasons.add(Evidence.of(Sentence.of(Subject.TABLE, "evidence.table.none", table(walk), flow.destination()))
                    .marked(Mark.FAILS)
                    .from(Source.of(KernelFunction.FIB_TABLE_LOOKUP)));
        }
        chosen.ifPresent(taken -> reasons.add(candidate(taken)));
        for (Candidate other : walk.candidates()) {
            if (other.fate() != CandidateFate.CHOSEN) {
                reasons.add(candidate(other));
            }
        }
        return reasons;
    }

    /** An entry of a table and what became of it. */
    Evidence candidate(Candidate candidate) {
        return new Evidence(
                candidateSentence(candidate),
                List.of(ConfigurationLine.route(candidate.route(), context)),
                candidate.fate() == CandidateFate.CHOSEN ? Mark.HOLDS : Mark.FAILS,
                Source.of(KernelFunction.FIB_TABLE_LOOKUP));
    }

    /** What became of an entry, in one sentence. */
    Sentence candidateSentence(Candidate candidate) {
        int length = candidate.route().prefix().length();
        String prefix = ConfigurationLine.prefix(candidate.route().prefix());
        String key = MessageKey.of("fate", candidate.fate());
        return switch (candidate.fate()) {
            case CHOSEN -> Sentence.of(Subject.ROUTE, length == 0 ? key + ".default" : key, length);
            case PREFIX_MISMATCH -> Sentence.of(Subject.ROUTE, key, prefix, candidate.firstDifference());
            case SHORTER_PREFIX, LOWER_PRIORITY ->
                Sentence.of(
                        Subject.ROUTE, key, prefix, candidate.route().table().word());
            case TOS_MISMATCH, SCOPE, NEXTHOP_DEAD, LINKDOWN_IGNORED -> Sentence.of(Subject.ROUTE, key, prefix);
            case OUTPUT_INTERFACE -> Sentence.of(Subject.ROUTE, key, prefix, context.nameOf(flow.outputInterface()));
        };
    }

    /** A step through the trie. */
    Sentence trie(TrieVisit visit) {
        return Sentence.of(
                Subject.TABLE,
                MessageKey.of("trie", visit.step()),
                visit.node(),
                visit.slot(),
                visit.bits(),
                32 - visit.position() - visit.bits() + 1,
                32 - visit.position());
    }

    /** The entry a search took. */
    static Optional<Candidate> chosen(TableWalk walk) {
        return walk.candidates().stream()
                .filter(candidate -> candidate.fate() == CandidateFate.CHOSEN)
                .findFirst();
    }

    /** The name of the table asked: both where they are one. */
    Object table(TableWalk walk) {
        boolean both = context.shared() && walk.table().word().equals("main");
        return both ? Sentence.of(Subject.TABLE, "table.shared") : walk.table().word();
    }

    /** What would have been taken in place of the chosen entry. */
    Sentence without(TableWalk walk) {
        return walk.candidates().stream()
                .filter(candidate -> candidate.fate() == CandidateFate.SHORTER_PREFIX
                        || candidate.fate() == CandidateFate.LOWER_PRIORITY)
                .findFirst()
                .map(next -> Sentence.of(
                        Subject.ROUTE,
                        "otherwise.next-entry",
                        ConfigurationLine.route(next.route(), context),
                        next.route().table().word()))
                .orElseGet(() -> Sentence.of(
                        Subject.ROUTE,
                        context.shared() ? "otherwise.no-other-entry" : "otherwise.next-rule",
                        flow.destination()));
    }
}
