package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.packetwalk.desktop.model.ComparisonView.Row;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.TopologyPicture.Position;
import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.route.FlowKey;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.TraceAlignment;
import org.packetwalk.narrate.TraceAlignment.Kind;
import org.packetwalk.narrate.TraceAlignment.Pair;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.World;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/** The walk that stands beside the one in view, and what there is to say about the two. */
final class Comparisons {
    private final Shell shell;
    private Walk other = Walk.NONE;

    /** A walk, and the world before it. */
    record Side(Walk walk, World before) {}

    Comparisons(Shell shell) {
        this.shell = shell;
    }

    /** The other walk's picture at one of its steps. */
    StackPicture picture(Grain grain, int index) {
        other = other.at(grain);
        boolean there = index >= 0 && index < other.steps().size() && other.drawn();
        return there ? other.stack().at(other.steps().get(index).last()) : MomentView.NONE.stack();
    }

    /** Puts another walk beside the one in view. */
    ComparisonView compare(Side one, Side beside, Grain grain, Messages messages) {
        other = beside.walk().at(grain);
        Walk first = one.walk().at(grain);
        List<Pair> pairs = TraceAlignment.of(first.steps(), named(first), other.steps(), named(other));
        int part = 0;
        while (part < pairs.size() && pairs.get(part).kind() == Kind.SAME) {
            part++;
        }
        List<Row> rows = rows(first, pairs, part, messages);
        boolean differ = part < pairs.size();
        List<String> lines = differ ? stateDifference(one, beside, host(first, pairs.get(part))) : List.of();
        return new ComparisonView(
                command(first, other),
                command(other, first),
                Wording.plain(differ ? parting(rows.get(part), messages) : messages.text("compare.same")),
                rows,
                differ ? part : -1,
                differ ? cause(first, pairs.get(part), lines, messages) : "",
                lines,
                summary(first, messages),
                summary(other, messages),
                Refusal.NONE);
    }

    /** Runs a command in the world before the walk in view, and puts what it does beside that. */
    Pending<ComparisonView> command(
            Side one, OtherTrace wanted, String lab, List<Position> places, Grain grain, Messages messages) {
        HostId host = new HostId(wanted.host());
        Optional<String> objection = shell.objection(host, wanted.text());
        if (objection.isPresent()) {
            return refused(LabCommand.refusal(objection.get(), wanted.text()));
        }
        return watch -> {
            LineRun run = LabRunner.probe(one.before(), host, wanted.text(), watch);
            if (run.snapshots().isEmpty()) {
                return () -> ComparisonView.refused(new Refusal(messages.text("bar.no-packet"), 0, 0));
            }
            Trace trace = new Trace(lab, wanted.host(), wanted.text(), run.events());
            Walk walk = Walk.of(new SavedTrace("", "", trace), run.snapshots(), places, grain);
            return () -> compare(one, new Side(walk, one.before()), grain, messages);
        };
    }

    static Pending<ComparisonView> refused(Refusal why) {
        return Pending.of(() -> ComparisonView.refused(why));
    }

    /** The command, with its host where the other is of another one. */
    private static String command(Walk walk, Walk beside) {
        Trace trace = walk.saved().trace();
        boolean same = trace.host().equals(beside.saved().trace().host());
        return (same ? "" : trace.host() + " $ ") + trace.command();
    }

    /** The addresses and names the command asks for. */
    private static List<String> named(Walk walk) {
        return Arrays.stream(walk.saved().trace().command().split("[\\s/:]+"))
                .filter(Ipv4Address::isValid)
                .toList();
    }

    private List<Row> rows(Walk first, List<Pair> pairs, int part, Messages messages) {
        StepWords left = new StepWords(messages, first.recording(), first.stack()::number);
        StepWords right = new StepWords(messages, other.recording(), other.stack()::number);
        List<Row> rows = new ArrayList<>();
        for (Pair pair : pairs) {
            StepView one = pair.one() < 0
                    ? null
                    : left.step(first.steps().get(pair.one()), first.steps().get(0));
            StepView two = pair.other() < 0
                    ? null
                    : right.step(other.steps().get(pair.other()), other.steps().get(0));
            StepView either = one != null ? one : two;
            String phase = rows.size() == part ? messages.text("compare.first") : "";
            rows.add(new Row(
                    pair.kind(),
                    pair.one(),
                    pair.other(),
                    one == null ? "" : one.title(),
                    two == null ? "" : two.title(),
                    one == null ? "" : one.detail(),
                    two == null ? "" : two.detail(),
                    either.at(rows.size(), phase)));
        }
        return rows;
    }

    private static String parting(Row row, Messages messages) {
        int step = Math.max(row.one(), row.other()) + 1;
        return switch (row.kind()) {
            case DIFFERENT, SAME -> messages.text("compare.parts", step, row.left(), row.right());
            case ONLY_ONE -> messages.text("compare.only-one", step, row.left());
            case ONLY_OTHER -> messages.text("compare.only-other", step, row.right());
        };
    }

    private HostId host(Walk first, Pair pair) {
        return pair.one() >= 0
                ? first.steps().get(pair.one()).host()
                : other.steps().get(pair.other()).host();
    }

    /** What differs in the configuration of the host where they part, before either command. */
    private List<String> stateDifference(Side one, Side beside, HostId host) {
        List<String> lines = new ArrayList<>();
        if (one.before() == beside.before()) {
            return lines;
        }
        for (StateView.Section section : new HostStates(shell).sections(one.before(), beside.before(), host)) {
            boolean counts =
                    section.key().equals("state.links") || section.key().equals("state.counters");
            for (StateView.Line line : counts ? List.<StateView.Line>of() : section.lines()) {
                if (line.mark() != StateView.Mark.SAME) {
                    lines.add((line.mark() == StateView.Mark.NEW ? "+ " : "- ") + line.text());
                }
            }
        }
        return lines;
    }

    private String cause(Walk first, Pair pair, List<String> lines, Messages messages) {
        if (!lines.isEmpty()) {
            return messages.text("compare.cause.state", host(first, pair).name());
        }
        int bit = pair.kind() == Kind.DIFFERENT ? differingBit(first, pair) : 0;
        if (bit > 0) {
            return messages.text("compare.cause.bit", bit);
        }
        return messages.text("compare.cause.command");
    }

    /** Where both decide about a route: the first bit in which the two addresses differ, 0 if they do not. */
    private int differingBit(Walk first, Pair pair) {
        boolean routes = deciding(first, pair.one()) instanceof RouteEvent
                && deciding(other, pair.other()) instanceof RouteEvent;
        Optional<FlowKey> left = asked(first, pair.one());
        Optional<FlowKey> right = asked(other, pair.other());
        if (!routes || left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        int common = left.get().destination().commonBits(right.get().destination());
        return common == 32 ? 0 : common + 1;
    }

    /** What a table was asked for last up to a step. */
    private static Optional<FlowKey> asked(Walk walk, int place) {
        for (int i = place; i >= 0; i--) {
            if (deciding(walk, i) instanceof RouteEvent.TableAsked asked) {
                return Optional.of(asked.flow());
            }
        }
        return Optional.empty();
    }

    private static TraceEvent deciding(Walk walk, int place) {
        Step step = walk.steps().get(place);
        return walk.recording().get(step.deciding()).event();
    }

    private static String summary(Walk walk, Messages messages) {
        long frames = walk.recording().stream()
                .map(snapshot -> snapshot.event())
                .filter(event -> event instanceof LinkEvent.TransmitStarted sent
                        && !sent.device().equals("lo"))
                .count();
        return messages.text("compare.summary", walk.steps().size(), frames);
    }
}
