package org.packetwalk.desktop.exporting;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.ExportedWalk;
import org.packetwalk.export.contract.LabMark;
import org.packetwalk.export.contract.SnapshotCaption;
import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Steps;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.sim.SnapshotSink;
import org.packetwalk.sim.World;
import org.packetwalk.trace.TraceEvent;

/**
 * The walk as it stood when it was to be exported. It holds nothing that changes, so that files are made of it beside the window.
 *
 * @param number of the step in view, counted from 1
 * @param drawn what the canvas shows
 * @param pictures the stack view of each step, counted from 0
 */
record WalkNow(
        SavedTrace saved,
        Grain grain,
        int number,
        List<StepView> steps,
        Drawing drawn,
        IntFunction<StackPicture> pictures,
        SnapshotCaption.Tables tables,
        String lab,
        Theme theme,
        Messages messages) {

    /** The walk of a session; {@code canvas} is what it shows. */
    static WalkNow of(SessionModel session, SavedTrace saved, Drawing canvas, Theme theme) {
        return new WalkNow(
                saved,
                session.grainProperty().get(),
                Math.max(0, session.position()) + 1,
                List.copyOf(session.steps()),
                canvas,
                session.stackPictures(),
                tables(session.momentProperty().get().stack()),
                LabMark.behind(
                        session.labProperty().get().title(),
                        session.labProperty().get().mark()),
                theme,
                session.messages());
    }

    private static SnapshotCaption.Tables tables(StackPicture picture) {
        if (picture.hosts().isEmpty()) {
            return SnapshotCaption.Tables.UNKNOWN;
        }
        boolean shared = picture.hosts().stream()
                .flatMap(host -> host.tables().stream())
                .anyMatch(StackPicture.TableView::shared);
        return shared ? SnapshotCaption.Tables.SHARED : SnapshotCaption.Tables.SEPARATE;
    }

    /** All of it, told to a watcher event by event. */
    ExportRequest request(SnapshotSink watch) {
        return request(watch, step -> {
            saved.trace().events().subList(step.first(), step.last() + 1).forEach(event -> tell(watch, event));
            return picture(step.number());
        });
    }

    /** The same with no other picture than that of the step in view. */
    ExportRequest preview() {
        return request(SnapshotSink.NONE, step -> drawn);
    }

    private ExportRequest request(SnapshotSink watch, Function<Step, Drawing> picture) {
        List<Step> cut = Steps.of(saved.trace().events(), grain);
        return new ExportRequest(
                saved.savedBy(),
                saved.labText(),
                saved.trace(),
                new ExportedWalk(cut, number - 1, picture, step -> caption(step.number())),
                theme,
                messages,
                event -> tell(watch, event));
    }

    private static void tell(SnapshotSink watch, TraceEvent event) {
        watch.accept(new Snapshot(World.EMPTY, event));
    }

    /** The step in view looks as on the canvas, the others as in the stack view. */
    private Drawing picture(int step) {
        return step == number
                ? drawn
                : StackDiagram.layout(pictures.apply(step - 1), ExportRequest.PICTURE, Density.REGULAR)
                        .drawing();
    }

    private Caption caption(int step) {
        return SnapshotCaption.of(
                saved.trace().command(), step, steps.size(), steps.get(step - 1).sentence(), lab, tables, messages);
    }
}
