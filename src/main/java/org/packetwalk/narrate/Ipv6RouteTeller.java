package org.packetwalk.narrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.Ipv6Destination;
import org.packetwalk.kernel.route.RouteProtocol;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route6.Ipv6Candidate;
import org.packetwalk.kernel.route6.Ipv6Flow;
import org.packetwalk.kernel.route6.Ipv6NextHop;
import org.packetwalk.kernel.route6.Ipv6Route;
import org.packetwalk.kernel.route6.Ipv6RouteMatch;
import org.packetwalk.kernel.route6.Ipv6RuleVisit;
import org.packetwalk.kernel.route6.Ipv6SourceCandidate;
import org.packetwalk.kernel.route6.Ipv6SourceDecision;
import org.packetwalk.kernel.route6.Ipv6TableWalk;
import org.packetwalk.kernel.route6.RouterPreference;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.RoutingContext;
import org.packetwalk.trace.Stage;

/** Tells about the routing tables of IPv6. */
final class Ipv6RouteTeller {

    private final RoutingContext context;

    private Ipv6RouteTeller(RoutingContext context) {
        this.context = context;
    }

    static Account tableAsked(RouteEvent.Ipv6TableAsked event) {
        return new Ipv6RouteTeller(event.context()).table(event);
    }

    static Account routed(RouteEvent.Ipv6Routed event) {
        return new Ipv6RouteTeller(event.context()).decision(event);
    }

    static Account sourceChosen(RouteEvent.Ipv6SourceChosen event) {
        return new Ipv6RouteTeller(event.context()).source(event);
    }

    private Account table(RouteEvent.Ipv6TableAsked event) {
        Ipv6Address asked = event.flow().destination();
        Optional<Ipv6RouteMatch> match = event.walk().match();
        String result = match.map(found -> result(found.route())).orElse("none");
        Object what = match.<Object>map(found -> found.route().prefix()).orElse("");
        Object type = match.map(found -> found.route().type().word()).orElse("");
        return Account.of(
                        Sentence.of(
                                Subject.TABLE,
                                "step.table." + result,
                                event.walk().table()),
                        match.map(found -> line(found.route())).orElse(asked.toString()),
                        Sentence.of(
                                Subject.TABLE,
                                "account.table." + result,
                                event.walk().table(),
                                asked,
                                what,
                                type),
                        Source.of(event.head().chain()))
                .because(answer(event.walk(), asked))
                .check(routeGet(event.flow()));
    }

    private static String result(Ipv6Route route) {
        if (route.type() == RouteType.THROW) {
            return "thrown";
        }
        return route.type().rejects() ? "refused" : "hit";
    }

    /** The routes looked at in one table, the losers with the reason. */
    private List<Evidence> answer(Ipv6TableWalk walk, Ipv6Address asked) {
        List<Evidence> reasons = new ArrayList<>();
        for (Ipv6Candidate candidate : walk.candidates()) {
            Mark mark = candidate.fate() == Ipv6Candidate.Fate.CHOSEN ? Mark.HOLDS : Mark.FAILS;
            reasons.add(Evidence.of(
                            Sentence.of(
                                    Subject.ROUTE,
                                    MessageKey.of("evidence.ipv6-candidate", candidate.fate()),
                                    candidate.route().prefix(),
                                    context.nameOf(candidate.way().device())),
                            line(candidate.route()))
                    .marked(mark)
                    .from(Source.of(KernelFunction.FIB6_TABLE_LOOKUP)));
        }
        if (walk.candidates().isEmpty()) {
            reasons.add(Evidence.of(Sentence.of(Subject.TABLE, "evidence.table.none", walk.table(), asked)));
        }
        return reasons;
    }

    private Account decision(RouteEvent.Ipv6Routed event) {
        Ipv6Flow flow = event.decision().query().flow();
        List<Evidence> reasons = new ArrayList<>();
        reasons.add(Evidence.of(Sentence.of(Subject.TABLE, "evidence.ipv6-tables"))
                .from(Source.of(KernelFunction.FIB6_RULE_LOOKUP)));
        for (Ipv6RuleVisit visit : event.decision().considered()) {
            if (visit.walk().searched()) {
                reasons.addAll(answer(visit.walk(), flow.destination()));
            }
        }
        Ipv6Destination entry = event.result();
        boolean refused = entry.error() != Errno.OK;
        return new Account(
                refused
                        ? Sentence.of(Subject.ROUTE, "step.routed.refused").in(Tone.REFUSED)
                        : Sentence.of(Subject.ROUTE, "step.routed", event.device()),
                refused ? entry.error() + " " + entry.error().text() : flow.destination() + " dev " + event.device(),
                headline(event, flow.destination(), refused),
                reasons,
                Sentence.NONE,
                List.of(routeGet(flow)),
                Source.of(event.head().chain()));
    }

    private static Sentence headline(RouteEvent.Ipv6Routed event, Ipv6Address to, boolean refused) {
        Ipv6Destination entry = event.result();
        boolean received = event.stage() == Stage.ROUTE_INPUT;
        if (refused) {
            return Sentence.of(
                            Subject.ROUTE,
                            received ? "account.routed-input.error" : "account.ipv6-routed.refused",
                            to,
                            entry.error().text())
                    .in(Tone.REFUSED);
        }
        String prefix = received ? "account.routed-input." : "account.routed.";
        return switch (entry.type()) {
            case LOCAL ->
                received || event.device().equals(event.owner())
                        ? Sentence.of(Subject.ROUTE, prefix + "local", to, event.device())
                        : Sentence.of(
                                Subject.ROUTE, "account.routed.local-replaced", to, event.device(), event.owner());
            case ANYCAST -> Sentence.of(Subject.ROUTE, "account.ipv6-routed.anycast", to, event.device());
            case MULTICAST ->
                received
                        ? Sentence.of(Subject.ROUTE, "account.ipv6-routed.group", to, event.device())
                        : Sentence.of(Subject.ROUTE, "account.routed.multicast", to, event.device());
            case UNICAST, NONE, REJECTED ->
                entry.usesGateway()
                        ? Sentence.of(Subject.ROUTE, prefix + "gateway", to, event.device(), entry.gateway())
                        : Sentence.of(Subject.ROUTE, prefix + "link", to, event.device());
        };
    }

    private Account source(RouteEvent.Ipv6SourceChosen event) {
        Ipv6SourceDecision decision = event.decision();
        Ipv6Address chosen = decision.outcome();
        Ipv6Address destination = decision.query().destination();
        List<Evidence> reasons = new ArrayList<>();
        for (Ipv6SourceCandidate candidate : decision.considered()) {
            String device = context.nameOf(candidate.device());
            reasons.add(Evidence.of(
                            candidate.fate() == Ipv6SourceCandidate.Fate.TENTATIVE
                                    ? Sentence.of(
                                            Subject.ROUTE,
                                            "evidence.ipv6-source.tentative",
                                            candidate.address(),
                                            device)
                                    : Sentence.of(
                                            Subject.ROUTE,
                                            MessageKey.of(
                                                    candidate.fate() == Ipv6SourceCandidate.Fate.CHOSEN
                                                            ? "evidence.ipv6-source.chosen"
                                                            : "evidence.ipv6-source.worse",
                                                    candidate.rule()),
                                            candidate.address(),
                                            device,
                                            destination))
                    .marked(candidate.fate() == Ipv6SourceCandidate.Fate.CHOSEN ? Mark.HOLDS : Mark.FAILS));
        }
        boolean none = chosen.isAny();
        return Account.of(
                        Sentence.of(Subject.ROUTE, "step.source-chosen", chosen),
                        chosen.toString(),
                        none
                                ? Sentence.of(Subject.ROUTE, "account.source-chosen.none", chosen, destination)
                                : Sentence.of(Subject.ROUTE, "account.source-chosen", chosen, destination),
                        Source.of(event.head().chain()))
                .because(reasons)
                .check("ip -6 addr show", "ip addrlabel");
    }

    /** A line of {@code ip -6 route show table T}. */
    String line(Ipv6Route route) {
        StringBuilder line = new StringBuilder();
        if (route.type() != RouteType.UNICAST) {
            line.append(route.type().word()).append(' ');
        }
        line.append(ConfigurationLine.prefix(route.prefix()));
        for (Ipv6NextHop way : route.nexthops()) {
            line.append(route.nexthops().size() > 1 ? " nexthop" : "");
            line.append(way.hasGateway() ? " via " + way.gateway() : "");
            line.append(" dev ").append(context.nameOf(way.device()));
        }
        if (!route.protocol().equals(RouteProtocol.BOOT)) {
            line.append(" proto ").append(route.protocol().word());
        }
        line.append(" metric ").append(route.metric());
        return line
                + (route.preference() == RouterPreference.MEDIUM
                        ? ""
                        : " pref " + route.preference().word());
    }

    private String routeGet(Ipv6Flow flow) {
        boolean received = flow.inputInterface() > 1;
        return "ip route get " + flow.destination()
                + (flow.source().isAny() ? "" : " from " + flow.source())
                + (received ? " iif " + context.nameOf(flow.inputInterface()) : "")
                + (flow.outputInterface() == 0 ? "" : " oif " + context.nameOf(flow.outputInterface()));
    }
}
