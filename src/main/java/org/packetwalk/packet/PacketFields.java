package org.packetwalk.packet;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.net.ByteString;

/**
 * The fields of a packet in wire order, as an inspector shows them beside the bytes.
 *
 * <p>The spans follow each other without gap or overlap from the first bit to the last. Values are those of the
 * headers; checksums and constants are read from {@code wire}, the encoded packet.
 */
public record PacketFields(ByteString wire, List<FieldSpan> spans) {

    /** Keeps an immutable list. */
    public PacketFields {
        spans = List.copyOf(spans);
    }

    /** The fields of a packet as it is on the wire. */
    public static PacketFields of(Packet packet) {
        ByteString wire = PacketCodec.encode(packet);
        var spans = new ArrayList<FieldSpan>();
        int offset = 0;
        for (int layer = 0; layer < packet.headers().size(); layer++) {
            Header header = packet.headers().get(layer);
            header.accept(new FieldLister(wire, layer, offset, spans));
            offset += header.length();
        }
        if (!packet.payload().isEmpty()) {
            new FieldLister(wire, packet.headers().size(), offset, spans)
                    .bytes("payload", packet.payload().size());
        }
        return new PacketFields(wire, spans);
    }

    /** The fields that touch a byte: none outside the packet, several where a byte holds more than one. */
    public List<FieldSpan> at(int byteIndex) {
        return spans.stream().filter(span -> span.touches(byteIndex)).toList();
    }
}
