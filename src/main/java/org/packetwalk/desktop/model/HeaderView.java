package org.packetwalk.desktop.model;

import java.util.List;

import org.packetwalk.trace.Stage;

/**
 * One header of a packet, or its data.
 *
 * @param layer whose colour it has
 * @param label the letters in its block: Eth, IP, ICMP, data
 * @param title its name and length
 * @param offset its first byte in the packet
 * @param length how many bytes it has
 * @param fields its fields in wire order, empty for data
 * @param added whether it was not there at the packet's stop before
 */
public record HeaderView(
        Stage.Layer layer, String label, String title, int offset, int length, List<FieldView> fields, boolean added) {

    /** A header that was there before. */
    public HeaderView(Stage.Layer layer, String label, String title, int offset, int length, List<FieldView> fields) {
        this(layer, label, title, offset, length, fields, false);
    }

    /** Keeps an immutable list. */
    public HeaderView {
        fields = List.copyOf(fields);
    }

    /** Whether a byte of the packet belongs to it. */
    public boolean holds(int index) {
        return index >= offset && index < offset + length;
    }
}
