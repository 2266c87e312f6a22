package org.packetwalk.export.pcapng;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.packetwalk.capture.Direction;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.Exporter;
import org.packetwalk.narrate.Narrator;
import org.packetwalk.narrate.Sentence;
import org.packetwalk.narrate.Speaker;
import org.packetwalk.trace.Tap;

/**
 * Writes what captures on all devices hold: a packet when it is given to the driver and when the stack takes it up, with
 * nanoseconds of virtual time. A packet over {@code lo} is there once, as in a real capture.
 */
public final class PcapngExporter implements Exporter {
    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int LINKTYPE_ETHERNET = 1;
    private static final int OPT_COMMENT = 1;
    private static final int SHB_USERAPPL = 4;
    private static final int IF_NAME = 2;
    private static final int IF_TSRESOL = 9;
    private static final int EPB_FLAGS = 2;
    private static final byte INBOUND = 1;
    private static final byte OUTBOUND = 2;
    private static final int BUFFER = 1 << 16;

    /** Long walks say the same few sentences again and again. */
    private static final int MOST_SPOKEN = 10_000;

    /** Times count nanoseconds: 10 to the power of minus this. */
    private static final byte NANOSECONDS = 9;

    /** One device of one host. */
    private record Interface(String host, String device) {
        static Interface of(Tap tap) {
            return new Interface(tap.host(), tap.device());
        }
    }

    @Override
    public void write(ExportRequest request, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        List<Tap> taps = request.trace().events().stream()
                .map(Tap::of)
                .flatMap(Optional::stream)
                .toList();
        Map<Interface, Integer> numbers = new LinkedHashMap<>();
        taps.forEach(tap -> numbers.putIfAbsent(Interface.of(tap), numbers.size()));
        section(request).writeTo(buffered);
        for (Interface one : numbers.keySet()) {
            description(one).writeTo(buffered);
        }
        var narrator = new Narrator();
        var speaker = new Speaker(request.messages());
        Map<Sentence, String> spoken = new LinkedHashMap<>();
        for (Tap tap : taps) {
            if (spoken.size() > MOST_SPOKEN) {
                spoken.clear();
            }
            String comment = spoken.computeIfAbsent(narrator.tell(tap.event()).headline(), speaker::text);
            packet(tap, numbers.get(Interface.of(tap)), comment).writeTo(buffered);
            request.watch().accept(tap.event());
        }
        buffered.flush();
    }

    private static Block section(ExportRequest request) {
        // the length of a section may be left open: -1
        return new Block(SECTION_HEADER)
                .number32(BYTE_ORDER_MAGIC)
                .number16(1)
                .number16(0)
                .number32(-1)
                .number32(-1)
                .option(
                        OPT_COMMENT,
                        request.trace().lab() + "\n$ " + request.trace().command())
                .option(SHB_USERAPPL, "Packetwalk " + request.savedBy());
    }

    private static Block description(Interface one) {
        return new Block(INTERFACE_DESCRIPTION)
                .number16(LINKTYPE_ETHERNET)
                .number16(0)
                .number32(0)
                .option(IF_NAME, one.host() + "/" + one.device())
                .option(IF_TSRESOL, new byte[] {NANOSECONDS});
    }

    private static Block packet(Tap tap, int number, String comment) {
        byte[] bytes = tap.frame().wire().toByteArray();
        long at = tap.event().head().at().nanos();
        return new Block(ENHANCED_PACKET)
                .number32(number)
                .number32((int) (at >>> 32))
                .number32((int) at)
                .number32(bytes.length)
                .number32(bytes.length)
                .padded(bytes)
                .option(EPB_FLAGS, new byte[] {tap.direction() == Direction.OUT ? OUTBOUND : INBOUND, 0, 0, 0})
                .option(OPT_COMMENT, comment);
    }
}
