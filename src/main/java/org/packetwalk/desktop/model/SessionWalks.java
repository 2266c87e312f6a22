package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.diagram.StackPictures;
import org.packetwalk.diagram.TopologyPicture.Position;
import org.packetwalk.diagram.TopologyPictures;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Steps;
import org.packetwalk.narrate.Tick;
import org.packetwalk.session.CommandRun;
import org.packetwalk.session.Executor;
import org.packetwalk.session.Session;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.Simulation;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;
import org.packetwalk.trace.TraceEvent;

/** The walks of a session: labs of the catalogue are set up, commands run in it, and its events become what is shown. */
public final class SessionWalks implements WalkSource {
    private static final long AFTERMATH_MILLIS = 60;
    private static final int MOST_RECENT = 6;

    private final List<Lab> labs;
    private final Shell shell = new Shell();
    private final Session session = new Session(this::execute);
    private final List<Recent> recent = new ArrayList<>();
    private String open = "";
    private Walk walk = Walk.NONE;

    /** A trace made before: what was typed where, and what came of it. */
    private record Recent(String lab, String host, String command, int steps, boolean dropped) {}

    /** The recording of the last command, cut into steps at the grain that was asked for last. */
    private record Walk(
            List<Snapshot> recording, StackPictures stack, TopologyPictures topology, Grain grain, List<Step> steps) {
        static final Walk NONE = of(List.of(), List.of(), Grain.FUNCTION);

        static Walk of(List<Snapshot> recording, List<Position> places, Grain grain) {
            List<TraceEvent> events = recording.stream().map(Snapshot::event).toList();
            return new Walk(
                    recording,
                    StackPictures.of(recording),
                    TopologyPictures.of(recording, places),
                    grain,
                    Steps.of(events, grain));
        }

        Walk at(Grain other) {
            List<TraceEvent> events = recording.stream().map(Snapshot::event).toList();
            return other == grain ? this : new Walk(recording, stack, topology, other, Steps.of(events, other));
        }
    }

    /** A source without an open lab. */
    public SessionWalks(List<Lab> labs) {
        this.labs = List.copyOf(labs);
    }

    @Override
    public List<LabCard> labs(Messages messages) {
        List<LabCard> cards = new ArrayList<>();
        for (int i = 0; i < labs.size(); i++) {
            Lab lab = labs.get(i);
            LabCommand first = LabCommand.of(lab);
            cards.add(new LabCard(
                    lab.name(),
                    messages.text("lab.number", i + 1),
                    words(lab, "title", messages),
                    words(lab, "question", messages),
                    first.host(),
                    first.command(),
                    picture(lab),
                    progress(lab)));
        }
        return cards;
    }

    @Override
    public List<String> suggestions() {
        return labs.stream()
                .skip(1)
                .map(lab -> LabCommand.of(lab).command())
                .distinct()
                .limit(3)
                .toList();
    }

    @Override
    public List<RecentView> recent(Messages messages) {
        return recent.stream()
                .map(trace -> new RecentView(
                        trace.lab(),
                        trace.host(),
                        trace.command(),
                        messages.text(trace.dropped() ? "start.recent.dropped" : "start.recent.steps", trace.steps()),
                        trace.dropped()))
                .toList();
    }

    @Override
    public void open(String id, TableSetting tables) {
        Lab lab = lab(id).orElseThrow(() -> new IllegalArgumentException("There is no lab " + id + "."));
        World world = LabRunner.run(lab).start();
        if (tables == TableSetting.SEPARATE) {
            for (HostId host : lab.hosts()) {
                world = separate(world, host);
            }
        }
        session.open(lab.title(), world);
        open = id;
        walk = Walk.NONE;
    }

    /** Any rule separates the tables of a host for good, even one that is taken away again. */
    private World separate(World world, HostId host) {
        SnapshotSink nobody = snapshot -> {};
        World ruled = shell.execute(world, host, "ip rule add to 192.0.2.1 lookup main pref 32765", nobody)
                .world();
        return shell.execute(ruled, host, "ip rule del pref 32765", nobody).world();
    }

    @Override
    public LabView lab(Messages messages) {
        return labs(messages).stream()
                .filter(card -> card.id().equals(open))
                .findFirst()
                .map(card -> new LabView(card.id(), card.label(), card.title(), hosts(card), card.command()))
                .orElse(LabView.NONE);
    }

    /** The hosts of the open lab, the one its command is for first. */
    private List<String> hosts(LabCard card) {
        List<String> hosts = new ArrayList<>();
        hosts.add(card.host());
        lab(card.id())
                .ifPresent(lab -> lab.hosts().stream()
                        .map(HostId::name)
                        .filter(name -> !hosts.contains(name))
                        .forEach(hosts::add));
        return hosts;
    }

    @Override
    public Refusal trace(String host, String command, Messages messages) {
        if (session.state().world().machine().find(new HostId(host)).isEmpty()) {
            return new Refusal(messages.text("bar.no-host", host), 0, 0);
        }
        Optional<String> objection = shell.objection(new HostId(host), command);
        if (objection.isPresent()) {
            return LabCommand.refusal(objection.get(), command);
        }
        session.seek(session.state().timeline().size());
        CommandRun run = session.execute(new HostId(host), command);
        if (run.size() == 0) {
            String printed = (run.stderr() + run.stdout()).strip();
            return new Refusal(printed.isEmpty() ? messages.text("bar.no-packet") : printed, 0, 0);
        }
        List<Snapshot> recording = List.copyOf(session.state().timeline().subList(run.first(), run.end()));
        session.seek(run.end());
        walk = Walk.of(recording, places(), walk.grain());
        remember(host, command);
        return Refusal.NONE;
    }

    private void remember(String host, String command) {
        List<Step> all = walk.at(Grain.FUNCTION).steps();
        boolean dropped = all.stream().anyMatch(step -> step.tick() == Tick.DROP);
        recent.removeIf(trace -> trace.lab().equals(open)
                && trace.host().equals(host)
                && trace.command().equals(command));
        recent.add(0, new Recent(open, host, command, all.size(), dropped));
        if (recent.size() > MOST_RECENT) {
            recent.remove(MOST_RECENT);
        }
    }

    @Override
    public List<StepView> steps(Grain grain, Messages messages) {
        walk = walk.at(grain);
        StepWords words = new StepWords(messages, walk.recording());
        return walk.steps().stream()
                .map(step -> words.step(step, walk.steps().get(0)))
                .toList();
    }

    @Override
    public MomentView atRest(Messages messages) {
        World world = session.state().world();
        return new MomentView(
                WhyView.NONE,
                PacketView.NONE,
                FocusView.NONE,
                StackPictures.atRest(world, new HostId(hosts(card(messages)).get(0))),
                TopologyPictures.atRest(world, places()));
    }

    @Override
    public MomentView moment(Grain grain, int index, Messages messages) {
        walk = walk.at(grain);
        Step step = walk.steps().get(index);
        StepWords words = new StepWords(messages, walk.recording());
        SkBuff skb = walk.recording().get(step.last()).event().head().skb();
        PacketViews packets = new PacketViews(messages);
        return new MomentView(
                words.why(step.account()),
                packets.packet(skb, words.wording(step.account().headline())),
                packets.focus(skb, walk.stack().number(skb.id())),
                walk.stack().at(step.last()),
                walk.topology().at(step.last()));
    }

    private LabCard card(Messages messages) {
        return labs(messages).stream()
                .filter(card -> card.id().equals(open))
                .findFirst()
                .orElseThrow();
    }

    private List<Position> places() {
        return lab(open).map(Lab::layout).orElse(List.of()).stream()
                .map(place -> new Position(place.host().name(), place.x(), place.y()))
                .toList();
    }

    /** What happens right after a command belongs to it: an answer on its way, a reply to a reply. */
    private Executor.Execution execute(World world, HostId host, String line, SnapshotSink sink) {
        Shell.Outcome outcome = shell.execute(world, host, line, sink);
        World after = Simulation.until(
                outcome.world(),
                outcome.world().machine().now().plusMillis(AFTERMATH_MILLIS),
                sink,
                Simulation.DEFAULT_BUDGET);
        return new Executor.Execution(
                after,
                outcome.result().exit(),
                outcome.result().stdout(),
                outcome.result().stderr());
    }

    private Optional<Lab> lab(String id) {
        return labs.stream().filter(lab -> lab.name().equals(id)).findFirst();
    }

    private LabCard.Progress progress(Lab lab) {
        boolean traced = recent.stream().anyMatch(trace -> trace.lab().equals(lab.name()));
        return traced ? LabCard.Progress.STARTED : LabCard.Progress.NEW;
    }

    /** The words of a bundled lab in the language, and of any other as its script says them. */
    private static String words(Lab lab, String part, Messages messages) {
        String key = "lab." + lab.name() + "." + part;
        return messages.has(key) ? messages.text(key) : lab.title();
    }

    private static LabPicture picture(Lab lab) {
        String name = lab.name();
        if (name.contains("down")) {
            return LabPicture.LOOPBACK_DOWN;
        }
        if (name.contains("internet")) {
            return LabPicture.OUTSIDE;
        }
        if (name.contains("table")) {
            return LabPicture.TABLES;
        }
        if (name.contains("own")) {
            return LabPicture.OWN_ADDRESS;
        }
        return lab.hosts().size() > 1 ? LabPicture.CABLE : LabPicture.LOOPBACK;
    }
}
