package org.packetwalk.desktop.model;

import java.util.List;
import java.util.Optional;

import org.packetwalk.net.ByteString;
import org.packetwalk.trace.Stage;

/**
 * The packet at a step: its headers, outermost first, and its bytes.
 *
 * @param headline what happened to it, one sentence
 * @param headers the headers and the data, outermost first, without gap from the first byte to the last
 * @param bytes the packet on the wire
 * @param remark a sentence about the bytes, {@link Wording#NONE} if none
 */
public record PacketView(Wording headline, List<HeaderView> headers, ByteString bytes, Wording remark) {
    /** No packet exists at this step. */
    public static final PacketView NONE = new PacketView(Wording.NONE, List.of(), ByteString.EMPTY, Wording.NONE);

    /** Keeps an immutable list. */
    public PacketView {
        headers = List.copyOf(headers);
    }

    /** Whether there is a packet. */
    public boolean isPresent() {
        return !bytes.isEmpty();
    }

    /** The smallest field that touches a byte, if one does. */
    public Optional<FieldView> fieldAt(int index) {
        return headers.stream()
                .flatMap(header -> header.fields().stream())
                .filter(field -> field.touches(index))
                .min((a, b) -> Integer.compare(a.length(), b.length()));
    }

    /** The layer whose colour a byte has. */
    public Stage.Layer layerAt(int index) {
        return headers.stream()
                .filter(header -> header.holds(index))
                .map(HeaderView::layer)
                .findFirst()
                .orElse(Stage.Layer.APPLICATION);
    }
}
