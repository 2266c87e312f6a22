package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.diagram.RouteEpisodes.Episode;
import org.packetwalk.diagram.RouteEpisodes.Placed;
import org.packetwalk.diagram.RoutePicture.Answer;
import org.packetwalk.diagram.RoutePicture.Choice;
import org.packetwalk.diagram.RoutePicture.Question;
import org.packetwalk.diagram.RoutePicture.Rung;
import org.packetwalk.diagram.RoutePicture.Trie;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.kernel.route.RouteTable;
import org.packetwalk.kernel.route.RoutingTables;
import org.packetwalk.kernel.route.RuleVisit;
import org.packetwalk.kernel.route.TableLookupEvent;
import org.packetwalk.kernel.route.TableWalk;
import org.packetwalk.narrate.Row;
import org.packetwalk.net.IpProtocol;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.RoutingContext;

/**
 * The route lookup views of one recorded command: for each of its steps the latest question to the routing tables, as far as
 * it was answered then. What is shown was recorded by the search; the tables around it are those of that moment.
 */
public final class RoutePictures {
    private final List<Snapshot> recording;
    private final RouteEpisodes episodes;
    private final boolean onlyAsks;

    private RoutePictures(List<Snapshot> recording) {
        this.recording = recording;
        this.episodes = RouteEpisodes.of(recording);
        this.onlyAsks = recording.stream()
                .allMatch(snapshot -> snapshot.event().head().packet().equals(PacketId.NONE));
    }

    /** The pictures of a recording: each event with the world after it. */
    public static RoutePictures of(List<Snapshot> recording) {
        return new RoutePictures(recording);
    }

    /** The places of the events with which a question begins, in order. */
    public List<Integer> beginnings() {
        return episodes.all().stream().map(Episode::first).toList();
    }

    /** The places of the events with which a question is answered, in order. */
    public List<Integer> ends() {
        return episodes.all().stream().map(Episode::last).toList();
    }

    /** The picture after the event of an index, counted from 0; before any question {@link RoutePicture#NONE}. */
    public RoutePicture at(int place) {
        return at(place, Row.ALL);
    }

    /** The picture at a part of the event of an index. */
    public RoutePicture at(int place, Row row) {
        Optional<Episode> episode = place < 0 ? Optional.empty() : episodes.at(place);
        return episode.map(asked -> picture(asked, place, row)).orElse(RoutePicture.NONE);
    }

    /** The place of the event whose account speaks about the picture at a place, -1 before any question. */
    public int told(int place) {
        return episodes.at(place)
                .map(episode -> episode.holds(place) ? place : episode.last())
                .orElse(-1);
    }

    private RoutePicture picture(Episode episode, int place, Row row) {
        Optional<NetNamespace> host = recording
                .get(episode.first())
                .world()
                .machine()
                .find(episode.head().host());
        Optional<RoutingTables> tables = host.map(NetNamespace::routing);
        RoutingContext context = context(episode);
        FlowKey flow = flow(episode);
        LookupProgress progress = LookupProgress.of(episode, place, row);
        List<RuleVisit> visits = visits(episode);
        boolean shared = context.shared();
        var rungs = new RouteRungs(flow, context, tables, progress);
        List<Rung> ladder =
                episode.routed().isPresent() || visits.size() > episode.asked().size()
                        ? rungs.ladder(visits)
                        : rungs.tables(episode.asked().stream()
                                .map(asked -> asked.event().walk())
                                .toList());
        return new RoutePicture(
                episode.head().host().name(),
                purpose(episode).text(),
                shared,
                new Question(flow.destination(), more(flow, context)),
                ladder,
                tries(episode, flow, tables, progress, shared),
                ways(episode, place, context),
                sources(episode, place, context),
                answer(episode, place, host));
    }

    private Answer answer(Episode episode, int place, Optional<NetNamespace> host) {
        RouteAnswers answers = new RouteAnswers(host, onlyAsks);
        Optional<RouteEvent.Routed> routed =
                episode.routed().filter(at -> at.place() <= place).map(Placed::event);
        if (routed.isPresent()) {
            return answers.decided(routed.get());
        }
        return episode.routed().isPresent() ? answers.open() : answers.searched(episode.asked(), place);
    }

    private static RoutingContext context(Episode episode) {
        return episode.asked().isEmpty()
                ? episode.routed().orElseThrow().event().context()
                : episode.asked().get(0).event().context();
    }

    private static FlowKey flow(Episode episode) {
        return episode.routed()
                .map(routed -> routed.event().decision().query().flow())
                .orElseGet(() -> episode.asked().get(0).event().flow());
    }

    private static List<RuleVisit> visits(Episode episode) {
        return episode.routed()
                .map(routed -> routed.event().decision().considered())
                .orElse(List.of());
    }

    private static Word purpose(Episode episode) {
        if (episode.asked().isEmpty()) {
            return Word.LOOKUP_FOR_ROUTE;
        }
        return switch (episode.asked().get(0).event().purpose()) {
            case ROUTE -> Word.LOOKUP_FOR_ROUTE;
            case ADDRESS_TYPE -> Word.LOOKUP_FOR_ADDRESS_TYPE;
            case SOURCE_CHECK -> Word.LOOKUP_FOR_SOURCE_CHECK;
            case GATEWAY -> Word.LOOKUP_FOR_GATEWAY;
        };
    }

    private static List<String> more(FlowKey flow, RoutingContext context) {
        var more = new ArrayList<String>();
        if (!flow.source().isAny()) {
            more.add("from " + flow.source());
        }
        if (flow.inputInterface() > FlowKey.LOOPBACK_INTERFACE) {
            more.add("iif " + context.nameOf(flow.inputInterface()));
        }
        if (flow.outputInterface() != 0) {
            more.add("oif " + context.nameOf(flow.outputInterface()));
        }
        if (flow.mark() != 0) {
            more.add("mark 0x" + Integer.toHexString(flow.mark()));
        }
        if (flow.tos() != 0) {
            more.add("tos 0x" + Integer.toHexString(flow.tos()));
        }
        if (flow.user() != 0) {
            more.add("uid " + flow.user());
        }
        if (flow.protocol() != 0) {
            more.add("ipproto " + new IpProtocol(flow.protocol()).label());
        }
        if (flow.sourcePort() != 0) {
            more.add("sport " + flow.sourcePort());
        }
        if (flow.destinationPort() != 0) {
            more.add("dport " + flow.destinationPort());
        }
        return more;
    }

    private static List<Trie> tries(
            Episode episode, FlowKey flow, Optional<RoutingTables> tables, LookupProgress progress, boolean shared) {
        var tries = new ArrayList<Trie>();
        for (int i = 0; i < episode.asked().size(); i++) {
            TableWalk walk = episode.asked().get(i).event().walk();
            if (progress.steps(i) == 0 || walk.event() instanceof TableLookupEvent.NotSearched) {
                continue;
            }
            Optional<RouteTable> table = tables.flatMap(all -> all.table(walk.table()));
            String name = shared && walk.table().word().equals("main")
                    ? RouteRungs.SHARED
                    : walk.table().word();
            boolean complete = progress.candidates(i) == Integer.MAX_VALUE;
            tries.add(new TriePaths(flow.destination(), walk, table)
                    .trie(name, progress.steps(i), complete, progress.currentStep(i)));
        }
        return tries;
    }

    private static List<Choice> ways(Episode episode, int place, RoutingContext context) {
        return episode.ways().stream()
                .filter(chosen -> chosen.place() <= place)
                .reduce((first, second) -> second)
                .map(chosen -> RouteAnswers.ways(chosen.event().decision(), context))
                .orElse(List.of());
    }

    private static List<Choice> sources(Episode episode, int place, RoutingContext context) {
        return episode.sources().stream()
                .filter(chosen -> chosen.place() <= place)
                .reduce((first, second) -> second)
                .map(chosen -> RouteAnswers.sources(chosen.event().decision(), context))
                .orElse(List.of());
    }
}
