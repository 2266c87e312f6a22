package org.packetwalk.narrate;

import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.neigh.NeighborDecision;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.packet.ArpOperation;
import org.packetwalk.packet.Icmpv6Message;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.NeighborEvent;

/** Tells about neighbours and ARP. */
final class NeighborTeller implements NeighborEvent.Visitor<Account> {

    @Override
    public Account created(NeighborEvent.Created event) {
        return Account.of(
                Sentence.of(Subject.NEIGHBOR, "step.neighbor-created"),
                event.address() + " dev " + event.device(),
                Sentence.of(Subject.NEIGHBOR, "account.neighbor-created", event.address(), event.device()),
                Source.of(event.head().chain()));
    }

    @Override
    public Account updated(NeighborEvent.Updated event) {
        Account account = Account.of(
                Sentence.of(Subject.NEIGHBOR, "step.neighbor-updated", event.wanted()),
                ConfigurationLine.neighbor(event.address(), event.device(), event.lladdrWanted(), event.wanted()),
                Sentence.of(
                        Subject.NEIGHBOR,
                        MessageKey.of("account.neighbor-updated", event.wanted()),
                        event.address(),
                        event.device(),
                        event.lladdrWanted()),
                Source.of(event.head().chain()));
        return account.because(Evidence.of(
                        Sentence.of(Subject.NEIGHBOR, "evidence.neighbor-before", event.before()),
                        ConfigurationLine.neighbor(
                                event.address(), event.device(), event.lladdrBefore(), event.before())))
                .check("ip neigh show dev " + event.device());
    }

    @Override
    public Account eventSent(NeighborEvent.EventSent event) {
        return Account.of(
                Sentence.of(Subject.NEIGHBOR, "step.neighbor-used", event.state()),
                ConfigurationLine.neighbor(event.address(), event.device(), event.lladdr(), event.state()),
                Sentence.of(Subject.NEIGHBOR, "account.neighbor-used", event.address(), event.state()),
                Source.of(event.head().chain()));
    }

    @Override
    public Account timerHandled(NeighborEvent.TimerHandled event) {
        Sentence headline = Sentence.of(
                Subject.NEIGHBOR,
                MessageKey.of("account.neighbor-timer", event.state()),
                event.address(),
                event.device());
        return Account.of(
                Sentence.of(Subject.NEIGHBOR, "step.neighbor-timer", event.state()),
                ConfigurationLine.neighbor(event.address(), event.device(), event.lladdr(), event.state()),
                event.state() == NudState.FAILED ? headline.in(Tone.REFUSED) : headline,
                Source.of(event.head().chain()));
    }

    @Override
    public Account resolved(NeighborEvent.Resolved event) {
        NeighborDecision decision = event.decision();
        NeighborDecision.Outcome outcome = decision.outcome();
        String entry = ConfigurationLine.neighbor(
                decision.query().address(), event.device(), outcome.lladdr(), outcome.state());
        Sentence headline = Sentence.of(
                Subject.NEIGHBOR,
                MessageKey.of("account.resolved", outcome.kind()),
                decision.query().address(),
                event.device(),
                outcome.lladdr(),
                outcome.state());
        Account account = Account.of(
                Sentence.of(Subject.NEIGHBOR, MessageKey.of("step.resolved", outcome.kind()), event.device()),
                entry,
                outcome.kind() == NeighborDecision.Kind.ASKED ? headline.in(Tone.WAITING) : headline,
                Source.of(event.head().chain()));
        account = account.because(Evidence.of(
                        Sentence.of(
                                Subject.NEIGHBOR, MessageKey.of("evidence.resolved", outcome.kind()), outcome.state()),
                        entry)
                .from(Source.of(event.head().chain())));
        for (Check check : decision.considered()) {
            if (check.field() != Field.STATE) {
                account = account.because(RouteEvidence.check(check));
            }
        }
        return account.check("ip neigh show dev " + event.device()
                + (outcome.kind() == NeighborDecision.Kind.NOARP ? " nud noarp" : ""));
    }

    @Override
    public Account waiting(NeighborEvent.Waiting event) {
        return Account.of(
                        Sentence.of(Subject.PACKET, "step.neighbor-waiting").in(Tone.WAITING),
                        event.address() + " dev " + event.device() + " INCOMPLETE",
                        Sentence.of(
                                        Subject.PACKET,
                                        "account.neighbor-waiting",
                                        event.address(),
                                        event.device(),
                                        event.waiting())
                                .in(Tone.WAITING),
                        Source.of(event.head().chain()))
                .otherwise(Sentence.of(Subject.NEIGHBOR, "otherwise.neighbor-waiting", event.address()))
                .check("ip neigh show dev " + event.device());
    }

    @Override
    public Account solicited(NeighborEvent.Solicited event) {
        boolean ipv6 = event.target() instanceof Ipv6Address;
        String line = ipv6
                ? "neighbor solicitation, who has " + event.target()
                : "arp who-has " + event.target() + " tell " + event.sender();
        String everybody = ipv6 ? "account.solicited.group" : "account.solicited.broadcast";
        return Account.of(
                        Sentence.of(Subject.NEIGHBOR, ipv6 ? "step.solicited.ipv6" : "step.solicited", event.target()),
                        line,
                        Sentence.of(
                                Subject.NEIGHBOR,
                                event.broadcast() ? everybody : "account.solicited.unicast",
                                event.target(),
                                event.device(),
                                event.sender()),
                        Source.of(event.head().chain()))
                .because(Evidence.of(Sentence.of(Subject.NEIGHBOR, "evidence.solicited", event.sender()), line)
                        .from(Source.of(ipv6 ? KernelFunction.NDISC_SOLICIT : KernelFunction.ARP_SOLICIT)))
                .check("tcpdump -i " + event.device() + " -e -n " + (ipv6 ? "icmp6" : "arp"));
    }

    @Override
    public Account arpReceived(NeighborEvent.ArpReceived event) {
        ArpMessage arp = event.message();
        boolean request = arp.operation().equals(ArpOperation.REQUEST);
        String line = request
                ? "arp who-has " + arp.targetIp() + " tell " + arp.senderIp()
                : "arp reply " + arp.senderIp() + " is-at " + arp.senderMac();
        Sentence headline = Sentence.of(
                Subject.NEIGHBOR,
                MessageKey.of("account.arp", event.verdict()),
                arp.targetIp(),
                event.device(),
                arp.senderIp(),
                arp.senderMac());
        Account account = Account.of(
                Sentence.of(Subject.NEIGHBOR, MessageKey.of("step.arp", event.verdict())),
                line,
                event.verdict() == NeighborEvent.ArpVerdict.DROPPED ? headline.in(Tone.DROPPED) : headline,
                Source.of(event.head().chain()));
        return event.decidedBy().isEmpty()
                ? account
                : account.because(Evidence.of(Sentence.of(Subject.HOST, "evidence.decided-by"), event.decidedBy()));
    }

    @Override
    public Account ndiscReceived(NeighborEvent.NdiscReceived event) {
        Sentence message = PacketWords.icmpv6(event.type(), 0);
        return Account.of(
                        Sentence.of(Subject.NEIGHBOR, MessageKey.of("step.ndisc", event.verdict())),
                        event.target() + " dev " + event.device(),
                        Sentence.of(
                                Subject.NEIGHBOR,
                                MessageKey.of("account.ndisc", event.verdict()),
                                event.target(),
                                event.device(),
                                message),
                        Source.of(event.head().chain()))
                .check("ip -6 neigh show dev " + event.device());
    }

    @Override
    public Account ndiscSent(NeighborEvent.NdiscSent event) {
        Sentence message = PacketWords.icmpv6(event.type(), 0);
        String key = switch (event.type()) {
            case Icmpv6Message.NEIGHBOR_SOLICITATION -> "account.ndisc-sent.detection";
            case Icmpv6Message.ROUTER_SOLICITATION -> "account.ndisc-sent.routers";
            default -> "account.ndisc-sent.group";
        };
        return Account.of(
                Sentence.of(Subject.NEIGHBOR, "step.ndisc-sent", message),
                event.target() + " dev " + event.device(),
                Sentence.of(Subject.NEIGHBOR, key, event.target(), event.device()),
                Source.of(event.head().chain()));
    }
}
