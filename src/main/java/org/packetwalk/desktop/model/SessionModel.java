package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.Subject;
import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.filter.StepFilter;
import org.packetwalk.importing.CaptureOverlay;
import org.packetwalk.lesson.Item;
import org.packetwalk.lesson.Performance;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.trace.Trace;

/**
 * The session as properties, in the words of one language: the open lab, the steps of the walk, the current step and what
 * there is to say about it. It holds nothing that the source does not: another language is another model of the same source.
 */
public final class SessionModel {
    private final WalkSource source;
    private final Messages messages;
    private final Work work;
    private final DocumentModel document;
    private final Explanations explanations;
    private final LabOpening opening;
    private final ReadOnlyObjectWrapper<LabView> lab = new ReadOnlyObjectWrapper<>(LabView.NONE);
    private final ReadOnlyObjectWrapper<TableSetting> tables = new ReadOnlyObjectWrapper<>(TableSetting.SHARED);
    private final ReadOnlyObjectWrapper<Refusal> refusal = new ReadOnlyObjectWrapper<>(Refusal.NONE);
    private final ReadOnlyObjectWrapper<MomentView> moment = new ReadOnlyObjectWrapper<>(MomentView.NONE);
    private final ReadOnlyObjectWrapper<Grain> grain = new ReadOnlyObjectWrapper<>(Grain.FUNCTION);
    private final ReadOnlyObjectWrapper<List<ConsoleEntry>> console = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Performance>> performed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper heldBack = new ReadOnlyBooleanWrapper();
    private Optional<Item.Prediction> expected = Optional.empty();
    private final ReadOnlyBooleanWrapper atStart = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(-1);
    /** The step that the moment is of: known before the moment is, so that whoever hears of the moment can ask about it. */
    private int shown = -1;

    private final ObservableList<StepView> steps = FXCollections.observableArrayList();
    private final ObservableList<StepView> stepsView = FXCollections.unmodifiableObservableList(steps);

    /** A session that shows what a source answers, in the words of a language. */
    public SessionModel(WalkSource source, Messages messages) {
        this(source, messages, Work.AT_ONCE);
    }

    /** A session that shows what a source answers, in the words of a language; {@code work} computes what takes time. */
    public SessionModel(WalkSource source, Messages messages, Work work) {
        this.source = source;
        this.messages = messages;
        this.work = work;
        this.opening = new LabOpening(source, messages, work, new Shown());
        this.explanations = new Explanations(source, messages, work, new Here());
        this.document = new DocumentModel(source.editing(), messages, work, this::showChanged, heldBack);
    }

    /** The words of the window. */
    public Messages messages() {
        return messages;
    }

    /** The open lab. */
    public ReadOnlyObjectProperty<LabView> labProperty() {
        return lab.getReadOnlyProperty();
    }

    /** How the tables of the open lab were set up. */
    public ReadOnlyObjectProperty<TableSetting> tablesProperty() {
        return tables.getReadOnlyProperty();
    }

    /** Whether the start screen is shown. */
    public ReadOnlyBooleanProperty atStartProperty() {
        return atStart.getReadOnlyProperty();
    }

    /** Why the last command was not run. */
    public ReadOnlyObjectProperty<Refusal> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** The steps of the walk. */
    public ObservableList<StepView> steps() {
        return stepsView;
    }

    /** The index of the current step, -1 if there is none. */
    public ReadOnlyIntegerProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** The index of the current step, -1 if there is none. */
    public int position() {
        return position.get();
    }

    /** What there is to say about the current step. */
    public ReadOnlyObjectProperty<MomentView> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /** What there is to say about any step of the walk; the index counts from 0. */
    public MomentView moment(int index) {
        return source.moment(grain.get(), index, messages);
    }

    /** Draws the stack view of each step of the walk as it is now, whatever becomes of the session; the index counts from 0. */
    public IntFunction<StackPicture> stackPictures() {
        return source.stackPictures(grain.get());
    }

    /** The lab as a document: its text, undo and redo, its branches. */
    public DocumentModel document() {
        return document;
    }

    /** A real capture beside what the devices have sent and received in the walk. */
    public CaptureOverlay overlay(List<CapturedFrame> capture) {
        return source.overlay(capture);
    }

    /** Opening labs and saved traces. */
    public LabOpening opening() {
        return opening;
    }

    /** Traces made before, the newest first. */
    public List<RecentView> recent() {
        List<RecentView> all = source.recent(messages);
        // how the walk of an open prediction ends would answer it
        return heldBack.get() ? all.stream().skip(1).toList() : all;
    }

    /** Opens a lab; the walk before it is left. */
    public void open(String id, TableSetting setting) {
        opening.open(id, setting, () -> {});
    }

    /** The step in view. */
    private final class Here implements Explanations.Standpoint {
        @Override
        public MomentView moment() {
            return moment.get();
        }

        @Override
        public Grain grain() {
            return grain.get();
        }

        @Override
        public int step() {
            return shown;
        }
    }

    /** Shows what was opened. */
    private final class Shown implements LabOpening.Shown {
        @Override
        public void lab(TableSetting setting, Runnable then) {
            opened(setting, then);
        }

        @Override
        public void trace() {
            heldBack.set(false);
            refusal.set(Refusal.NONE);
            // the same trace opened twice offers its command again
            lab.set(LabView.NONE);
            lab.set(source.lab(messages));
            // the walk comes into view before its first step, so that the keys are the time bar's
            atStart.set(false);
            show(0);
        }
    }

    private void opened(TableSetting setting, Runnable then) {
        heldBack.set(false);
        tables.set(setting);
        refusal.set(Refusal.NONE);
        lab.set(source.lab(messages));
        show(-1);
        atStart.set(false);
        then.run();
    }

    /** The open lab is in a file now. */
    public void saved(String file) {
        source.editing().saved(file);
        lab.set(source.lab(messages));
        document.refresh();
    }

    /** Runs a command and shows its first step; what is refused leaves the walk as it is. */
    public void trace(String host, String command) {
        run(host, command, ran -> refusal.set(ran.refusal()));
    }

    /** The same as {@link #run(String, String, Consumer)}, whatever comes of it. */
    public void run(String host, String command) {
        run(host, command, ran -> {});
    }

    /**
     * Runs a command and shows its first step, or what it has changed; the host is empty for commands of the lab as a whole.
     *
     * @param then is told what came of it; if it takes time, later
     */
    public void run(String host, String command, Consumer<Ran> then) {
        if (heldBack.get()) {
            then.accept(Ran.not(new Refusal(messages.text("predict.first"), 0, 0)));
            return;
        }
        work.run(command, () -> source.run(host, command, messages), ran -> {
            if (ran.walked()) {
                expected.filter(asked -> asked.isAskedBy(host, command)).ifPresent(asked -> holdBack(asked.hide()));
            }
            show(ran);
            then.accept(ran);
            if (ran.executed()) {
                performed.set(source.performed());
            }
        });
    }

    /** The command that was run last, as lessons look at it. */
    public ReadOnlyObjectProperty<Optional<Performance>> performedProperty() {
        return performed.getReadOnlyProperty();
    }

    /** A prediction that is asked when its command is run, or none. */
    public void expect(Optional<Item.Prediction> asked) {
        expected = asked;
    }

    /** Shows nothing from the first event that a filter means; nothing else is run until all is shown again. */
    public void holdBack(StepFilter hide) {
        source.holdBack(hide);
        heldBack.set(true);
    }

    /** Shows all steps of the walk again. */
    public void showAll() {
        if (heldBack.get()) {
            heldBack.set(false);
            source.showAll();
            int event = position.get() < 0 ? -1 : steps.get(position.get()).last();
            show(-1);
            if (event >= 0 || !steps.isEmpty()) {
                seek(event < 0 ? 0 : at(event));
            }
        }
    }

    /** Whether the end of the walk is held back until a prediction is answered. */
    public ReadOnlyBooleanProperty heldBackProperty() {
        return heldBack.getReadOnlyProperty();
    }

    private void show(Ran ran) {
        if (ran.branched()) {
            showChanged();
        } else if (ran.changed()) {
            // the hosts as they are now, also where the change has made events of its own
            lab.set(source.lab(messages));
            show(-1);
        } else if (ran.walked()) {
            show(0);
        } else if (ran.executed()) {
            console.set(console(position.get()));
        }
    }

    /** The commands of the session with what they have printed so far. */
    public ReadOnlyObjectProperty<List<ConsoleEntry>> consoleProperty() {
        return console.getReadOnlyProperty();
    }

    /** What the command has printed answers a prediction, too. */
    private List<ConsoleEntry> console(int step) {
        List<ConsoleEntry> entries = source.console(grain.get(), step);
        if (!heldBack.get() || entries.isEmpty()) {
            return entries;
        }
        List<ConsoleEntry> seen = new ArrayList<>(entries);
        ConsoleEntry last = seen.remove(seen.size() - 1);
        seen.add(new ConsoleEntry(last.host(), last.command(), "", false, last.walked(), last.later()));
        return List.copyOf(seen);
    }

    /** The frames that devices have sent and received in the walk, in order. */
    public List<CaptureLine> captured() {
        return source.captured();
    }

    /** The names that can be typed. */
    public LabNames names() {
        return source.names();
    }

    /** Puts another walk beside the one in view, and tells what came of it. */
    public void compare(OtherTrace other, Consumer<ComparisonView> then) {
        if (heldBack.get()) {
            return;
        }
        work.run(other.text(), () -> source.compare(other, grain.get(), messages), then);
    }

    /** The picture of the other walk at one of its steps. */
    public StackPicture otherPicture(int index) {
        return source.otherPicture(grain.get(), index);
    }

    /** What to change so that what fails in the current step does not, as far as it was looked for and found. */
    public ReadOnlyObjectProperty<ChangeView> remedyProperty() {
        return explanations.remedyProperty();
    }

    /** Makes a change before the last command and runs that again, as a branch. */
    public void adopt(ChangeView change) {
        Optional<Trace> last = source.saved().map(SavedTrace::trace);
        source.editing().standAt(-1);
        run(change.host(), change.command(), changed -> {
            refusal.set(changed.refusal());
            if (!changed.refusal().isPresent()) {
                last.ifPresent(walked -> trace(walked.host(), walked.command()));
            }
        });
    }

    /** Where a value comes from, as far as somebody has asked. */
    public ReadOnlyObjectProperty<CausesView> causesProperty() {
        return explanations.causesProperty();
    }

    /** What is asked about the step in view. */
    public Explanations explanations() {
        return explanations;
    }

    /** Asks where a value that is shown at the current step comes from. */
    public void askWhy(WhyQuestion question) {
        explanations.ask(question);
    }

    /** Asks about a part of the stack view at the current step; whether there is anything to ask. */
    public boolean askWhy(Subject subject) {
        return explanations.ask(subject);
    }

    /** Goes to the step in which an event of the walk lies. */
    public void toEvent(int event) {
        if (!steps.isEmpty()) {
            seek(at(event));
        }
    }

    /** What a host holds at the current step; without a name, the host of the step. */
    public StateView state(String host) {
        return source.state(host, grain.get(), shown);
    }

    /** Asks the routing tables at the current step; nothing is sent. */
    public WhatIf ask(String host, String line) {
        return source.ask(host, line, grain.get(), shown, messages);
    }

    /** Goes to the first step in which a table is asked, if there is one. */
    public void toFirstLookup() {
        List<Integer> lookups = source.lookups();
        if (!lookups.isEmpty()) {
            seek(at(lookups.get(0)));
        }
    }

    /** Keeps the tables of a host separate; the walk is made anew and shown at its first lookup. */
    public void separateTables(String host) {
        if (heldBack.get()) {
            return;
        }
        Optional<Trace> walked = position.get() >= 0 ? source.saved().map(SavedTrace::trace) : Optional.empty();
        work.run("", () -> source.separateTables(host), separated -> {
            show(-1);
            walked.ifPresent(last -> run(last.host(), last.command(), ran -> toFirstLookup()));
        });
    }

    /** The walk as it is saved, if there is one. */
    public Optional<SavedTrace> saved() {
        return source.saved();
    }

    /** Takes back the last refusal, because the command is being corrected. */
    public void forgetRefusal() {
        refusal.set(Refusal.NONE);
    }

    /** Goes to a step; beyond the ends is the first or the last step. */
    public void seek(int index) {
        if (steps.isEmpty()) {
            return;
        }
        int target = Math.max(0, Math.min(index, steps.size() - 1));
        shown = target;
        explanations.forgetRemedy();
        moment.set(source.moment(grain.get(), target, messages));
        console.set(console(target));
        position.set(target);
        source.editing().standAt(steps.get(target).last());
    }

    /** How finely the walk is cut into steps. */
    public ReadOnlyObjectProperty<Grain> grainProperty() {
        return grain.getReadOnlyProperty();
    }

    /** Cuts the walk more finely or less; the current step becomes the one in which its last event lies. */
    public void cut(Grain chosen) {
        int event = position.get() < 0 ? -1 : steps.get(position.get()).last();
        grain.set(chosen);
        show(-1);
        if (event >= 0) {
            seek(at(event));
        }
    }

    private int at(int event) {
        int index = steps.size() - 1;
        while (index > 0 && steps.get(index).first() > event) {
            index--;
        }
        return index;
    }

    /** Shows what the source holds already, at a step: the session goes on in a window that was built anew. */
    public void resume(TableSetting setting, Grain cutting, int index, boolean start) {
        tables.set(setting);
        grain.set(cutting);
        lab.set(source.lab(messages));
        show(index);
        atStart.set(start);
    }

    /** Leaves for the start screen; the lab and its walk are kept until another is opened. */
    public void goToStart() {
        atStart.set(true);
    }

    /** Comes back from the start screen to the open lab, if one is open. */
    public void backToLab() {
        atStart.set(lab.get().id().isEmpty());
    }

    /** The session is another one now: where one stands in it is shown. */
    private void showChanged() {
        lab.set(source.lab(messages));
        int event = source.editing().event();
        show(-1);
        if (event >= 0) {
            seek(at(event));
        }
    }

    private void show(int step) {
        List<StepView> walk = source.steps(grain.get(), messages);
        shown = -1;
        explanations.forgetRemedy();
        position.set(-1);
        moment.set(lab.get().id().isEmpty() ? MomentView.NONE : source.atRest(messages));
        steps.setAll(walk);
        explanations.forgetCauses();
        console.set(console(-1));
        document.refresh();
        if (step >= 0) {
            seek(step);
        }
    }
}
