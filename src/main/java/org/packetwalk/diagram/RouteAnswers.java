package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.packetwalk.diagram.RouteEpisodes.Placed;
import org.packetwalk.diagram.RoutePicture.Answer;
import org.packetwalk.diagram.RoutePicture.Choice;
import org.packetwalk.diagram.RoutePicture.Fact;
import org.packetwalk.diagram.RoutePicture.Selector;
import org.packetwalk.kernel.Check;
import org.packetwalk.kernel.DestinationEntry;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.neigh.NeighborKey;
import org.packetwalk.kernel.route.Candidate;
import org.packetwalk.kernel.route.CandidateFate;
import org.packetwalk.kernel.route.MultipathDecision;
import org.packetwalk.kernel.route.NexthopVisit;
import org.packetwalk.kernel.route.SourceAddressDecision;
import org.packetwalk.kernel.route.SourceCandidate;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.narrate.ConfigurationLine;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.RoutingContext;

/** What came of a question to the tables: the answer, and the choices it took to get there. */
final class RouteAnswers {
    private static final double ALL_HASHES = 2147483648.0;

    private final Optional<NetNamespace> host;
    private final boolean onlyAsks;

    RouteAnswers(Optional<NetNamespace> host, boolean onlyAsks) {
        this.host = host;
        this.onlyAsks = onlyAsks;
    }

    /** Nothing is known yet. */
    Answer open() {
        return new Answer(facts("", Text.NONE, "", ""), onlyAsks ? Word.ANSWER_ONLY_ASKS.text() : Text.NONE, Text.NONE);
    }

    /** The answer of a decision. */
    Answer decided(RouteEvent.Routed routed) {
        DestinationEntry entry = routed.result();
        boolean refused = routed.errno() != Errno.OK;
        Text remark = onlyAsks ? Word.ANSWER_ONLY_ASKS.text() : Text.NONE;
        if (refused) {
            String error = routed.errno().name();
            return new Answer(facts("", Text.NONE, "", error), remark, Text.NONE);
        }
        String source = entry.source().isAny() ? "" : entry.source().toString();
        Text hop = entry.gateway().isAny()
                ? entry.type() == DestinationEntry.Kind.UNICAST ? Word.ANSWER_ITSELF.text() : Text.NONE
                : Text.literal(entry.gateway().toString());
        String type = entry.type().name().toLowerCase(Locale.ROOT);
        return new Answer(facts(routed.device(), hop, source, type), remark, onlyAsks ? arp(entry) : Text.NONE);
    }

    /** A real packet to an unknown neighbour would need ARP first. */
    private Text arp(DestinationEntry entry) {
        boolean onLink = entry.type() == DestinationEntry.Kind.UNICAST && entry.device() != 1;
        var next = entry.gateway().isAny() ? entry.destination() : entry.gateway();
        boolean unknown = host.map(NetNamespace::neighbors)
                .filter(table -> table.find(new NeighborKey(entry.device(), next))
                        .filter(entryOf -> entryOf.state().valid())
                        .isEmpty())
                .isPresent();
        return onLink && unknown ? Word.ANSWER_NEEDS_ARP.text(Text.literal(next.toString())) : Text.NONE;
    }

    /** What tables answered that were asked for another purpose. */
    Answer searched(List<Placed<RouteEvent.TableAsked>> asked, int place) {
        for (Placed<RouteEvent.TableAsked> search : asked) {
            Optional<Candidate> chosen = chosen(search.event().walk());
            if (search.place() <= place && chosen.isPresent()) {
                return new Answer(
                        List.of(
                                new Fact(
                                        Word.ANSWER_DEVICE.text(),
                                        Text.literal(search.event().device())),
                                new Fact(
                                        Word.ANSWER_TYPE.text(),
                                        Text.literal(chosen.get().route().type().word()))),
                        Text.NONE,
                        Text.NONE);
            }
        }
        boolean over = asked.get(asked.size() - 1).place() <= place;
        Text none = over ? Word.LOOKUP_NO_MATCH.text() : Text.NONE;
        return new Answer(
                List.of(new Fact(Word.ANSWER_DEVICE.text(), Text.NONE), new Fact(Word.ANSWER_TYPE.text(), none)),
                Text.NONE,
                Text.NONE);
    }

    private static List<Fact> facts(String device, Text hop, String source, String type) {
        return List.of(
                new Fact(Word.ANSWER_DEVICE.text(), Text.literal(device)),
                new Fact(Word.ANSWER_NEXT_HOP.text(), hop),
                new Fact(Word.ANSWER_SOURCE.text(), Text.literal(source)),
                new Fact(Word.ANSWER_TYPE.text(), Text.literal(type)));
    }

    private static Optional<Candidate> chosen(TableWalk walk) {
        return walk.candidates().stream()
                .filter(candidate -> candidate.fate() == CandidateFate.CHOSEN)
                .findFirst();
    }

    /** The nexthops of a route, with the part of the hashes each takes. */
    static List<Choice> ways(MultipathDecision decision, RoutingContext context) {
        var choices = new ArrayList<Choice>();
        double hash = decision.query().hash() / ALL_HASHES;
        for (NexthopVisit visit : decision.considered()) {
            boolean within = visit.usable()
                    && visit.nexthop().upperBound() >= decision.query().hash();
            var checks = new ArrayList<Selector>();
            if (!visit.usable()) {
                checks.add(new Selector("up", visit.nexthop().dead() ? "dead" : "linkdown", false));
            } else {
                checks.add(new Selector(
                        "bound " + visit.nexthop().upperBound(),
                        "hash " + decision.query().hash(),
                        within));
            }
            choices.add(new Choice(
                    ConfigurationLine.nexthop(visit.nexthop(), context),
                    checks,
                    decision.outcome().nexthopIndex() == visit.index(),
                    (visit.nexthop().upperBound() + 1.0) / ALL_HASHES,
                    hash));
        }
        return choices;
    }

    /** The addresses that might have been the source. */
    static List<Choice> sources(SourceAddressDecision decision, RoutingContext context) {
        var choices = new ArrayList<Choice>();
        for (SourceCandidate candidate : decision.considered()) {
            var checks = new ArrayList<Selector>();
            for (Check check : candidate.checks()) {
                checks.add(new Selector(check.wanted(), check.seen(), check.holds()));
            }
            choices.add(new Choice(
                    candidate.address().address() + "/"
                            + candidate.address().subnet().length() + " dev " + context.nameOf(candidate.device()),
                    checks,
                    candidate.address().address().equals(decision.outcome()),
                    -1,
                    -1));
        }
        return choices;
    }
}
