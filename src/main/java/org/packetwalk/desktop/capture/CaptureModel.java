package org.packetwalk.desktop.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import org.packetwalk.capture.CaptureFile;
import org.packetwalk.capture.CaptureFormatException;
import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.desktop.model.CaptureLine;
import org.packetwalk.desktop.model.LabNames;
import org.packetwalk.desktop.model.Notice;
import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.StepView;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.importing.CaptureOverlay;
import org.packetwalk.importing.CaptureOverlay.Where;

/** The capture: on which devices, and what they have seen by the current step. */
public final class CaptureModel {
    private static final CaptureOverlay NONE_BESIDE = new CaptureOverlay("", List.of());

    private final SessionModel session;
    private final ObservableList<CaptureRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<Choice>> choices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final Set<String> chosen = new TreeSet<>();
    private final WindowModel window;
    private final ReadOnlyBooleanWrapper beside = new ReadOnlyBooleanWrapper();
    private String besideName = "";
    private List<CapturedFrame> real = List.of();

    /**
     * A device one can capture on.
     *
     * @param frames how many frames it has seen by the current step
     * @param chosen whether its frames are shown alone, with those of the other devices that are chosen
     */
    public record Choice(String host, String device, int frames, boolean chosen) {

        /** Its name for messages: host and device. */
        public String name() {
            return host.isEmpty() ? device : host + " " + device;
        }
    }

    /** The capture of a session. */
    public CaptureModel(SessionModel session, WindowModel window) {
        this.session = session;
        this.window = window;
        session.steps().addListener((ListChangeListener<StepView>) change -> show());
        session.positionProperty().subscribe(position -> show());
        session.labProperty().subscribe(lab -> show());
    }

    /** The rows of the chosen devices, or of all if none is chosen. */
    ObservableList<CaptureRow> rows() {
        return rows;
    }

    /** The devices. */
    public ReadOnlyObjectProperty<List<Choice>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** What is to be said of devices that have seen nothing, empty if all have seen something. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** Chooses a device, or gives it up. */
    public void toggle(Choice device) {
        if (!chosen.remove(device.name())) {
            chosen.add(device.name());
        }
        show();
    }

    /** Whether a real capture lies beside. */
    public ReadOnlyBooleanProperty besideProperty() {
        return beside.getReadOnlyProperty();
    }

    /** Lays a real capture beside; what is none leaves everything as it is. */
    public void layBeside(Path file) {
        window.work()
                .<Runnable>run(
                        String.valueOf(file.getFileName()),
                        () -> watch -> {
                            Runnable then = read(file);
                            return () -> then;
                        },
                        Runnable::run);
    }

    private Runnable read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(CaptureFile.MAXIMUM_SIZE + 1);
            if (bytes.length > CaptureFile.MAXIMUM_SIZE) {
                return () -> say("capture-file.too-large", file.toString(), CaptureFile.MAXIMUM_SIZE >> 20);
            }
            List<CapturedFrame> frames = CaptureFile.read(bytes);
            return () -> {
                real = frames;
                besideName = String.valueOf(file.getFileName());
                beside.set(true);
                show();
            };
        } catch (CaptureFormatException fault) {
            return () -> say(fault.key(), fault.offset(), fault.detail());
        } catch (IOException fault) {
            return () -> say("notice.not-opened", file.toString(), String.valueOf(fault.getMessage()));
        }
    }

    private void say(String key, Object... arguments) {
        window.say(Notice.of(session.messages().text(key, arguments)));
    }

    /** Takes the real capture away again. */
    public void takeAway() {
        real = List.of();
        beside.set(false);
        show();
    }

    /** Goes to the step in which a frame was captured; a frame of the real capture alone is in none. */
    void choose(CaptureRow row) {
        if (row.frame().event() < 0) {
            return;
        }
        List<StepView> steps = session.steps();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).last() >= row.frame().event()) {
                session.seek(i);
                return;
            }
        }
    }

    private void show() {
        int position = session.position();
        boolean atStep = position >= 0 && position < session.steps().size();
        int first = atStep ? session.steps().get(position).first() : -1;
        int last = atStep ? session.steps().get(position).last() : -1;
        List<CaptureLine> frames = session.captured();
        List<Choice> devices = new ArrayList<>();
        for (LabNames.HostNames host : session.names().hosts()) {
            for (String device : host.devices()) {
                int seen = (int) frames.stream()
                        .filter(frame -> frame.host().equals(host.name())
                                && frame.device().equals(device)
                                && frame.event() <= last)
                        .count();
                Choice choice = new Choice(host.name(), device, seen, false);
                devices.add(new Choice(host.name(), device, seen, chosen.contains(choice.name())));
            }
        }
        choices.set(List.copyOf(devices));
        // what a real capture has and the walk has not yet would answer an open prediction
        boolean laid = beside.get() && !session.heldBackProperty().get();
        CaptureOverlay overlay = laid ? session.overlay(real) : NONE_BESIDE;
        List<CaptureRow> shown = laid
                ? besides(overlay, frames, first, last)
                : frames.stream()
                        .filter(frame -> isShown(devices, frame))
                        .map(frame -> new CaptureRow(frame, when(frame, first, last), ""))
                        .toList();
        if (!rows.equals(shown)) {
            rows.setAll(shown);
        }
        remark.set(laid ? summary(overlay) : remark(devices));
    }

    private String summary(CaptureOverlay overlay) {
        return session.messages()
                .text(
                        "capture.beside.summary",
                        besideName,
                        overlay.device(),
                        overlay.count(Where.BOTH),
                        overlay.count(Where.WALK),
                        overlay.count(Where.CAPTURE));
    }

    /** The frames of walk and capture in one list, each with where it is. */
    private List<CaptureRow> besides(CaptureOverlay overlay, List<CaptureLine> frames, int first, int last) {
        List<CaptureRow> besides = new ArrayList<>();
        for (CaptureOverlay.Row row : overlay.rows()) {
            CaptureLine line = frames.stream()
                    .filter(frame -> frame.event() == row.event())
                    .findFirst()
                    .orElseGet(() ->
                            new CaptureLine("", session.messages().text("capture.beside.only"), "", row.text(), -1));
            besides.add(new CaptureRow(
                    line, row.event() < 0 ? CaptureRow.When.PAST : when(line, first, last), mark(row.where())));
        }
        return besides;
    }

    private static String mark(Where where) {
        return switch (where) {
            case BOTH -> "=";
            case WALK -> "<";
            case CAPTURE -> ">";
        };
    }

    private static boolean isShown(List<Choice> devices, CaptureLine frame) {
        boolean all = devices.stream().noneMatch(Choice::chosen);
        return all
                || devices.stream()
                        .anyMatch(device -> device.chosen()
                                && device.host().equals(frame.host())
                                && device.device().equals(frame.device()));
    }

    private static CaptureRow.When when(CaptureLine frame, int first, int last) {
        if (frame.event() > last) {
            return CaptureRow.When.FUTURE;
        }
        return frame.event() >= first ? CaptureRow.When.CURRENT : CaptureRow.When.PAST;
    }

    private String remark(List<Choice> devices) {
        boolean all = devices.stream().noneMatch(Choice::chosen);
        List<String> silent = devices.stream()
                .filter(device -> (all || device.chosen()) && device.frames() == 0)
                .map(Choice::name)
                .toList();
        return silent.isEmpty() ? "" : session.messages().text("capture.nothing", String.join(", ", silent));
    }
}
