package org.packetwalk.narrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.DestinationEntry.InputFunction;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.route.Candidate;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.MultipathDecision;
import org.packetwalk.kernel.route.NextHop;
import org.packetwalk.kernel.route.NexthopVisit;
import org.packetwalk.kernel.route.Route;
import org.packetwalk.kernel.route.RouteMatch;
import org.packetwalk.kernel.route.RouteType;
import org.packetwalk.kernel.route.RuleVisit;
import org.packetwalk.kernel.route.SourceAddressDecision;
import org.packetwalk.kernel.route.SourceCandidate;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.trace.KernelFunction;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Stage;

/** Tells about the routing tables. */
final class RouteTeller implements RouteEvent.Visitor<Account> {

    @Override
    public Account tableAsked(RouteEvent.TableAsked event) {
        RouteEvidence evidence = new RouteEvidence(event.flow(), event.context());
        Optional<Candidate> chosen = RouteEvidence.chosen(event.walk());
        Ipv4Address asked = event.flow().destination();
        Object table = evidence.table(event.walk());
        String detail = chosen.map(taken -> ConfigurationLine.route(taken.route(), event.context()))
                .orElse(asked.toString());
        Account account = new Account(
                tableTitle(event, chosen, table),
                detail,
                tableHeadline(event, chosen, table),
                evidence.answer(event.walk()),
                chosen.isPresent() && event.purpose() == RouteEvent.Purpose.ROUTE
                        ? evidence.without(event.walk())
                        : Sentence.NONE,
                List.of(),
                Source.of(event.head().chain()));
        return switch (event.purpose()) {
            case ROUTE, SOURCE_CHECK, GATEWAY ->
                account.check(ConfigurationLine.routeGet(event.flow(), event.context()));
            case ADDRESS_TYPE -> account.check("ip route show table local");
        };
    }

    private static Sentence tableTitle(RouteEvent.TableAsked event, Optional<Candidate> chosen, Object table) {
        return switch (event.purpose()) {
            case ROUTE -> Sentence.of(Subject.TABLE, "step.table." + result(chosen), table);
            case ADDRESS_TYPE ->
                Sentence.of(Subject.TABLE, "step.address-type", event.flow().destination());
            case SOURCE_CHECK ->
                Sentence.of(Subject.TABLE, "step.source-check", event.flow().destination());
            case GATEWAY ->
                Sentence.of(Subject.TABLE, "step.gateway", event.flow().destination());
        };
    }

    private static Sentence tableHeadline(RouteEvent.TableAsked event, Optional<Candidate> chosen, Object table) {
        Ipv4Address asked = event.flow().destination();
        Object what = chosen.map(Candidate::route).<Object>map(Route::prefix).orElse("");
        Object type = chosen.map(taken -> taken.route().type().word()).orElse("");
        return switch (event.purpose()) {
            case ROUTE -> Sentence.of(Subject.TABLE, "account.table." + result(chosen), table, asked, what, type);
            case ADDRESS_TYPE ->
                Sentence.of(
                        Subject.TABLE,
                        chosen.map(Candidate::route)
                                        .map(Route::type)
                                        .filter(RouteType.LOCAL::equals)
                                        .isPresent()
                                ? "account.address-type.own"
                                : "account.address-type.other",
                        asked,
                        table);
            case SOURCE_CHECK ->
                event.device().isEmpty()
                        ? Sentence.of(Subject.TABLE, "account.source-check.none", asked)
                        : Sentence.of(Subject.TABLE, "account.source-check.found", asked, event.device());
            case GATEWAY ->
                event.device().isEmpty()
                        ? Sentence.of(Subject.TABLE, "account.gateway.none", asked)
                        : Sentence.of(Subject.TABLE, "account.gateway.found", asked, event.device());
        };
    }

    private static String result(Optional<Candidate> chosen) {
        if (chosen.isEmpty()) {
            return "none";
        }
        RouteType type = chosen.get().route().type();
        if (type == RouteType.THROW) {
            return "thrown";
        }
        return type.rejects() ? "refused" : "hit";
    }

    @Override
    public Account routed(RouteEvent.Routed event) {
        FlowKey flow = event.decision().query().flow();
        RouteEvidence evidence = new RouteEvidence(flow, event.context());
        List<Evidence> reasons =
                new ArrayList<>(evidence.decision(event.decision().considered()));
        boolean refused = event.errno() != Errno.OK;
        if (!refused) {
            consequences(event, reasons);
        }
        return new Account(
                refused
                        ? Sentence.of(Subject.ROUTE, "step.routed.refused").in(Tone.REFUSED)
                        : Sentence.of(Subject.ROUTE, "step.routed", event.device()),
                refused ? event.errno() + " " + event.errno().text() : answer(event.result(), event.device()),
                refused ? new Refusal(event).headline() : headline(event),
                reasons,
                refused ? new Refusal(event).otherwise() : otherwise(event, evidence),
                List.of(ConfigurationLine.routeGet(flow, event.context())),
                Source.of(event.head().chain()));
    }

    /** What {@code ip route get} prints about it. */
    private static String answer(DestinationEntry entry, String device) {
        String type = entry.local() && entry.type() == DestinationEntry.Kind.UNICAST
                ? "local "
                : switch (entry.type()) {
                    case LOCAL -> "local ";
                    case BROADCAST -> "broadcast ";
                    case MULTICAST -> "multicast ";
                    case UNICAST, NONE -> "";
                };
        return type + entry.destination() + (entry.usesGateway() ? " via " + entry.gateway() : "") + " dev " + device
                + (entry.source().isAny() ? "" : " src " + entry.source());
    }

    private static Sentence headline(RouteEvent.Routed event) {
        DestinationEntry entry = event.result();
        String device = event.device();
        Ipv4Address to = entry.destination();
        if (event.stage() == Stage.ROUTE_INPUT) {
            return inputHeadline(event);
        }
        return switch (entry.type()) {
            case LOCAL -> {
                if (event.decision().considered().isEmpty()) {
                    yield Sentence.of(Subject.HOST, "account.routed.this-host", to, device);
                }
                yield event.owner().isEmpty() || event.owner().equals(device)
                        ? Sentence.of(Subject.HOST, "account.routed.local", to, device)
                        : Sentence.of(Subject.HOST, "account.routed.local-replaced", to, device, event.owner());
            }
            case BROADCAST -> Sentence.of(Subject.DEVICE, "account.routed.broadcast", to, device);
            case MULTICAST -> Sentence.of(Subject.DEVICE, "account.routed.multicast", to, device);
            case UNICAST, NONE -> {
                if (event.decision().outcome().error().isPresent()) {
                    yield Sentence.of(Subject.DEVICE, "account.routed.bound", to, device);
                }
                yield entry.usesGateway()
                        ? Sentence.of(Subject.ROUTE, "account.routed.gateway", to, device, entry.gateway())
                        : Sentence.of(Subject.ROUTE, "account.routed.link", to, device);
            }
        };
    }

    private static Sentence inputHeadline(RouteEvent.Routed event) {
        DestinationEntry entry = event.result();
        return switch (entry.input()) {
            case IP_LOCAL_DELIVER -> Sentence.of(Subject.HOST, localKey(event), entry.destination());
            case IP_FORWARD ->
                entry.usesGateway()
                        ? Sentence.of(
                                Subject.ROUTE,
                                "account.routed-input.gateway",
                                entry.destination(),
                                event.device(),
                                entry.gateway())
                        : Sentence.of(Subject.ROUTE, "account.routed-input.link", entry.destination(), event.device());
            case IP_ERROR, IP_MR_INPUT, DISCARD ->
                Sentence.of(
                                Subject.ROUTE,
                                "account.routed-input.error",
                                entry.destination(),
                                entry.error().text())
                        .in(Tone.REFUSED);
        };
    }

    private static String localKey(RouteEvent.Routed event) {
        if (event.head().skb().packet().has(ArpMessage.class)) {
            return "account.routed-input.arp";
        }
        return event.result().broadcast() || event.result().multicast()
                ? "account.routed-input.everybody"
                : "account.routed-input.local";
    }

    /** What follows from the entry taken: device, source address, next hop. */
    private static void consequences(RouteEvent.Routed event, List<Evidence> reasons) {
        DestinationEntry entry = event.result();
        Optional<RouteMatch> match = event.decision().outcome().match();
        boolean output = event.stage() == Stage.ROUTE_OUTPUT;
        if (output && match.isPresent() && entry.type() == DestinationEntry.Kind.LOCAL) {
            reasons.add(Evidence.of(
                            Sentence.of(Subject.DEVICE, "evidence.device-replaced", event.device()),
                            "dev_out = net->loopback_dev")
                    .from(Source.of(KernelFunction.IP_ROUTE_OUTPUT_KEY_HASH_RCU)));
        }
        match.filter(found -> found.route().nexthops().size() > 1)
                .ifPresent(found -> reasons.add(Evidence.of(Sentence.of(
                        Subject.ROUTE,
                        "evidence.multipath",
                        found.route().nexthops().size(),
                        event.device()))));
        if (entry.usesGateway()) {
            reasons.add(Evidence.of(
                    Sentence.of(Subject.NEIGHBOR, "evidence.gateway", entry.gateway(), entry.destination()),
                    "via " + entry.gateway() + " dev " + event.device()));
        }
        if (output
                && event.decision().query().flow().source().isAny()
                && !entry.source().isAny()) {
            reasons.add(source(entry, match));
        }
    }

    private static Evidence source(DestinationEntry entry, Optional<RouteMatch> match) {
        boolean preferred = match.map(found -> found.route().preferredSource())
                .filter(entry.source()::equals)
                .isPresent();
        if (preferred) {
            return Evidence.of(
                    Sentence.of(Subject.ROUTE, "evidence.source.preferred", entry.source()), "src " + entry.source());
        }
        return Evidence.of(Sentence.of(
                Subject.ROUTE,
                entry.type() == DestinationEntry.Kind.LOCAL ? "evidence.source.same" : "evidence.source.selected",
                entry.source()));
    }

    private static Sentence otherwise(RouteEvent.Routed event, RouteEvidence evidence) {
        List<RuleVisit> considered = event.decision().considered();
        return event.decision().outcome().match().isEmpty() || considered.isEmpty()
                ? Sentence.NONE
                : evidence.without(considered.get(considered.size() - 1).walk());
    }

    @Override
    public Account sourceChosen(RouteEvent.SourceChosen event) {
        SourceAddressDecision decision = event.decision();
        String device = event.context().nameOf(decision.query().device());
        boolean found = !decision.outcome().isAny();
        List<Evidence> reasons = new ArrayList<>();
        for (SourceCandidate candidate : decision.considered()) {
            boolean taken = candidate.address().address().equals(decision.outcome());
            reasons.add(Evidence.of(
                            Sentence.of(
                                    Subject.HOST,
                                    taken ? "evidence.source.taken" : "evidence.source.not-taken",
                                    candidate.address().address(),
                                    event.context().nameOf(candidate.device())),
                            "inet " + candidate.address().address() + "/"
                                    + candidate.address().prefixLength() + " scope "
                                    + candidate.address().scope().word() + " "
                                    + candidate.address().label())
                    .marked(taken ? Mark.HOLDS : Mark.FAILS));
            candidate.checks().forEach(check -> reasons.add(RouteEvidence.check(check)));
        }
        return Account.of(
                        Sentence.of(Subject.HOST, "step.source-chosen", decision.outcome()),
                        "src " + decision.outcome() + " dev " + device,
                        Sentence.of(
                                Subject.HOST,
                                found ? "account.source-chosen" : "account.source-chosen.none",
                                decision.outcome(),
                                device),
                        Source.of(event.head().chain()))
                .because(reasons)
                .check("ip addr show dev " + device);
    }

    @Override
    public Account nexthopChosen(RouteEvent.NexthopChosen event) {
        MultipathDecision decision = event.decision();
        NextHop chosen = decision.outcome().nexthop();
        String device = event.context().nameOf(chosen.device());
        List<Evidence> reasons = new ArrayList<>();
        reasons.add(Evidence.of(
                Sentence.of(
                        Subject.PACKET,
                        "evidence.nexthop.hash",
                        decision.query().hash()),
                "fib_multipath_hash() = " + decision.query().hash()));
        for (NexthopVisit visit : decision.considered()) {
            boolean taken = visit.index() == decision.outcome().nexthopIndex();
            reasons.add(Evidence.of(
                            Sentence.of(
                                    Subject.ROUTE,
                                    taken ? "evidence.nexthop.taken" : "evidence.nexthop.not-taken",
                                    visit.nexthop().gateway(),
                                    event.context().nameOf(visit.nexthop().device()),
                                    visit.nexthop().upperBound()),
                            ConfigurationLine.nexthop(visit.nexthop(), event.context()))
                    .marked(taken ? Mark.HOLDS : Mark.FAILS));
        }
        return Account.of(
                        Sentence.of(Subject.ROUTE, "step.nexthop-chosen", device),
                        ConfigurationLine.nexthop(chosen, event.context()),
                        Sentence.of(
                                Subject.ROUTE,
                                "account.nexthop-chosen",
                                decision.outcome().route().nexthops().size(),
                                chosen.gateway(),
                                device),
                        Source.of(event.head().chain()))
                .because(reasons)
                .check("ip route show " + decision.outcome().route().prefix());
    }

    @Override
    public Account kept(RouteEvent.Kept event) {
        DestinationEntry entry = event.head().skb().route();
        String detail = entry.input() == InputFunction.IP_LOCAL_DELIVER ? "dst_input = ip_local_deliver" : "skb_dst()";
        boolean loopback = event.head().skb().device() == NetDevice.LOOPBACK_INDEX;
        Account account = Account.of(
                Sentence.of(Subject.ROUTE, "step.kept"),
                detail,
                Sentence.of(
                        Subject.PACKET,
                        loopback ? "account.kept" : "account.kept.copy",
                        event.head().skb().deviceName()),
                Source.of(event.head().chain()));
        return account.because(Evidence.of(
                                Sentence.of(Subject.DEVICE, loopback ? "evidence.kept" : "evidence.kept.copy"),
                                loopback ? "skb_dst_force(skb)" : "skb_dst_set(skb, dst_clone(...))")
                        .from(Source.of(loopback ? KernelFunction.LOOPBACK_XMIT : KernelFunction.DEV_LOOPBACK_XMIT)))
                .because(Evidence.of(Sentence.of(Subject.ROUTE, "evidence.kept.valid"), "if (!skb_valid_dst(skb)) …"))
                .otherwise(Sentence.of(Subject.TABLE, "otherwise.kept"));
    }

    @Override
    public Account ipv6TableAsked(RouteEvent.Ipv6TableAsked event) {
        return Ipv6RouteTeller.tableAsked(event);
    }

    @Override
    public Account ipv6Routed(RouteEvent.Ipv6Routed event) {
        return Ipv6RouteTeller.routed(event);
    }

    @Override
    public Account ipv6SourceChosen(RouteEvent.Ipv6SourceChosen event) {
        return Ipv6RouteTeller.sourceChosen(event);
    }
}
