package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.StackPictures;
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
import org.packetwalk.session.CommandRun;
import org.packetwalk.session.Executor;
import org.packetwalk.session.LabScript;
import org.packetwalk.session.Origins;
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
    private static final List<String> SEPARATING =
            List.of("ip rule add to 192.0.2.1 lookup main pref 32765", "ip rule del pref 32765");

    private final LabShelf shelf;
    private final Shell shell = new Shell();
    private final Session session = new Session(SessionWalks::execute);
    private final Comparisons comparisons = new Comparisons(shell);
    private final TriedRemedies remedies = new TriedRemedies(SessionWalks::execute);
    private final SessionEdits edits = new SessionEdits(session);
    private List<Snapshot> capturedOf = List.of();
    private List<CaptureLine> captured = List.of();

    /** A source without an open lab. */
    public SessionWalks(List<Lab> labs) {
        shelf = new LabShelf(labs);
    }

    @Override
    public List<LabCard> labs(Messages messages) {
        return shelf.cards(messages);
    }

    @Override
    public List<String> suggestions() {
        return shelf.suggestions();
    }

    @Override
    public List<RecentView> recent(Messages messages) {
        return shelf.recent(messages);
    }

    @Override
    public Editing editing() {
        return edits;
    }

    @Override
    public void open(String id, TableSetting tables) {
        Lab lab = shelf.lab(id).orElseThrow(() -> new IllegalArgumentException("There is no lab " + id + "."));
        Lab setup = lab.setup();
        LabScript script = new LabScript(lab.source());
        if (tables == TableSetting.SEPARATE) {
            for (String line : separation(lab.hosts())) {
                setup = setup.plus(line);
                script = script.plus(line);
            }
        }
        session.open(lab.title(), script, LabRunner.run(setup).start());
        edits.opened(new OpenLab(id, setup, "", "", ""));
    }

    /** Any rule separates the tables of a host for good, even one that is taken away again. */
    private static List<String> separation(List<HostId> hosts) {
        return hosts.stream()
                .flatMap(host -> SEPARATING.stream().map(command -> ScriptLine.of(host, command)))
                .toList();
    }

    @Override
    public Reopening reopen(SavedTrace saved) {
        Replay replay = Replay.of(saved);
        if (replay.same()) {
            openSaved(saved, replay);
            CommandRun run = session.execute(
                    new HostId(saved.trace().host()), saved.trace().command());
            session.seek(run.end());
            edits.show(
                    Walk.of(
                            saved,
                            replay.recording(),
                            edits.places(),
                            edits.walk().grain()),
                    run.first());
            return Reopening.AS_IT_WAS;
        }
        Walk read = Walk.fromFile(saved, edits.walk().grain());
        if (!Telling.possible(saved.trace().events())) {
            return Reopening.REFUSED;
        }
        openSaved(saved, replay);
        edits.show(read, 0);
        return Reopening.FROM_THE_FILE;
    }

    private void openSaved(SavedTrace saved, Replay replay) {
        session.open(saved.trace().lab(), new LabScript(replay.script().source()), replay.before());
        edits.opened(OpenLab.saved(saved.trace(), replay.script()));
    }

    @Override
    public Optional<SavedTrace> saved() {
        return edits.walk().recording().isEmpty()
                ? Optional.empty()
                : Optional.of(edits.walk().saved());
    }

    @Override
    public LabView lab(Messages messages) {
        OpenLab open = edits.open();
        if (open.id().equals(OpenLab.SAVED)) {
            return new LabView(OpenLab.SAVED, messages.text("lab.saved"), open.title(), hosts(), open.command());
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
        OpenLab open = edits.open();
        String first =
                shelf.lab(open.id()).map(lab -> LabCommand.of(lab).host()).orElse(open.host());
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
        Standing before = edits.standing();
        if (inThePast() && !changesSomething(there, command)) {
            session.seek(session.state().timeline().size());
        }
        boolean branched = inThePast();
        CommandRun run = session.execute(there, command);
        session.seek(run.end());
        boolean changed = Ran.differ(run.before(), run.after());
        show(run, before, branched, changed);
        if (changed) {
            edits.edited(List.of(ScriptLine.of(there, command)), before);
        }
        Refusal failure = run.size() > 0 || run.exit() == 0
                ? Refusal.NONE
                : new Refusal((run.stderr() + run.stdout()).strip(), 0, 0);
        return new Ran(true, failure, run.size() > 0, changed, branched);
    }

    private boolean inThePast() {
        return session.state().cursor() < session.state().timeline().size();
    }

    /** Whether a command changes the configuration where one stands: packets alone go on from the present. */
    private boolean changesSomething(HostId host, String command) {
        World there = session.state().world();
        return Ran.differ(
                there, execute(there, host, command, SnapshotSink.NONE).after());
    }

    /** Brings into view what a command has done: its walk, the walk that goes on in another way, or the hosts at rest. */
    private void show(CommandRun run, Standing before, boolean branched, boolean changed) {
        Grain grain = edits.walk().grain();
        if (branched) {
            edits.branched(before);
            List<Snapshot> recording = edits.recording();
            edits.show(
                    Walk.of(saved(recording), recording, edits.places(), grain),
                    before.seen().begin());
            session.seek(run.first());
        } else if (run.size() > 0) {
            List<Snapshot> recording = List.copyOf(session.state().timeline().subList(run.first(), run.end()));
            edits.show(Walk.of(saved(recording), recording, edits.places(), grain), run.first());
            shelf.remember(
                    edits.open().id(),
                    run.host().name(),
                    run.line(),
                    edits.walk().at(Grain.FUNCTION).steps());
        } else if (changed) {
            edits.show(Walk.NONE.at(grain), run.end());
        }
    }

    @Override
    public List<ConsoleEntry> console(Grain grain, int index) {
        Walk walk = edits.walk(grain);
        int event = index < 0 || walk.steps().isEmpty()
                ? -1
                : walk.steps().get(index).last();
        return Transcript.of(session.state().commands(), walk.recording(), event);
    }

    @Override
    public List<CaptureLine> captured() {
        List<Snapshot> recording = edits.walk().recording();
        if (recording != capturedOf) {
            capturedOf = recording;
            captured = Captures.of(recording);
        }
        return captured;
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
                        .toList(),
                host.devices().all().stream()
                        .flatMap(device -> host.addresses().of(device.index()).stream()
                                .map(address -> device.name() + " " + address.address() + "/" + address.prefixLength()))
                        .toList());
    }

    /** The last command with all that led to it. */
    private SavedTrace saved(List<Snapshot> recording) {
        List<CommandRun> commands = session.state().commands();
        CommandRun last = commands.get(commands.size() - 1);
        Lab script = edits.open().script();
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

    @Override
    public List<StepView> steps(Grain grain, Messages messages) {
        Walk walk = edits.walk(grain);
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
                TopologyPictures.atRest(world, edits.places()),
                LookupView.NONE,
                Lookups.tables(world, new HostId(hosts().get(0))));
    }

    @Override
    public MomentView moment(Grain grain, int index, Messages messages) {
        Walk walk = edits.walk(grain);
        Step step = walk.steps().get(index);
        StepWords words = new StepWords(messages, walk.recording(), walk.stack()::number);
        SkBuff skb = walk.recording().get(step.last()).event().head().skb();
        PacketViews packets = new PacketViews(messages);
        return new MomentView(
                words.why(step.account()),
                packets.packet(
                        skb,
                        walk.before(step, skb.id()),
                        words.wording(step.account().headline())),
                packets.focus(skb, walk.stack().number(skb.id())),
                walk.drawn() ? walk.stack().at(step.last()) : MomentView.NONE.stack(),
                walk.drawn() ? walk.topology().at(step.last()) : MomentView.NONE.topology(),
                new Lookups(words).at(walk, step),
                Lookups.tables(walk.recording().get(step.last()).world(), step.host()));
    }

    @Override
    public StateView state(String host, Grain grain, int index) {
        Walk walk = edits.walk(grain);
        boolean inWalk = index >= 0 && walk.drawn();
        World now = inWalk ? walk.after(index) : session.state().world();
        World before = inWalk && index > 0 ? walk.after(index - 1) : now;
        String shown =
                !host.isEmpty() ? host : inWalk ? walk.steps().get(index).host().name() : hosts().get(0);
        return walk.drawn() || index < 0
                ? new StateView(shown, hosts(), new HostStates(shell).sections(before, now, new HostId(shown)))
                : StateView.NONE;
    }

    @Override
    public ChangeView remedy(Grain grain, int index, Messages messages) {
        return remedies.of(session, edits, grain, index, messages);
    }

    @Override
    public Ran adopt(ChangeView change, Messages messages) {
        Trace last = edits.walk().saved().trace();
        session.seek(edits.standing().seen().begin());
        Ran changed = run(change.host(), change.command(), messages);
        if (changed.refusal().isPresent()) {
            return changed;
        }
        session.seek(session.state().timeline().size());
        return run(last.host(), last.command(), messages);
    }

    @Override
    public CausesView causes(WhyQuestion question, Grain grain, int index, Messages messages) {
        Walk walk = edits.walk(grain);
        if (!walk.drawn()) {
            return CausesView.NONE;
        }
        Origins origins = new Origins(
                LabRunner.run(edits.open().script()), session.state().commands());
        StepWords words = new StepWords(messages, walk.recording(), walk.stack()::number);
        return new Causes(walk, origins, messages, words)
                .of(question, walk.steps().get(index).last(), shell);
    }

    @Override
    public ComparisonView compare(OtherTrace other, Grain grain, Messages messages) {
        if (edits.walk().recording().isEmpty()) {
            return ComparisonView.refused(new Refusal(messages.text("canvas.empty"), 0, 0));
        }
        Comparisons.Side one = edits.inView();
        return switch (other.kind()) {
            case BRANCH ->
                edits.beside(other.text())
                        .map(beside -> comparisons.compare(one, beside, grain, messages))
                        .orElseGet(() -> ComparisonView.refused(
                                new Refusal(messages.text("compare.no-branch", other.text()), 0, 0)));
            case COMMAND -> compare(one, other, grain, messages);
        };
    }

    private ComparisonView compare(Comparisons.Side one, OtherTrace other, Grain grain, Messages messages) {
        HostId host = new HostId(other.host());
        Optional<String> objection = shell.objection(host, other.text());
        if (objection.isPresent()) {
            return ComparisonView.refused(LabCommand.refusal(objection.get(), other.text()));
        }
        LineRun run = LabRunner.probe(one.before(), host, other.text());
        if (run.snapshots().isEmpty()) {
            return ComparisonView.refused(new Refusal(messages.text("bar.no-packet"), 0, 0));
        }
        Trace trace = new Trace(session.state().lab(), other.host(), other.text(), run.events());
        Walk walk = Walk.of(new SavedTrace("", "", trace), run.snapshots(), edits.places(), grain);
        return comparisons.compare(one, new Comparisons.Side(walk, one.before()), grain, messages);
    }

    @Override
    public StackPicture otherPicture(Grain grain, int index) {
        return comparisons.picture(grain, index);
    }

    @Override
    public List<Integer> lookups() {
        return edits.walk().lookups().beginnings();
    }

    @Override
    public WhatIf ask(String host, String line, Grain grain, int index, Messages messages) {
        Walk walk = edits.walk(grain);
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
        Standing before = edits.standing();
        for (String command : SEPARATING) {
            session.execute(new HostId(host), command);
        }
        edits.edited(separation(List.of(new HostId(host))), before);
        Walk walk = edits.walk();
        if (!walk.recording().isEmpty()) {
            Trace last = walk.saved().trace();
            trace(last.host(), last.command(), messages);
        }
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
}
