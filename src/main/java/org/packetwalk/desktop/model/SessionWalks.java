package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.diagram.RoutePicture;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.StackPictures;
import org.packetwalk.diagram.Subject;
import org.packetwalk.diagram.TopologyPictures;
import org.packetwalk.export.contract.LabMark;
import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.filter.StepFilter;
import org.packetwalk.importing.CaptureOverlay;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.lesson.Performance;
import org.packetwalk.lesson.Typed;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Step;
import org.packetwalk.session.CommandRun;
import org.packetwalk.session.Computed;
import org.packetwalk.session.Executor;
import org.packetwalk.session.LabScript;
import org.packetwalk.session.Origins;
import org.packetwalk.session.Session;
import org.packetwalk.shell.Shell;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;

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
    private Optional<Performance> performed = Optional.empty();
    private List<Snapshot> capturedOf = List.of();
    private List<CaptureLine> captured = List.of();

    /** A source without an open lab. */
    public SessionWalks(List<Lab> labs) {
        this(labs, List.of(), recent -> {});
    }

    /** A source without an open lab that knows what was done before; {@code keeper} is told of each change of that. */
    public SessionWalks(List<Lab> labs, List<RecentTrace> before, Consumer<List<RecentTrace>> keeper) {
        shelf = new LabShelf(labs, before, keeper);
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
    public Pending<Boolean> open(String id, TableSetting tables) {
        Lab lab = shelf.lab(id).orElseThrow(() -> new IllegalArgumentException("There is no lab " + id + "."));
        Lab setup = lab.setup();
        LabScript script = new LabScript(lab.source());
        if (tables == TableSetting.SEPARATE) {
            for (String line : separation(lab.hosts())) {
                setup = setup.plus(line);
                script = script.plus(line);
            }
        }
        OpenLab open = new OpenLab(id, setup, "", "", "");
        LabScript text = script;
        return watch -> {
            World start = LabRunner.run(open.script(), watch).start();
            return () -> {
                session.open(lab.title(), text, start);
                edits.opened(open);
                return true;
            };
        };
    }

    @Override
    public Pending<Refusal> openText(String file, String text, Messages messages) {
        return OwnLabs.set(file, text, messages, (open, run) -> {
            session.open(open.title(), new LabScript(text), run.start());
            edits.opened(open);
            if (!file.isEmpty()) {
                shelf.rememberFile(file);
            }
        });
    }

    /** Any rule separates the tables of a host for good, even one that is taken away again. */
    private static List<String> separation(List<HostId> hosts) {
        return hosts.stream()
                .flatMap(host -> SEPARATING.stream().map(command -> ScriptLine.of(host, command)))
                .toList();
    }

    @Override
    public Pending<Reopening> reopen(SavedTrace saved) {
        Grain grain = edits.walk().grain();
        return watch -> {
            Replay replay = Replay.of(saved);
            if (replay.same()) {
                return () -> asItWas(saved, replay, grain);
            }
            if (!Telling.possible(saved.trace().events(), watch)) {
                return () -> Reopening.REFUSED;
            }
            Walk walk = Walk.fromFile(saved, grain);
            return () -> {
                openSaved(saved, replay);
                edits.show(walk, 0);
                return Reopening.FROM_THE_FILE;
            };
        };
    }

    private Reopening asItWas(SavedTrace saved, Replay replay, Grain grain) {
        openSaved(saved, replay);
        CommandRun run =
                session.execute(new HostId(saved.trace().host()), saved.trace().command());
        session.seek(run.end());
        edits.show(Walk.of(saved, replay.recording(), edits.places(), grain), run.first());
        return Reopening.AS_IT_WAS;
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
        String mark = LabMark.of(open.script(), messages);
        if (open.id().equals(OpenLab.SAVED)) {
            String label = messages.text("lab.saved");
            return new LabView(open.id(), label, open.title(), mark, hosts(), open.command());
        }
        if (open.isOwn()) {
            String name = open.file().isEmpty() ? messages.text("lab.new") : OwnLabs.name(open.file());
            return new LabView(open.id(), name, open.title(), mark, hosts(), open.command());
        }
        return labs(messages).stream()
                .filter(card -> card.id().equals(open.id()))
                .findFirst()
                .map(card -> new LabView(card.id(), card.label(), card.title(), mark, hosts(), card.command()))
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
    public Pending<Ran> run(String host, String command, Messages messages) {
        HostId there = new HostId(host);
        if (!host.isEmpty() && session.state().world().machine().find(there).isEmpty()) {
            Ran unknown = Ran.not(new Refusal(messages.text("bar.no-host", host), 0, 0));
            return Pending.of(() -> unknown);
        }
        Optional<String> objection = shell.objection(there, command);
        if (objection.isPresent()) {
            Ran refused = Ran.not(LabCommand.refusal(objection.get(), command));
            return Pending.of(() -> refused);
        }
        Standing before = edits.standing();
        return watch -> {
            CommandCourse course = CommandCourse.of(session, before, there, command, watch);
            return () -> happen(course);
        };
    }

    private Ran happen(CommandCourse course) {
        Computed computed = course.computed();
        CommandRun run = session.add(computed);
        performed = Optional.of(Performance.of(
                new Typed(run.host(), run.line()),
                computed.happened().stream().map(Snapshot::event).toList(),
                run.stdout() + run.stderr(),
                run.after()));
        session.seek(course.standing(run));
        if (course.branched()) {
            edits.branched(course.before());
        } else if (run.size() > 0) {
            shelf.remember(
                    edits.open().id(),
                    run.host().name(),
                    run.line(),
                    course.walk().at(Grain.FUNCTION).steps());
        }
        edits.show(course.walk(), course.begin());
        if (course.changed()) {
            edits.edited(List.of(ScriptLine.of(run.host(), run.line())), course.before());
        }
        Refusal failure = run.size() > 0 || run.exit() == 0
                ? Refusal.NONE
                : new Refusal((run.stderr() + run.stdout()).strip(), 0, 0);
        return new Ran(true, failure, run.size() > 0, course.changed(), course.branched());
    }

    @Override
    public void holdBack(StepFilter from) {
        edits.holdBack(event -> from.accepts(Performance.facts(event)));
    }

    @Override
    public void showAll() {
        edits.showAll();
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
    public CaptureOverlay overlay(List<CapturedFrame> capture) {
        return CaptureOverlay.of(
                edits.walk().recording().stream().map(Snapshot::event).toList(), capture, "");
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
    public Optional<Performance> performed() {
        return performed;
    }

    @Override
    public LabNames names() {
        return LabNames.of(session.state().world().machine().hosts().values());
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
    public IntFunction<StackPicture> stackPictures(Grain grain) {
        Walk walk = edits.walk(grain);
        return index -> walk.drawn() ? walk.stack().at(walk.steps().get(index).last()) : MomentView.NONE.stack();
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
    public Pending<ChangeView> remedy(Grain grain, int index, Messages messages) {
        return remedies.of(session, edits, grain, index, messages);
    }

    @Override
    public Optional<WhyQuestion> question(Subject subject, Grain grain, int index, Messages messages) {
        Walk walk = edits.walk(grain);
        int event = walk.steps().get(index).last();
        return walk.drawn()
                ? new PictureQuestions(shell, new PictureWords(messages))
                        .of(
                                subject,
                                walk.stack().at(event),
                                walk.recording().get(event).world())
                : Optional.empty();
    }

    @Override
    public List<WhyQuestion> questions(Subject subject, Grain grain, int index) {
        Walk walk = edits.walk(grain);
        return walk.drawn()
                ? new TopologyQuestions(shell)
                        .of(
                                subject,
                                walk.recording()
                                        .get(walk.steps().get(index).last())
                                        .world())
                : List.of();
    }

    @Override
    public Optional<WhyQuestion> question(
            Subject subject, RoutePicture asked, Grain grain, int index, Messages messages) {
        Walk walk = edits.walk(grain);
        World world = walk.recording().get(walk.steps().get(index).last()).world();
        return new PictureQuestions(shell, new PictureWords(messages)).of(subject, asked, world);
    }

    @Override
    public Optional<WhyQuestion> question(String line, Grain grain, int index) {
        Walk walk = edits.walk(grain);
        Step step = walk.steps().get(index);
        World world = walk.recording().get(step.last()).world();
        return new HostStates(shell).question(world, step.host(), line);
    }

    @Override
    public Pending<CausesView> causes(WhyQuestion question, Grain grain, int index, Messages messages) {
        Walk walk = edits.walk(grain);
        if (!walk.drawn()) {
            return Pending.of(() -> CausesView.NONE);
        }
        Lab script = edits.open().script();
        List<CommandRun> commands = session.state().commands();
        StepWords words = new StepWords(messages, walk.recording(), walk.stack()::number);
        return watch -> {
            Origins origins = new Origins(LabRunner.run(script, watch), commands);
            CausesView causes = new Causes(walk, origins, messages, words)
                    .of(question, walk.steps().get(index).last(), shell);
            return () -> causes;
        };
    }

    @Override
    public Pending<ComparisonView> compare(OtherTrace other, Grain grain, Messages messages) {
        if (edits.walk().recording().isEmpty()) {
            return Comparisons.refused(new Refusal(messages.text("canvas.empty"), 0, 0));
        }
        Comparisons.Side one = edits.inView();
        return switch (other.kind()) {
            case BRANCH ->
                edits.beside(other.text())
                        .map(beside -> Pending.of(() -> comparisons.compare(one, beside, grain, messages)))
                        .orElseGet(() -> Comparisons.refused(
                                new Refusal(messages.text("compare.no-branch", other.text()), 0, 0)));
            case COMMAND -> comparisons.command(one, other, session.state().lab(), edits.places(), grain, messages);
        };
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
    public Pending<Boolean> separateTables(String host) {
        return Pending.of(() -> {
            session.seek(session.state().timeline().size());
            Standing before = edits.standing();
            for (String command : SEPARATING) {
                session.execute(new HostId(host), command);
            }
            edits.edited(separation(List.of(new HostId(host))), before);
            return true;
        });
    }

    /** What happens right after a command belongs to it: an answer on its way, a reply to a reply. */
    private static Executor.Execution execute(World world, HostId host, String line, SnapshotSink sink) {
        LineRun run = LabRunner.probe(world, host, line, sink);
        return new Executor.Execution(
                run.after(),
                run.result().exit(),
                run.result().stdout(),
                run.result().stderr());
    }
}
