package org.packetwalk.desktop.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/** Moves the focus from region to region, in the order of the window, and to what has a key of its own. */
public final class FocusRegions {
    private static final List<String> ORDER = List.of(
            "#command-bar", "#lesson", "#canvas-head", "#predict", "#canvas", "#inspector", "#time-bar", "#log");
    private static final List<String> START = List.of("#start");
    private static final List<String> PRESENTATION = List.of("#presentation");

    private final Scene scene;

    /** The regions of a scene. */
    public FocusRegions(Scene scene) {
        this.scene = scene;
    }

    /** To the next region. */
    public void next() {
        move(1);
    }

    /** To the previous region. */
    public void previous() {
        move(-1);
    }

    /** To the command. */
    public void toCommand() {
        focus("#command");
        focus("#start-command");
    }

    /** To the scrubber: from there Space plays and the arrows step, whatever was pressed before. */
    public void toScrubber() {
        Node log = scene.lookup("#log");
        // who types in the console goes on typing there
        if (log == null || !holdsFocus(log)) {
            focus("#scrubber");
        }
    }

    /** To the prompt of the console. */
    public void toConsole() {
        focus("#console-command");
    }

    /** To the buttons of the presentation, or to the prediction that is open in it. */
    public void toPresentation() {
        focus("#present-play");
        Node card = scene.lookup("#presentation .predict");
        if (card != null && shown(card)) {
            first(card).ifPresent(Node::requestFocus);
        }
    }

    /** How high the log is now. */
    public double heightOfLog() {
        return scene.lookup("#log") instanceof Region log ? log.getHeight() : 0;
    }

    /** To the filter of the log. */
    public void toFilter() {
        focus("#filter");
    }

    private void focus(String id) {
        Node node = scene.lookup(id);
        if (node != null && shown(node)) {
            node.requestFocus();
        }
    }

    private void move(int by) {
        List<Node> regions = regions();
        if (regions.isEmpty()) {
            return;
        }
        int at = -1;
        for (int i = 0; i < regions.size(); i++) {
            if (holdsFocus(regions.get(i))) {
                at = i;
            }
        }
        int from = at < 0 && by < 0 ? 0 : at;
        for (int i = 1; i <= regions.size(); i++) {
            Node region = regions.get(Math.floorMod(from + i * by, regions.size()));
            Optional<Node> target = first(region);
            if (target.isPresent()) {
                target.get().requestFocus();
                return;
            }
        }
    }

    private List<Node> regions() {
        List<Node> regions = new ArrayList<>();
        for (List<String> ids : List.of(ORDER, PRESENTATION, START)) {
            for (String id : ids) {
                Node node = scene.lookup(id);
                if (node != null && shown(node)) {
                    regions.add(node);
                }
            }
        }
        return regions;
    }

    private boolean holdsFocus(Node region) {
        for (Node node = scene.getFocusOwner(); node != null; node = node.getParent()) {
            if (node == region) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .map(FocusRegions::first)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        return Optional.empty();
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
