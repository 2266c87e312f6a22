package org.packetwalk.desktop.layers;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

import org.packetwalk.desktop.model.Breakpoints;
import org.packetwalk.desktop.model.CanvasPicture;
import org.packetwalk.desktop.model.FocusView;
import org.packetwalk.desktop.model.InspectorTab;
import org.packetwalk.desktop.model.MomentView;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.TablesView;
import org.packetwalk.desktop.model.WhyQuestion;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.DiagramLayout;
import org.packetwalk.diagram.RouteDiagram;
import org.packetwalk.diagram.Size;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPicture;
import org.packetwalk.diagram.Subject;
import org.packetwalk.diagram.TopologyDiagram;

/** What the canvas shows: which picture, laid out for a size, and the packet in focus. */
public final class LayersModel {
    private final SessionModel session;
    private final Breakpoints breakpoints;
    private Supplier<Optional<Subject>> focused = Optional::empty;
    private final WindowModel window;
    private final ObservableValue<FocusView> focus;
    private IntConsumer focusMover = by -> {};
    private Look look = Look.NONE;
    private HostMover hostMover = (x, y) -> {};

    /** Where one looks at the picture. */
    public interface Look {
        /** Nobody looks. */
        Look NONE = new Look() {
            @Override
            public void zoom(double factor) {
                // there is no picture to enlarge
            }

            @Override
            public void fit() {
                // there is no picture to fit
            }
        };

        /** Enlarges or shrinks the picture. */
        void zoom(double factor);

        /** Shows the picture as a whole. */
        void fit();
    }

    /** Moves the selected host. */
    @FunctionalInterface
    interface HostMover {
        void move(double byX, double byY);
    }

    /** Who changes where one looks. */
    void onLook(Look looking) {
        look = looking;
    }

    /** Who moves hosts. */
    void onMoveHost(HostMover mover) {
        hostMover = mover;
    }

    /** Where one looks at the picture. */
    public Look look() {
        return look;
    }

    /** Moves the selected host, in logical pixels. */
    public void moveHost(double byX, double byY) {
        hostMover.move(byX, byY);
    }

    /** Who moves the focus over the picture. */
    void onMoveFocus(IntConsumer mover) {
        focusMover = mover;
    }

    /** Moves the focus to the next part of the picture along the path, or the one before. */
    public void moveFocus(int by) {
        focusMover.accept(by);
    }

    /** The canvas of a session. */
    public LayersModel(SessionModel session, WindowModel window) {
        this.session = session;
        this.window = window;
        breakpoints = window.breakpoints();
        focus = session.momentProperty().map(MomentView::focus);
    }

    /** Which picture is shown. */
    public ObjectProperty<CanvasPicture> pictureProperty() {
        return window.canvasProperty();
    }

    /** How the host in focus keeps its tables. */
    public ObservableValue<TablesView> tables() {
        return session.momentProperty().map(MomentView::tables);
    }

    /** Keeps the tables of the host in focus separate, by real commands. */
    public void separateTables() {
        TablesView shown = session.momentProperty().get().tables();
        if (shown.isPresent() && shown.setting() == TableSetting.SHARED) {
            session.separateTables(shown.host());
        }
    }

    /** The packet in focus. */
    public ObservableValue<FocusView> focus() {
        return focus;
    }

    /** The packet in focus in the inspector, where each of its values can be asked about. */
    public void showPacket() {
        window.tabProperty().set(InspectorTab.PACKET);
    }

    /** The step the picture is of. */
    public ReadOnlyObjectProperty<MomentView> momentProperty() {
        return session.momentProperty();
    }

    /** The picture, laid out. */
    public DiagramLayout layout(Size size, Density density) {
        MomentView moment = session.momentProperty().get();
        return switch (pictureProperty().get()) {
            case STACK -> StackDiagram.layout(marked(moment.stack()), size, density);
            case ROUTE -> RouteDiagram.layout(moment.lookup().picture(), size, density);
            case COMPARE -> StackDiagram.layout(moment.stack(), size, density);
            case TOPOLOGY -> TopologyDiagram.layout(moment.topology(), size);
        };
    }

    /** Somebody wants to know why a part of the picture is as it is; without an answer of its own the reason of the step is one. */
    public void explain(Subject subject) {
        session.explanations().forgetCauses();
        session.askWhy(subject);
        window.tabProperty().set(InspectorTab.WHY);
    }

    /** What can be asked about a host or a device of the topology. */
    List<WhyQuestion> questions(Subject subject) {
        return session.explanations().questions(subject);
    }

    /** Asks where a value comes from. */
    void ask(WhyQuestion question) {
        session.explanations().forgetCauses();
        session.askWhy(question);
        window.tabProperty().set(InspectorTab.WHY);
    }

    /** Sets a breakpoint at a thing of the picture, or takes it away; at what packets do not come to, none can be. */
    public void toggleBreakpoint(Subject subject) {
        Breakpoints.expression(subject).ifPresent(breakpoints::toggle);
    }

    /** Whether a thing of the picture is one that packets come to. */
    boolean comesTo(Subject subject) {
        return Breakpoints.expression(subject).isPresent();
    }

    /** Whether playing stops there. */
    boolean stopsAt(Subject subject) {
        return Breakpoints.expression(subject).filter(breakpoints::has).isPresent();
    }

    /** Runs on until a packet comes to a thing of the picture. */
    public void runTo(Subject subject) {
        window.runs().until(subject);
    }

    /** Runs on until a packet comes to the thing that has the focus. */
    public void runToFocused() {
        focused.get().ifPresent(this::runTo);
    }

    /** Sets a breakpoint at the thing that has the focus; whether there is one packets come to. */
    public boolean toggleFocusedBreakpoint() {
        Optional<String> expression = focused.get().flatMap(Breakpoints::expression);
        expression.ifPresent(breakpoints::toggle);
        return expression.isPresent();
    }

    /** Who tells which thing of the picture has the focus. */
    public void onFocused(Supplier<Optional<Subject>> asked) {
        focused = asked;
    }

    /** The places at which playing stops. */
    public Breakpoints breakpoints() {
        return breakpoints;
    }

    /** The picture with a dot at each station at which playing stops. */
    private StackPicture marked(StackPicture picture) {
        return breakpoints.all().isEmpty() ? picture : picture.stoppingAt(breakpoints::at);
    }

    /** Whether no command was traced yet; one of which nothing is shown until a prediction is answered was traced. */
    public ObservableBooleanValue empty() {
        return Bindings.isEmpty(session.steps()).and(session.heldBackProperty().not());
    }
}
