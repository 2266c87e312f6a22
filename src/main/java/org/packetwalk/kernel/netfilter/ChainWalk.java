package org.packetwalk.kernel.netfilter;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.netfilter.RuleTest.Fate;

/** Asks the rules of a base chain one after the other ({@code nft_do_chain}). One object decides about one packet. */
public final class ChainWalk {

    /** How deep jumps may nest ({@code NFT_JUMP_STACK_SIZE}). */
    private static final int DEPTH = 16;

    /**
     * What came of it.
     *
     * @param table the table afterwards: counters and memories
     * @param mark the packet's mark afterwards
     * @param connectionMark the connection's mark afterwards
     * @param untracked whether a rule said not to track the packet
     * @param binding the translation, {@link #NO_BINDING} if none
     * @param logged the rules that wrote to the log
     */
    public record Result(
            ChainDecision decision,
            FilterTable table,
            int mark,
            int connectionMark,
            boolean untracked,
            Target binding,
            List<EffectTarget.Log> logged) {}

    /** No rule bound the connection. */
    public static final Target NO_BINDING = new VerdictTarget.Nothing();

    private final Match.Surroundings around;
    private final List<RuleTest> considered = new ArrayList<>();
    private final List<EffectTarget.Log> logged = new ArrayList<>();
    private final boolean tracked;
    private FilterTable table;
    private FilterQuery query;
    private boolean untracked;
    private Target binding = NO_BINDING;

    private ChainWalk(FilterTable table, FilterQuery query, Match.Surroundings around) {
        this.table = table;
        this.query = query;
        this.around = around;
        this.tracked = query.connection().info().isTracked();
    }

    /** Asks the base chain of the query's hook. */
    public static Result ask(FilterTable table, FilterQuery query, Match.Surroundings around) {
        ChainWalk walk = new ChainWalk(table, query, around);
        ChainOutcome outcome = walk.base(query.hook().name());
        return new Result(
                new ChainDecision(query, walk.considered, outcome),
                walk.table,
                walk.query.mark(),
                walk.query.connection().mark(),
                walk.untracked,
                walk.binding,
                List.copyOf(walk.logged));
    }

    private ChainOutcome base(String name) {
        Step step = chain(name, 0);
        if (step.ended) {
            return step.outcome;
        }
        Chain chain = table.find(name).orElseThrow().decided(query.packet().length());
        table = table.with(chain);
        considered.add(
                new RuleTest(name, 0, "-P " + name + " " + chain.policyWord(), List.of(), Fate.POLICY, chain.policy()));
        return chain.drops() ? new ChainOutcome.Dropped() : new ChainOutcome.Accepted();
    }

    /** Whether the walk has ended, and how. */
    private record Step(boolean ended, ChainOutcome outcome) {

        private static final Step ON = new Step(false, new ChainOutcome.Accepted());
    }

    /** One chain; answers a step that has not ended if its end or a RETURN was reached. */
    private Step chain(String name, int depth) {
        int length = table.find(name).map(chain -> chain.rules().size()).orElse(0);
        for (int i = 0; i < length; i++) {
            Rule rule = table.find(name).orElseThrow().rules().get(i);
            List<Check> checks = new ArrayList<>(rule.selector().check(query));
            boolean fits = Selector.holds(checks);
            List<Match> after = new ArrayList<>();
            for (Match match : rule.matches()) {
                if (!fits) {
                    after.add(match);
                    continue;
                }
                Match.Tested tested = match.test(query, around);
                checks.addAll(tested.checks());
                fits = tested.holds();
                after.add(tested.after());
            }
            Counter counter = fits ? rule.counter().plus(query.packet().length()) : rule.counter();
            Rule now = rule.with(after).counted(counter);
            if (!now.equals(rule)) {
                table = table.with(table.find(name).orElseThrow().replace(i, now));
            }
            Fate fate = fits ? fate(rule.target(), depth) : Fate.NOT_MATCHED;
            considered.add(new RuleTest(name, i + 1, rule.line(name), checks, fate, counter));
            if (fate == Fate.RETURNED) {
                return Step.ON;
            }
            if (fate == Fate.DECIDED) {
                return new Step(true, outcome(rule.target()));
            }
            if (fate == Fate.CONTINUED) {
                apply(rule.target());
            }
            if (rule.target() instanceof VerdictTarget.Jump jump && fate == Fate.JUMPED) {
                Step step = chain(jump.chain(), depth + 1);
                if (step.ended || jump.forGood()) {
                    return step;
                }
            }
        }
        return Step.ON;
    }

    private Fate fate(Target target, int depth) {
        if (target instanceof VerdictTarget.Jump) {
            return depth < DEPTH ? Fate.JUMPED : Fate.DECIDED;
        }
        if (target instanceof VerdictTarget.Return) {
            return Fate.RETURNED;
        }
        boolean goesOn = target instanceof MarkTarget
                || target instanceof VerdictTarget.Nothing
                || target instanceof EffectTarget.Log
                || target instanceof EffectTarget.NoTrack;
        return goesOn ? Fate.CONTINUED : Fate.DECIDED;
    }

    private ChainOutcome outcome(Target target) {
        if (target instanceof VerdictTarget.Accept) {
            return new ChainOutcome.Accepted();
        }
        if (target instanceof EffectTarget.Reject reject) {
            return new ChainOutcome.Rejected(reject.answer());
        }
        if (target instanceof NatTarget nat) {
            binding = nat;
            return new ChainOutcome.Bound(nat.saved());
        }
        return new ChainOutcome.Dropped();
    }

    private void apply(Target target) {
        int mark = query.mark();
        int connection = query.connection().mark();
        if (target instanceof MarkTarget.Mark change) {
            mark = change.apply(mark);
        } else if (target instanceof MarkTarget.ConnMark change && tracked) {
            connection = change.apply(connection);
        } else if (target instanceof MarkTarget.Copy copy && tracked) {
            int written = copy.apply(mark, connection);
            connection = copy.save() ? written : connection;
            mark = copy.save() ? mark : written;
        } else if (target instanceof EffectTarget.NoTrack) {
            untracked |= !tracked;
        } else if (target instanceof EffectTarget.Log log) {
            logged.add(log);
        }
        query = query.marked(mark, connection);
    }
}
