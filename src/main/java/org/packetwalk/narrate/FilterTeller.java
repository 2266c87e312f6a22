package org.packetwalk.narrate;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.netfilter.ChainDecision;
import org.packetwalk.kernel.netfilter.ChainOutcome;
import org.packetwalk.kernel.netfilter.ConnectionFacts;
import org.packetwalk.kernel.netfilter.Counter;
import org.packetwalk.kernel.netfilter.FilterQuery;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.IpvsCandidate;
import org.packetwalk.kernel.netfilter.IpvsDecision;
import org.packetwalk.kernel.netfilter.IpvsOutcome;
import org.packetwalk.kernel.netfilter.NatCandidate;
import org.packetwalk.kernel.netfilter.NatDecision;
import org.packetwalk.kernel.netfilter.NatManip;
import org.packetwalk.kernel.netfilter.RuleTest;
import org.packetwalk.kernel.netfilter.Tuple;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Ipv6Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.trace.EventHead;
import org.packetwalk.trace.FilterEvent;
import org.packetwalk.trace.KernelFunction;

/** Tells what the packet filter does: which rule decided and why, which others were asked, what was translated. */
final class FilterTeller implements FilterEvent.Visitor<Account> {

    @Override
    public Account hookPassed(FilterEvent.HookPassed event) {
        Hook hook = event.hook();
        return Account.of(
                        Sentence.of(Subject.HOOK, "step.hook", hook),
                        constant(hook) + " " + event.rules() + (event.rules() == 1 ? " rule" : " rules"),
                        Sentence.of(
                                Subject.HOOK,
                                event.rules() == 0 ? "account.hook.empty" : "account.hook",
                                hook,
                                event.rules()),
                        Source.of(caller(hook, event)))
                .because(Evidence.of(
                        Sentence.of(Subject.HOOK, MessageKey.of("evidence.hook", hook)),
                        "IN=" + event.inputDevice() + " OUT=" + event.outputDevice()));
    }

    private static String constant(Hook hook) {
        return switch (hook) {
            case PREROUTING -> "NF_INET_PRE_ROUTING";
            case INPUT -> "NF_INET_LOCAL_IN";
            case FORWARD -> "NF_INET_FORWARD";
            case OUTPUT -> "NF_INET_LOCAL_OUT";
            case POSTROUTING -> "NF_INET_POST_ROUTING";
        };
    }

    /** The function in whose source the hook stands; the compiler may have merged it into its caller. */
    private static KernelFunction caller(Hook hook, FilterEvent event) {
        Packet packet = event.head().skb().packet();
        if (packet.has(Ipv6Header.class) && !packet.has(Ipv4Header.class)) {
            return switch (hook) {
                case PREROUTING -> KernelFunction.IPV6_RCV;
                case INPUT -> KernelFunction.IP6_INPUT;
                case FORWARD -> KernelFunction.IP6_FORWARD;
                case OUTPUT -> KernelFunction.__IP6_LOCAL_OUT;
                case POSTROUTING -> KernelFunction.IP6_OUTPUT;
            };
        }
        return switch (hook) {
            case PREROUTING -> KernelFunction.IP_RCV;
            case INPUT -> KernelFunction.IP_LOCAL_DELIVER;
            case FORWARD -> KernelFunction.IP_FORWARD;
            case OUTPUT -> KernelFunction.IP_LOCAL_OUT;
            case POSTROUTING ->
                event.head().chain().functions().contains(KernelFunction.IP_MC_OUTPUT)
                        ? KernelFunction.IP_MC_OUTPUT
                        : KernelFunction.IP_OUTPUT;
        };
    }

    // -- chains ----------------------------------------------------------------------------

    @Override
    public Account chainAsked(FilterEvent.ChainAsked event) {
        ChainDecision decision = event.decision();
        String table = decision.query().table().label();
        String hook = decision.query().hook().name();
        Tone tone = decision.outcome().passes() ? Tone.PLAIN : Tone.DROPPED;
        RuleTest last = decision.considered().isEmpty()
                ? new RuleTest("", 0, "", List.of(), RuleTest.Fate.POLICY, Counter.ZERO)
                : decision.considered().get(decision.considered().size() - 1);
        String word = word(decision.outcome());
        boolean policy = last.fate() == RuleTest.Fate.POLICY;
        Account account = Account.of(
                Sentence.of(Subject.HOOK, "step.chain." + word, table, hook).in(tone),
                last.line(),
                Sentence.of(
                                Subject.HOOK,
                                "account.chain." + (policy ? "policy-" : "") + word,
                                table,
                                hook,
                                last.number(),
                                last.chain())
                        .in(tone),
                Source.of(KernelFunction.NFT_DO_CHAIN));
        account = account.because(evidence(decision));
        return account.check(tool(decision.query()) + " -t " + table + " -L " + last.chain() + " -n -v --line-numbers");
    }

    private static String tool(FilterQuery query) {
        return query.packet().source().isIpv4() ? "iptables" : "ip6tables";
    }

    private static String word(ChainOutcome outcome) {
        if (outcome instanceof ChainOutcome.Bound) {
            return "bound";
        }
        if (outcome instanceof ChainOutcome.Rejected) {
            return "rejected";
        }
        return outcome.passes() ? "accepted" : "dropped";
    }

    /** The deciding rule first, then the others in order. */
    private static List<Evidence> evidence(ChainDecision decision) {
        List<Evidence> reasons = new ArrayList<>();
        List<RuleTest> tests = new ArrayList<>(decision.considered());
        if (!tests.isEmpty()) {
            reasons.add(told(tests.remove(tests.size() - 1)));
        }
        tests.forEach(test -> reasons.add(told(test)));
        return reasons;
    }

    private static Evidence told(RuleTest test) {
        if (test.fate() != RuleTest.Fate.NOT_MATCHED) {
            return Evidence.of(
                            Sentence.of(
                                    Subject.RULE,
                                    MessageKey.of("evidence.rule", test.fate()),
                                    test.number(),
                                    test.chain(),
                                    test.counter().packets()),
                            test.line())
                    .marked(test.fate() == RuleTest.Fate.POLICY ? Mark.FACT : Mark.HOLDS);
        }
        return test.checks().stream()
                .filter(check -> !check.holds())
                .findFirst()
                .map(check -> Evidence.of(failed(test, check), test.line()))
                .orElseGet(() -> Evidence.of(
                        Sentence.of(Subject.RULE, "evidence.rule.not-asked", test.number(), test.chain()), test.line()))
                .marked(Mark.FAILS);
    }

    private static Sentence failed(RuleTest test, Check check) {
        Sentence field = Sentence.of(Subject.RULE, MessageKey.of("filter-field", check.field()));
        return check.seen().isEmpty()
                ? Sentence.of(
                        Subject.RULE,
                        "evidence.rule.not-matched.none",
                        test.number(),
                        test.chain(),
                        field,
                        check.wanted())
                : Sentence.of(
                        Subject.RULE,
                        "evidence.rule.not-matched",
                        test.number(),
                        test.chain(),
                        field,
                        check.wanted(),
                        check.seen());
    }

    // -- connections -----------------------------------------------------------------------

    @Override
    public Account tracked(FilterEvent.Tracked event) {
        ConnectionFacts connection = event.connection();
        Account account = Account.of(
                Sentence.of(
                        Subject.PACKET,
                        MessageKey.of("step.tracked", event.decision().outcome())),
                connection.info().name() + " " + text(event.decision().query()),
                Sentence.of(
                        Subject.PACKET,
                        MessageKey.of("account.tracked", event.decision().outcome()),
                        Sentence.of(Subject.PACKET, MessageKey.of("connection", connection.info()))),
                Source.of(event.head().chain()));
        if (connection.info().isTracked()) {
            account = account.because(Evidence.of(
                            Sentence.of(Subject.PACKET, "evidence.tracked.original"), text(connection.original())))
                    .because(Evidence.of(
                            Sentence.of(Subject.PACKET, "evidence.tracked.reply"), text(connection.reply())));
        }
        return account.check("conntrack -L");
    }

    /** A tuple as {@code conntrack} writes it. */
    private static String text(Tuple tuple) {
        String ends = "src=" + tuple.source() + " dst=" + tuple.destination();
        return tuple.isIcmp()
                ? ends + " type=" + (tuple.destinationPort() >> 8) + " code=" + (tuple.destinationPort() & 0xff)
                        + " id=" + tuple.sourcePort()
                : ends + " sport=" + tuple.sourcePort() + " dport=" + tuple.destinationPort();
    }

    // -- translation -----------------------------------------------------------------------

    @Override
    public Account bound(FilterEvent.Bound event) {
        NatDecision decision = event.decision();
        NatManip manip = decision.query().manip();
        String key = !decision.changes() ? "unchanged" : manip == NatManip.SOURCE ? "source" : "destination";
        Account account = Account.of(
                Sentence.of(Subject.PACKET, "step.bound." + key),
                end(decision.query().tuple(), manip) + " -> " + end(decision.outcome(), manip),
                Sentence.of(
                        Subject.PACKET,
                        "account.bound." + key,
                        end(decision.query().tuple(), manip),
                        end(decision.outcome(), manip)),
                Source.of(event.head().chain()));
        if (!decision.query().target().isEmpty()) {
            account = account.because(Evidence.of(
                    Sentence.of(Subject.RULE, "evidence.bound.target"),
                    decision.query().target()));
        }
        for (NatCandidate candidate : decision.considered()) {
            account = account.because(Evidence.of(Sentence.of(
                            Subject.PACKET,
                            candidate.free() ? "evidence.bound.free" : "evidence.bound.taken",
                            end(candidate.tuple(), manip)))
                    .marked(candidate.free() ? Mark.HOLDS : Mark.FAILS));
        }
        return account;
    }

    @Override
    public Account translated(FilterEvent.Translated event) {
        String key = event.manip() == NatManip.SOURCE ? "source" : "destination";
        return Account.of(
                        Sentence.of(Subject.PACKET, "step.translated." + key),
                        end(event.before(), event.manip()) + " -> " + end(event.after(), event.manip()),
                        Sentence.of(
                                Subject.PACKET,
                                "account.translated." + key,
                                end(event.before(), event.manip()),
                                end(event.after(), event.manip())),
                        Source.of(event.head().chain()))
                .because(Evidence.of(
                        Sentence.of(Subject.PACKET, "evidence.translated"), text(event.before()), text(event.after())))
                .check("conntrack -L -n");
    }

    private static String end(Tuple tuple, NatManip manip) {
        boolean source = manip == NatManip.SOURCE;
        String address = (source ? tuple.source() : tuple.destination()).toString();
        return tuple.isIcmp() ? address : address + ":" + (source ? tuple.sourcePort() : tuple.destinationPort());
    }

    @Override
    public Account balanced(FilterEvent.Balanced event) {
        IpvsDecision decision = event.decision();
        IpvsOutcome.Verdict verdict = decision.outcome().verdict();
        Tone tone = verdict == IpvsOutcome.Verdict.NO_SERVER || verdict == IpvsOutcome.Verdict.SERVER_GONE
                ? Tone.DROPPED
                : Tone.PLAIN;
        Account account = Account.of(
                Sentence.of(
                                Subject.PACKET,
                                MessageKey.of("step.balanced", verdict),
                                decision.outcome().server())
                        .in(tone),
                decision.query().service() + " " + decision.query().scheduler().word(),
                Sentence.of(
                                Subject.PACKET,
                                MessageKey.of("account.balanced", verdict),
                                decision.query().service(),
                                decision.outcome().server(),
                                decision.query().scheduler().word())
                        .in(tone),
                Source.of(event.head().chain()));
        for (IpvsCandidate candidate : decision.considered()) {
            account = account.because(Evidence.of(Sentence.of(
                            Subject.RULE,
                            MessageKey.of("evidence.balanced", candidate.fate()),
                            candidate.server().text(),
                            candidate.server().weight(),
                            candidate.active(),
                            candidate.inactive()))
                    .marked(candidate.fate() == IpvsCandidate.Fate.CHOSEN ? Mark.HOLDS : Mark.FAILS));
        }
        return account.check("ipvsadm -L -n");
    }

    @Override
    public Account logged(FilterEvent.Logged event) {
        EventHead head = event.head();
        return Account.of(
                        Sentence.of(Subject.RULE, "step.logged"),
                        event.text(),
                        Sentence.of(Subject.RULE, "account.logged", head.host()),
                        Source.of(head.chain()))
                .because(Evidence.of(Sentence.of(Subject.RULE, "evidence.logged"), event.text()))
                .check("dmesg");
    }
}
