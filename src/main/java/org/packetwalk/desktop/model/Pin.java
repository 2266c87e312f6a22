package org.packetwalk.desktop.model;

import java.util.List;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A step that somebody has kept, with what they have written about it. */
public final class Pin {
    private final Place place;
    private final String sentence;
    private final String packet;
    private final List<Field> fields;
    private boolean kept = true;
    private final StringProperty note = new SimpleStringProperty("");

    /**
     * Where a step is.
     *
     * @param command the host and the command of its walk
     * @param events how many events the walk has
     * @param event the place of its last event in the walk
     * @param step its number as it was shown
     * @param time its virtual time
     * @param host where it happens
     */
    public record Place(String command, int events, int event, int step, String time, String host) {
        /** Whether it is a step of the same walk. */
        public boolean sameWalk(Place other) {
            return command.equals(other.command) && events == other.events;
        }
    }

    /** A field of the packet: its header and name, and its value. */
    public record Field(String name, String value) {}

    /**
     * A kept step.
     *
     * @param sentence what happened
     * @param packet the packet in a few words, empty if there was none
     * @param fields its fields
     */
    public Pin(Place place, String sentence, String packet, List<Field> fields) {
        this.place = place;
        this.sentence = sentence;
        this.packet = packet;
        this.fields = List.copyOf(fields);
    }

    /** Where it is. */
    public Place place() {
        return place;
    }

    /** What happened. */
    public String sentence() {
        return sentence;
    }

    /** The packet in a few words, empty if there was none. */
    public String packet() {
        return packet;
    }

    /** The fields of the packet. */
    public List<Field> fields() {
        return fields;
    }

    /** The same step as a passing note: it stands there until it is kept, or newer ones take its place. */
    public Pin passing() {
        Pin passing = new Pin(place, sentence, packet, fields);
        passing.kept = false;
        return passing;
    }

    /** Whether somebody wants it kept; otherwise it is a passing note. */
    public boolean isKept() {
        return kept;
    }

    /** Makes a passing note one that is kept. */
    public void keep() {
        kept = true;
    }

    /** What was written about it. */
    public StringProperty noteProperty() {
        return note;
    }

    /** The fields that have another value than in an earlier pin: {@code IP TTL: 64 → 63}. */
    public List<String> since(Pin earlier) {
        return fields.stream()
                .flatMap(field -> earlier.fields.stream()
                        .filter(before -> before.name().equals(field.name()) && !before.equals(field))
                        .map(before -> field.name() + ": " + before.value() + " → " + field.value()))
                .toList();
    }
}
