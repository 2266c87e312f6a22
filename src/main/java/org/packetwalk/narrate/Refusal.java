package org.packetwalk.narrate;

import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RouteMatch;
import org.packetwalk.kernel.route.RouteOutcome;
import org.packetwalk.kernel.route.RuleAction;
import org.packetwalk.kernel.route.RuleVisit;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/** Why a route was refused, and the smallest change that would help. */
final class Refusal implements RouteOutcome.Visitor<String> {

    private final RouteEvent.Routed event;

    Refusal(RouteEvent.Routed event) {
        this.event = event;
    }

    Sentence headline() {
        return say("account.refused.").in(Tone.REFUSED);
    }

    Sentence otherwise() {
        return say("otherwise.refused.");
    }

    private Sentence say(String prefix) {
        FlowKey flow = event.decision().query().flow();
        return Sentence.of(
                Subject.ROUTE,
                prefix + cause(),
                flow.destination(),
                flow.source(),
                device(flow),
                event.errno().text());
    }

    private String device(FlowKey flow) {
        Optional<RouteMatch> match = event.decision().outcome().match();
        int index = match.map(found -> found.nexthop().device()).orElse(flow.outputInterface());
        return index == 0 ? "-" : event.context().nameOf(index);
    }

    private String cause() {
        if (event.stage() == Stage.ROUTE_INPUT && event.head().skb().packet().has(ArpMessage.class)) {
            return "arp";
        }
        if (event.decision().considered().isEmpty()) {
            return unasked();
        }
        return event.decision().outcome().accept(this);
    }

    /** It was refused before any table was asked. */
    private String unasked() {
        FlowKey flow = event.decision().query().flow();
        if (event.stage() == Stage.ROUTE_INPUT) {
            return "martian";
        }
        if (event.errno() == Errno.ENODEV) {
            return "no-device";
        }
        if (event.errno() == Errno.ENETUNREACH && flow.outputInterface() != 0) {
            return "device-down";
        }
        return event.errno() == Errno.ENETUNREACH && !flow.source().isAny() ? "source-not-ours" : "invalid";
    }

    /** A route was found, and yet the packet may not take it. */
    private String found() {
        FlowKey flow = event.decision().query().flow();
        if (event.stage() == Stage.ROUTE_INPUT) {
            return event.errno() == Errno.EHOSTUNREACH ? "not-forwarding" : "martian";
        }
        return flow.source().isLoopback() || flow.destination().isLoopback() ? "loopback-leaves" : "invalid";
    }

    private boolean byRule() {
        RuleVisit last =
                event.decision().considered().get(event.decision().considered().size() - 1);
        return last.rule().action() != RuleAction.LOOKUP;
    }

    @Override
    public String forward(RouteOutcome.Forward outcome) {
        return found();
    }

    @Override
    public String deliverLocally(RouteOutcome.DeliverLocally outcome) {
        return found();
    }

    @Override
    public String broadcast(RouteOutcome.Broadcast outcome) {
        return found();
    }

    @Override
    public String unreachable(RouteOutcome.Unreachable outcome) {
        return byRule() ? "unreachable-rule" : "unreachable";
    }

    @Override
    public String prohibited(RouteOutcome.Prohibited outcome) {
        return byRule() ? "prohibit-rule" : "prohibit";
    }

    @Override
    public String blackholed(RouteOutcome.Blackholed outcome) {
        return byRule() ? "blackhole-rule" : "blackhole";
    }

    @Override
    public String goOn(RouteOutcome.Continue outcome) {
        return "no-route";
    }

    @Override
    public String noRoute(RouteOutcome.NoRoute outcome) {
        return "no-route";
    }
}
