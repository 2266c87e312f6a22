package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.diagram.RoutePicture;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.Subject;
import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.filter.StepFilter;
import org.packetwalk.importing.CaptureOverlay;
import org.packetwalk.lesson.Performance;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;

/** What the window asks the program for: the labs, the walk of a command, and what there is to say about one step. */
public interface WalkSource {

    /** The labs of the start screen. */
    List<LabCard> labs(Messages messages);

    /** Commands worth a try, for the start screen. */
    List<String> suggestions();

    /** Traces made before, the newest first. */
    List<RecentView> recent(Messages messages);

    /** Opens a lab; the walk of the lab before is left. */
    Pending<Boolean> open(String lab, TableSetting tables);

    /**
     * Opens a lab of one's own; a text that is no lab leaves everything as it is and is refused.
     *
     * @param file where it lies, empty for a new one
     */
    Pending<Refusal> openText(String file, String text, Messages messages);

    /** The open lab, {@link LabView#NONE} if none is. */
    LabView lab(Messages messages);

    /**
     * Runs a command on a host, or as one of the lab as a whole where the host is empty. If it makes events, they are the walk;
     * if it changes the configuration only, the walk before is left.
     */
    Pending<Ran> run(String host, String command, Messages messages);

    /** Leaves of the walk in view only what is before the first event that a filter means, until all is shown again. */
    default void holdBack(StepFilter from) {}

    /** Shows all of the walk in view again. */
    default void showAll() {}

    /** Draws the stack view of each step of the walk as it is now; the index counts from 0. */
    default IntFunction<StackPicture> stackPictures(Grain grain) {
        return index -> MomentView.NONE.stack();
    }

    /** The commands of the session, with what they had printed by a step of the walk, -1 for none. */
    default List<ConsoleEntry> console(Grain grain, int index) {
        return List.of();
    }

    /** The frames that devices have sent and received in the walk, in order. */
    default List<CaptureLine> captured() {
        return List.of();
    }

    /** A real capture beside what the devices have sent and received in the walk. */
    default CaptureOverlay overlay(List<CapturedFrame> capture) {
        return CaptureOverlay.of(List.of(), capture, "");
    }

    /** The command that was run last, as lessons look at it, if one was run. */
    default Optional<Performance> performed() {
        return Optional.empty();
    }

    /** The names that can be typed. */
    default LabNames names() {
        return LabNames.NONE;
    }

    /** The lab as a document, with its branches. */
    Editing editing();

    /** The walk as it is saved, if there is one. */
    Optional<SavedTrace> saved();

    /** Opens a saved walk with its lab; what is refused leaves everything as it is. */
    Pending<Reopening> reopen(SavedTrace saved);

    /** The steps of the walk at a grain, empty before the first command. */
    List<StepView> steps(Grain grain, Messages messages);

    /** The open lab before its first command: its hosts with all paths at rest. */
    MomentView atRest(Messages messages);

    /**
     * What a host holds after a step of the walk, with what has changed since the step before.
     *
     * @param host the host, empty for the one of the step
     * @param index the step at the grain, -1 for the lab as it is now
     */
    StateView state(String host, Grain grain, int index);

    /** What to change so that what fails in a step does not; it is tried in a branch that is dropped again. */
    Pending<ChangeView> remedy(Grain grain, int index, Messages messages);

    /** Where a value that is shown at a step comes from. */
    Pending<CausesView> causes(WhyQuestion question, Grain grain, int index, Messages messages);

    /** What somebody asks who presses a part of the stack view at a step; nothing where there is nothing to ask. */
    default Optional<WhyQuestion> question(Subject subject, Grain grain, int index, Messages messages) {
        return Optional.empty();
    }

    /** What can be asked about a host or a device of the topology at a step. */
    default List<WhyQuestion> questions(Subject subject, Grain grain, int index) {
        return List.of();
    }

    /** What somebody asks who presses a rule or a route of a lookup at a step; nothing where there is nothing to ask. */
    default Optional<WhyQuestion> question(
            Subject subject, RoutePicture asked, Grain grain, int index, Messages messages) {
        return Optional.empty();
    }

    /** What somebody asks who presses a line of configuration in the reason of a step; nothing if its host does not hold it. */
    default Optional<WhyQuestion> question(String line, Grain grain, int index) {
        return Optional.empty();
    }

    /** Puts another walk beside the one in view; neither is changed. */
    Pending<ComparisonView> compare(OtherTrace other, Grain grain, Messages messages);

    /** The picture of the other walk at one of its steps; nothing is in it if there is no such step. */
    StackPicture otherPicture(Grain grain, int index);

    /** The places of the events with which the routing tables are asked, in order. */
    List<Integer> lookups();

    /**
     * Asks a host's routing tables as they are at a step of the walk; nothing is sent and nothing kept.
     *
     * @param index the step at the grain, -1 for the lab as it is now
     * @param line {@code ip route get …}
     */
    WhatIf ask(String host, String line, Grain grain, int index, Messages messages);

    /** Keeps a host's tables local and main separate from now on, by real commands, and runs the last command again. */
    Pending<Boolean> separateTables(String host);

    /** What there is to say about a step of the walk at a grain. */
    MomentView moment(Grain grain, int index, Messages messages);
}
