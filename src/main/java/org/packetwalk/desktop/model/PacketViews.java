package org.packetwalk.desktop.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.PacketWords;
import org.packetwalk.narrate.Speaker;
import org.packetwalk.packet.FieldSpan;
import org.packetwalk.packet.Header;
import org.packetwalk.packet.Ipv4Header;
import org.packetwalk.packet.Packet;
import org.packetwalk.packet.PacketFields;
import org.packetwalk.trace.Stage;

/** Shows packets: their headers with the fields and bytes, and what the head of the canvas says of them. */
final class PacketViews {
    private final Messages messages;

    PacketViews(Messages messages) {
        this.messages = messages;
    }

    /**
     * A packet as the inspector shows it, {@link PacketView#NONE} if there is none yet.
     *
     * @param before the packet at its stop before, {@link SkBuff#NONE} if this is its first
     */
    PacketView packet(SkBuff skb, SkBuff before, Wording headline) {
        Packet packet = skb.packet();
        PacketFields fields = PacketFields.of(packet);
        if (fields.wire().isEmpty()) {
            return PacketView.NONE;
        }
        var earlier = new PacketBefore(before);
        var sums = new ChecksumNotes(messages, fields.wire());
        List<HeaderView> headers = new ArrayList<>();
        int offset = 0;
        for (int layer = 0; layer < packet.headers().size(); layer++) {
            Header header = packet.headers().get(layer);
            HeaderName name = header.accept(new HeaderName.Of());
            String title = messages.text("header." + name.key(), header.length());
            List<FieldView> shown = new ArrayList<>();
            for (FieldSpan span : fields.spans()) {
                if (span.layer() == layer) {
                    shown.add(new FieldView(
                            name(span.name()),
                            span.value(),
                            span.byteOffset(),
                            span.byteLength(),
                            earlier.changed(packet, span),
                            sums.note(span, offset, header.length()),
                            span.name()));
                }
            }
            headers.add(new HeaderView(
                    name.layer(), name.letters(), title, offset, header.length(), shown, earlier.isNew(packet, layer)));
            offset += header.length();
        }
        int rest = fields.wire().size() - offset;
        if (rest > 0) {
            headers.add(new HeaderView(
                    Stage.Layer.APPLICATION,
                    messages.text("header.data"),
                    messages.text("inspector.packet.bytes", rest),
                    offset,
                    rest,
                    List.of()));
        }
        headers.add(new HeaderView(
                Stage.Layer.DEVICE,
                "skb",
                messages.text("inspector.packet.skb"),
                fields.wire().size(),
                0,
                SkBuffFields.of(skb, before)));
        return new PacketView(headline, headers, fields.wire(), Wording.NONE);
    }

    /** A packet as the head of the canvas names it. */
    FocusView focus(SkBuff skb, int number) {
        Packet packet = skb.packet();
        if (number == 0 || packet.headers().isEmpty()) {
            return FocusView.NONE;
        }
        Optional<Ipv4Header> ip = packet.headers().stream()
                .filter(Ipv4Header.class::isInstance)
                .map(Ipv4Header.class::cast)
                .findFirst();
        return new FocusView(
                messages.text("canvas.packet", number),
                new Speaker(messages).text(PacketWords.kind(packet)),
                PacketWords.way(packet).replace(">", "→"),
                ip.map(header -> messages.text("canvas.ttl", header.ttl())).orElse(""));
    }

    private String name(String field) {
        return messages.text("field." + field.substring(field.indexOf('.') + 1));
    }
}
