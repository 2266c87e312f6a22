package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.packetwalk.diagram.StackPictures;
import org.packetwalk.diagram.TopologyPicture.Position;
import org.packetwalk.diagram.TopologyPictures;
import org.packetwalk.export.contract.ProgramVersion;
import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Tick;
import org.packetwalk.session.CommandRun;
import org.packetwalk.session.Executor;
import org.packetwalk.session.Session;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;
import org.packetwalk.stack.NetNamespace;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/** The walks of a session: labs of the catalogue are set up, commands run in it, and its events become what is shown. */
public final class SessionWalks implements WalkSource {
    private static final int MOST_RECENT = 6;
    private static final List<String> SEPARATING =
            List.of("ip rule add to 192.0.2.1 lookup main pref 32765", "ip rule del pref 32765");

    private final List<Lab> labs;
    private final Shell shell = new Shell();
    private final Session session = new Session(SessionWalks::execute);
    private final List<Recent> recent = new ArrayList<>();
    private Open open = Open.NONE;
    private Walk walk = Walk.NONE;

    /** A trace made before: what was typed where, and what came of it. */
    private record Recent(String lab, String host, String command, int steps, boolean dropped) {}

    /**
     * The lab that is open.
     *
     * @param id names it among the labs; of a saved trace {@link #SAVED}
     * @param script what led to the world before the first command of the session
     * @param title of the lab of a saved trace
     * @param host where the command of a saved trace was typed
     * @param command the command of a saved trace
     */
    private record Open(String id, Lab script, String title, String host, String command) {
        static final String SAVED = "saved trace";
        static final Lab NO_SCRIPT = new Lab("", "", new TreeMap<>(), List.of(), List.of());
        static final Open NONE = new Open("", NO_SCRIPT, "", "", "");

        static Open saved(Trace trace, Lab script) {
            return new Open(SAVED, script, trace.lab(), trace.host(), trace.command());
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
        Lab script = lab.setup();
        if (tables == TableSetting.SEPARATE) {
            for (HostId host : lab.hosts()) {
                script = separate(script, host);
            }
        }
        session.open(lab.title(), LabRunner.run(script).start());
        open = new Open(id, script, "", "", "");
        walk = Walk.NONE;
    }

    /** Any rule separates the tables of a host for good, even one that is taken away again. */
    private static Lab separate(Lab script, HostId host) {
        Lab separated = script;
        for (String command : SEPARATING) {
            separated = separated.plus(command.replaceFirst("^ip ", "ip -n " + host.name() + " "));
        }
        return separated;
    }

    @Override
    public Reopening reopen(SavedTrace saved) {
        Replay replay = Replay.of(saved);
        if (replay.same()) {
            session.open(saved.trace().lab(), replay.before());
            CommandRun run = session.execute(
                    new HostId(saved.trace().host()), saved.trace().command());
            session.seek(run.end());
            List<Snapshot> recording = replay.recording();
            open = Open.saved(saved.trace(), replay.script());
            walk = Walk.of(saved, recording, places(), walk.grain());
            return Reopening.AS_IT_WAS;
        }
        Walk read = Walk.fromFile(saved, walk.grain());
        if (!Telling.possible(saved.trace().events())) {
            return Reopening.REFUSED;
        }
        session.open(saved.trace().lab(), replay.before());
        open = Open.saved(saved.trace(), replay.script());
        walk = read;
        return Reopening.FROM_THE_FILE;
    }

    @Override
    public Optional<SavedTrace> saved() {
        return walk.recording().isEmpty() ? Optional.empty() : Optional.of(walk.saved());
    }

    @Override
    public LabView lab(Messages messages) {
        if (open.id().equals(Open.SAVED)) {
            return new LabView(Open.SAVED, messages.text("lab.saved"), open.title(), hosts(), open.command());
        }
        return labs(messages).stream()
                .filter(card -> card.id().equals(open.id()))
                .findFirst()
                .map(card -> new LabView(card.id(), card.label(), card.title(), hosts(), card.command()))
                .orElse(LabView.NONE);
    }

    /** The hosts there are, the one the lab's command is for first. */
    private List<String> hosts() {
        List<String> there = session.state().world().machine().hosts().keySet().stream()
                .map(HostId::name)
                .filter(name -> !name.isEmpty())
                .toList();
        String first = lab(open.id()).map(lab -> LabCommand.of(lab).host()).orElse(open.host());
        List<String> hosts = new ArrayList<>();
        if (there.contains(first) || there.isEmpty()) {
            hosts.add(first);
        }
        open.script().hosts().stream()
                .map(HostId::name)
                .filter(name -> there.contains(name) && !hosts.contains(name))
                .forEach(hosts::add);
        there.stream().filter(name -> !hosts.contains(name)).forEach(hosts::add);
        return hosts;
    }

    @Override
    public Refusal trace(String host, String command, Messages messages) {
        Ran ran = run(host, command, messages);
        if (ran.walked() || ran.refusal().isPresent()) {
            return ran.refusal();
        }
        String printed = session.state()
                .commands()
                .get(session.state().commands().size() - 1)
                .stdout()
                .strip();
        return new Refusal(printed.isEmpty() ? messages.text("bar.no-packet") : printed, 0, 0);
    }

    @Override
    public Ran run(String host, String command, Messages messages) {
        HostId there = new HostId(host);
        if (!host.isEmpty() && session.state().world().machine().find(there).isEmpty()) {
            return Ran.not(new Refusal(messages.text("bar.no-host", host), 0, 0));
        }
        Optional<String> objection = shell.objection(there, command);
        if (objection.isPresent()) {
            return Ran.not(LabCommand.refusal(objection.get(), command));
        }
        session.seek(session.state().timeline().size());
        CommandRun run = session.execute(there, command);
        session.seek(run.end());
        boolean changed = Ran.differ(run.before(), run.after());
        if (run.size() > 0) {
            List<Snapshot> recording = List.copyOf(session.state().timeline().subList(run.first(), run.end()));
            walk = Walk.of(saved(recording), recording, places(), walk.grain());
            remember(host, command);
        } else if (changed) {
            walk = Walk.NONE.at(walk.grain());
        }
        Refusal failure = run.size() > 0 || run.exit() == 0
                ? Refusal.NONE
                : new Refusal((run.stderr() + run.stdout()).strip(), 0, 0);
        return new Ran(true, failure, run.size() > 0, changed);
    }

    @Override
    public List<ConsoleEntry> console(Grain grain, int index) {
        walk = walk.at(grain);
        int event = index < 0 || walk.steps().isEmpty()
                ? -1
                : walk.steps().get(index).last();
        return Transcript.of(session.state().commands(), walk.recording(), event);
    }

    @Override
    public LabNames names() {
        return new LabNames(session.state().world().machine().hosts().values().stream()
                .map(SessionWalks::names)
                .toList());
    }

    private static LabNames.HostNames names(NetNamespace host) {
        return new LabNames.HostNames(
                host.id().name(),
                host.devices().all().stream().map(NetDevice::name).toList(),
                host.devices().all().stream()
                        .flatMap(device -> host.addresses().of(device.index()).stream())
                        .map(address -> address.address().toString())
                        .toList());
    }

    /** The last command with all that led to it. */
    private SavedTrace saved(List<Snapshot> recording) {
        List<CommandRun> commands = session.state().commands();
        CommandRun last = commands.get(commands.size() - 1);
        Lab script = open.script();
        for (CommandRun run : commands) {
            script = script.plusProbe(ScriptLine.of(run.host(), run.line()));
        }
        String title = session.state().lab();
        List<TraceEvent> events = recording.stream().map(Snapshot::event).toList();
        return new SavedTrace(
                ProgramVersion.current(),
                script.source(),
                new Trace(title, last.host().name(), last.line(), events));
    }

    private void remember(String host, String command) {
        if (lab(open.id()).isEmpty()) {
            return;
        }
        List<Step> all = walk.at(Grain.FUNCTION).steps();
        boolean dropped = all.stream().anyMatch(step -> step.tick() == Tick.DROP);
        recent.removeIf(trace -> trace.lab().equals(open.id())
                && trace.host().equals(host)
                && trace.command().equals(command));
        recent.add(0, new Recent(open.id(), host, command, all.size(), dropped));
        if (recent.size() > MOST_RECENT) {
            recent.remove(MOST_RECENT);
        }
    }

    @Override
    public List<StepView> steps(Grain grain, Messages messages) {
        walk = walk.at(grain);
        StepWords words = new StepWords(messages, walk.recording(), walk.stack()::number);
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
                StackPictures.atRest(world, new HostId(hosts().get(0))),
                TopologyPictures.atRest(world, places()),
                LookupView.NONE,
                Lookups.tables(world, new HostId(hosts().get(0))));
    }

    @Override
    public MomentView moment(Grain grain, int index, Messages messages) {
        walk = walk.at(grain);
        Step step = walk.steps().get(index);
        StepWords words = new StepWords(messages, walk.recording(), walk.stack()::number);
        SkBuff skb = walk.recording().get(step.last()).event().head().skb();
        PacketViews packets = new PacketViews(messages);
        return new MomentView(
                words.why(step.account()),
                packets.packet(skb, words.wording(step.account().headline())),
                packets.focus(skb, walk.stack().number(skb.id())),
                walk.drawn() ? walk.stack().at(step.last()) : MomentView.NONE.stack(),
                walk.drawn() ? walk.topology().at(step.last()) : MomentView.NONE.topology(),
                new Lookups(words).at(walk, step),
                Lookups.tables(walk.recording().get(step.last()).world(), step.host()));
    }

    @Override
    public List<Integer> lookups() {
        return walk.lookups().beginnings();
    }

    @Override
    public WhatIf ask(String host, String line, Grain grain, int index, Messages messages) {
        walk = walk.at(grain);
        boolean inWalk = index >= 0 && walk.drawn();
        World world = inWalk
                ? walk.recording().get(walk.steps().get(index).last()).world()
                : session.state().world();
        Optional<Refusal> objection = Lookups.objection(line, shell.objection(new HostId(host), line), messages);
        return objection.isPresent()
                ? WhatIf.refused(objection.get())
                : Lookups.ask(world, new HostId(host), line, messages);
    }

    @Override
    public void separateTables(String host, Messages messages) {
        session.seek(session.state().timeline().size());
        for (String command : SEPARATING) {
            session.execute(new HostId(host), command);
        }
        if (!walk.recording().isEmpty()) {
            Trace last = walk.saved().trace();
            trace(last.host(), last.command(), messages);
        }
    }

    private List<Position> places() {
        return open.script().layout().stream()
                .map(place -> new Position(place.host().name(), place.x(), place.y()))
                .toList();
    }

    /** What happens right after a command belongs to it: an answer on its way, a reply to a reply. */
    private static Executor.Execution execute(World world, HostId host, String line, SnapshotSink sink) {
        LineRun run = LabRunner.probe(world, host, line);
        run.snapshots().forEach(sink::accept);
        return new Executor.Execution(
                run.after(),
                run.result().exit(),
                run.result().stdout(),
                run.result().stderr());
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
