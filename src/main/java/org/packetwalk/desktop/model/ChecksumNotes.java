package org.packetwalk.desktop.model;

import java.util.List;

import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.SpokenPart;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.Checksum;
import org.packetwalk.packet.FieldSpan;

/** Explains checksums: what each covers, and the sum that comes out. */
final class ChecksumNotes {
    private static final int ALL_ONES = 0xffff;

    private final Messages messages;
    private final ByteString wire;

    ChecksumNotes(Messages messages, ByteString wire) {
        this.messages = messages;
        this.wire = wire;
    }

    /** What is to be known of a field, {@link Wording#NONE} if it is no checksum. */
    Wording note(FieldSpan span, int offset, int length) {
        return switch (span.name()) {
            case "ipv4.checksum" -> {
                int sum = Checksum.sum(wire.slice(offset, offset + length));
                String key = sum == ALL_ONES ? "checksum.ipv4" : "checksum.wrong";
                yield words(messages.text(key, length, hex(sum)));
            }
            case "icmp.checksum" -> {
                int sum = Checksum.sum(wire.slice(offset, wire.size()));
                String key = sum == ALL_ONES ? "checksum.icmp" : "checksum.wrong";
                yield words(messages.text(key, wire.size() - offset, hex(sum)));
            }
            case "tcp.checksum", "udp.checksum" -> words(messages.text("checksum.transport", wire.size() - offset));
            default -> Wording.NONE;
        };
    }

    private static String hex(int sum) {
        return String.format("0x%04x", sum);
    }

    private static Wording words(String text) {
        return new Wording(List.of(new SpokenPart(text, SpokenPart.Style.PLAIN)));
    }
}
