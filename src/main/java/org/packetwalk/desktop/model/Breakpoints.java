package org.packetwalk.desktop.model;

import java.util.Map;
import java.util.Optional;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.packetwalk.diagram.StackPicture.StationView;
import org.packetwalk.diagram.Subject;
import org.packetwalk.filter.FilterFault;
import org.packetwalk.filter.StepFilter;

/** The places at which playing stops, each as a filter of steps: {@code host == web && station == input}, {@code dropped}. */
public final class Breakpoints {
    /** Stations that filters call as the kernel's stages are called. */
    private static final Map<String, String> STAGES = Map.of(
            "app-send", "application-send",
            "l4-send", "transport-send",
            "route-out", "route-output",
            "neighbour", "neighbor",
            "route-in", "route-input",
            "l4-receive", "transport-receive",
            "app-receive", "application-receive");

    private final ObservableList<StepFilter> all = FXCollections.observableArrayList();
    private final ObservableList<StepFilter> view = FXCollections.unmodifiableObservableList(all);

    /** The same for content that is replaced one day. */
    Breakpoints followedBy(Followers followers) {
        Breakpoints content = new Breakpoints();
        followers.same(content.all, all);
        return content;
    }

    /** All of them, in the order in which they were set. */
    public ObservableList<StepFilter> all() {
        return view;
    }

    /** Sets one as an expression; what is not understood is not set, and the answer says why. */
    public FilterFault add(String expression) {
        StepFilter filter = StepFilter.read(expression.strip());
        if (filter.understood() && !filter.text().isEmpty() && !has(filter.text())) {
            all.add(filter);
        }
        return filter.fault();
    }

    /** Sets one, or takes it away if it is set. */
    public void toggle(String expression) {
        if (!all.removeIf(filter -> filter.text().equals(expression))) {
            add(expression);
        }
    }

    /** Takes one away. */
    public void remove(StepFilter filter) {
        all.remove(filter);
    }

    /** Takes all away. */
    public void clear() {
        all.clear();
    }

    /** Whether playing stops at a step. */
    public boolean stopsAt(StepView step) {
        return all.stream().anyMatch(filter -> filter.accepts(step.facts()));
    }

    /** Whether one stands at a station of a host. */
    public boolean at(String host, StationView station) {
        return expression(Subject.station(host, station.station()))
                .filter(this::has)
                .isPresent();
    }

    /** The breakpoint a step stands for: its station, on its host. */
    public static String expression(StepView step) {
        return "host == " + step.host() + " && station == "
                + step.facts().stations().get(0);
    }

    /** The breakpoint a thing of the picture stands for; of what packets do not come to, none. */
    public static Optional<String> expression(Subject subject) {
        String[] parts = subject.id().substring(subject.kind().length() + 1).split("/");
        String host = "host == " + parts[0];
        String name = parts.length < 2 ? "" : STAGES.getOrDefault(parts[1], parts[1]);
        String expression = switch (subject.kind()) {
            case "station", "device", "table" -> host + " && " + subject.kind() + " == " + name;
            case "row" -> host + " && table == " + name;
            case "host", "strip" -> host;
            default -> "";
        };
        return Optional.of(expression)
                .filter(text -> !text.isEmpty() && StepFilter.read(text).understood());
    }

    /** Whether one is set as this expression. */
    public boolean has(String expression) {
        return all.stream().anyMatch(filter -> filter.text().equals(expression));
    }
}
