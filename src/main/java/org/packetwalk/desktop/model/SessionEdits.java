package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.packetwalk.desktop.model.Standing.Seen;
import org.packetwalk.diagram.TopologyPicture.Position;
import org.packetwalk.kernel.HostId;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;
import org.packetwalk.lab.LabLine;
import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.session.Branch;
import org.packetwalk.session.CommandRun;
import org.packetwalk.session.History;
import org.packetwalk.session.LabScript;
import org.packetwalk.session.Session;
import org.packetwalk.session.SessionState;
import org.packetwalk.sim.World;
import org.packetwalk.trace.TraceEvent;

/** How a session stands: the open lab with its text, the walk in view and those of the branches, and the way back to before each edit. */
final class SessionEdits implements Editing {
    private final Session session;
    private final History<Standing> history = new History<>();
    private OpenLab open = OpenLab.NONE;
    private String kept = "";
    private Seen seen = Seen.NOTHING;
    private Optional<Walk> whole = Optional.empty();
    private SortedMap<String, Seen> left = new TreeMap<>();

    SessionEdits(Session session) {
        this.session = session;
    }

    OpenLab open() {
        return open;
    }

    Walk walk() {
        return seen.walk();
    }

    /** The walk in view, cut at a grain; it stays cut like this. */
    Walk walk(Grain grain) {
        seen = new Seen(seen.walk().at(grain), seen.begin());
        return seen.walk();
    }

    Standing standing() {
        return new Standing(open, session.state(), seen, left);
    }

    /** Another lab was opened in the session; what was edited before is forgotten. */
    void opened(OpenLab lab) {
        open = lab;
        // what was brought and is in no file can be lost as an edit can; a lab nobody has done anything to cannot
        boolean brought = lab.isOwn() && lab.file().isEmpty();
        kept = brought ? OwnLabs.NEW : script().source();
        left = new TreeMap<>();
        history.clear();
        show(Walk.NONE.at(seen.walk().grain()), 0);
    }

    /** Brings a walk into view whose first event has this place in the timeline. */
    void show(Walk walk, int begin) {
        whole = Optional.empty();
        seen = new Seen(walk, begin);
    }

    /** Leaves of the walk in view what is before the first event that is hidden: nothing that is asked of it knows the rest. */
    void holdBack(Predicate<TraceEvent> hidden) {
        Walk all = whole.orElse(seen.walk());
        Walk part = all.before(hidden, places());
        whole = Optional.of(all);
        seen = new Seen(part.at(seen.walk().grain()), seen.begin());
        session.seek(seen.begin() + part.recording().size());
    }

    /** Brings all of the walk into view again. */
    void showAll() {
        whole.ifPresent(all -> show(all.at(seen.walk().grain()), seen.begin()));
    }

    /** A command has branched the session: the walk in view goes on in another way from where one stood. */
    void branched(Standing before) {
        left = Standing.with(left, before.state().branch(), before.seen());
    }

    /** Lines were added to the lab that have changed the world: one edit. */
    void edited(List<String> lines, Standing before) {
        lines.forEach(line -> session.write(script().plus(line)));
        history.edited(lines.get(0), before);
    }

    /** Where hosts sit on the canvas. */
    List<Position> places() {
        return places(script());
    }

    /** Where a lab says that its hosts sit. */
    static List<Position> places(LabScript script) {
        return new Lab("", script.source(), new TreeMap<>(), List.of(), List.of())
                .layout().stream()
                        .map(place -> new Position(place.host().name(), place.x(), place.y()))
                        .toList();
    }

    @Override
    public LabScript script() {
        return session.state().script();
    }

    @Override
    public boolean unsaved() {
        return !open.id().isEmpty() && !script().source().equals(kept);
    }

    @Override
    public String file() {
        return open.file();
    }

    @Override
    public void saved(String file) {
        open = open.in(file);
        kept = script().source();
    }

    @Override
    public void move(String host, int x, int y) {
        LabScript moved = script().moved(new HostId(host), x, y);
        if (!moved.equals(script())) {
            Standing before = standing();
            session.write(moved);
            seen = new Seen(seen.walk().placed(places()), seen.begin());
            history.edited("# layout: " + host + " " + x + " " + y, before);
        }
    }

    @Override
    public Pending<Refusal> rewrite(String source, Messages messages) {
        Lab lab;
        try {
            lab = source.isBlank() ? OpenLab.NO_SCRIPT : LabFile.read("lab.sh", source);
        } catch (LabFormatException none) {
            Refusal refusal =
                    new Refusal(messages.text(none.key(), none.arguments().toArray()), 0, 0);
            return Pending.of(() -> refusal);
        }
        return watch -> {
            LabRun run = LabRunner.run(lab.setup());
            Optional<LabLine> unknown = run.lines().stream()
                    .filter(line -> !line.understood())
                    .map(LineRun::line)
                    .findFirst();
            return () -> unknown.map(
                            line -> new Refusal(messages.text("lab.line.unknown", line.number(), line.text()), 0, 0))
                    .orElseGet(() -> rewritten(source, lab, run));
        };
    }

    private Refusal rewritten(String source, Lab lab, LabRun run) {
        Standing before = standing();
        String title = firstDifference(script().source(), source);
        session.open(source.isBlank() ? session.state().lab() : lab.title(), new LabScript(source), run.start());
        open = open.isOwn() ? OpenLab.own(open.file(), lab) : open.with(lab.setup());
        left = new TreeMap<>();
        show(Walk.NONE.at(seen.walk().grain()), 0);
        history.edited(title, before);
        return Refusal.NONE;
    }

    private static String firstDifference(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int same = 0;
        while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
            same++;
        }
        return same < now.size() ? now.get(same) : same < old.size() ? old.get(same) : "";
    }

    @Override
    public boolean undo() {
        Optional<Standing> before = history.undo(standing());
        before.ifPresent(this::restore);
        return before.isPresent();
    }

    @Override
    public boolean redo() {
        Optional<Standing> after = history.redo(standing());
        after.ifPresent(this::restore);
        return after.isPresent();
    }

    private void restore(Standing standing) {
        Grain grain = seen.walk().grain();
        // a lab that was saved stays in its file
        open = open.isOwn() ? standing.open().in(open.file()) : standing.open();
        session.restore(standing.state());
        left = standing.left();
        show(standing.seen().walk().at(grain), standing.seen().begin());
    }

    @Override
    public String undoTitle() {
        return history.undoTitle();
    }

    @Override
    public String redoTitle() {
        return history.redoTitle();
    }

    @Override
    public void standAt(int event) {
        if (seen.walk().drawn() && !seen.walk().recording().isEmpty()) {
            session.seek(seen.begin() + event + 1);
        }
    }

    @Override
    public int event() {
        int last = seen.walk().recording().size() - 1;
        return Math.max(-1, Math.min(last, session.state().cursor() - seen.begin() - 1));
    }

    @Override
    public List<BranchView> branches() {
        SessionState state = session.state();
        List<BranchView> all = new ArrayList<>();
        Stream.concat(Stream.of(state.course()), state.branches().stream())
                .sorted(Comparator.comparing(Branch::number))
                .forEach(branch -> all.add(new BranchView(
                        branch.name(), branch.timeline().size(), branch.name().equals(state.branch()))));
        return all;
    }

    /** The walk of a branch one does not stand in, and the world before it. */
    Optional<Comparisons.Side> beside(String branch) {
        Seen there = left.get(branch);
        Optional<Branch> course = session.state().other(branch);
        return there == null || course.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Comparisons.Side(there.walk(), before(course.get().commands(), there.begin())));
    }

    /** The walk in view, and the world before it. */
    Comparisons.Side inView() {
        return new Comparisons.Side(seen.walk(), before(session.state().commands(), seen.begin()));
    }

    private World before(List<CommandRun> commands, int begin) {
        return commands.stream()
                .filter(run -> run.first() == begin && run.size() > 0)
                .map(CommandRun::before)
                .findFirst()
                .orElse(session.state().start());
    }

    @Override
    public void switchTo(String branch) {
        String from = session.state().branch();
        if (session.state().other(branch).isEmpty()) {
            return;
        }
        Grain grain = seen.walk().grain();
        left = Standing.with(left, from, seen);
        session.switchTo(branch);
        Seen there = left.getOrDefault(branch, Seen.NOTHING);
        show(there.walk().at(grain), there.begin());
    }

    @Override
    public boolean rename(String branch, String name) {
        boolean free = session.rename(branch, name);
        if (free && left.containsKey(branch)) {
            left = Standing.with(left, name, left.get(branch));
        }
        return free;
    }

    @Override
    public void drop(String branch) {
        session.drop(branch);
    }
}
