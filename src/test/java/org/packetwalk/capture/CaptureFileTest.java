package org.packetwalk.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The captures were written by tcpdump 4.99 and Wireshark on a real kernel. */
class CaptureFileTest {

    private static final Path FOLDER = Path.of("src/test/resources/captures");

    @Test
    void readsPcapOfADevice() throws Exception {
        List<CapturedFrame> frames = CaptureFile.read(bytes("nc.pcap"));

        assertThat(frames).hasSize(8);
        assertThat(texts(frames))
                .startsWith(
                        "ARP, Request who-has 10.0.0.1 tell 10.0.0.2, length 28",
                        "ARP, Reply 10.0.0.1 is-at 02:00:00:00:00:0a, length 28")
                .element(2)
                .asString()
                .startsWith("IP 10.0.0.2.60432 > 10.0.0.1.8080: Flags [S], ");
    }

    @Test
    void aCookedCaptureWithNanosecondsHoldsTheSameFrames() throws Exception {
        assertThat(texts(CaptureFile.read(bytes("any.pcap")))).isEqualTo(texts(CaptureFile.read(bytes("nc.pcap"))));
    }

    @Test
    void readsPcapngWithItsTimes() throws Exception {
        List<CapturedFrame> frames = CaptureFile.read(bytes("ping.pcapng"));

        assertThat(texts(frames)).hasSize(6).element(3).asString().endsWith("ICMP echo reply, id 29, seq 2, length 64");
        long between = frames.get(2).at().since(frames.get(0).at());
        assertThat(between).isBetween(200_000_000L, 210_000_000L);
    }

    @Test
    void theOtherByteOrderIsTheSameCapture() throws Exception {
        byte[] file = bytes("nc.pcap");
        ByteBuffer here = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer swapped = ByteBuffer.allocate(file.length).order(ByteOrder.BIG_ENDIAN);
        swapped.putInt(here.getInt()).putShort(here.getShort()).putShort(here.getShort());
        for (int i = 0; i < 4; i++) {
            swapped.putInt(here.getInt());
        }
        while (here.hasRemaining()) {
            int length = 0;
            for (int i = 0; i < 4; i++) {
                int number = here.getInt();
                length = i == 2 ? number : length;
                swapped.putInt(number);
            }
            byte[] frame = new byte[length];
            here.get(frame);
            swapped.put(frame);
        }
        assertThat(CaptureFile.read(swapped.array())).isEqualTo(CaptureFile.read(file));
    }

    @Test
    void whatIsNoCaptureIsRefusedAndACutOneSaysWhere() throws Exception {
        assertThat(CaptureFile.isCapture("ip addr".getBytes())).isFalse();
        assertThat(fault("ip addr".getBytes()).key()).isEqualTo("capture-file.no-capture");

        byte[] cut = java.util.Arrays.copyOf(bytes("nc.pcap"), 100);
        assertThat(fault(cut))
                .returns("capture-file.cut-off", CaptureFormatException::key)
                .returns(100, CaptureFormatException::offset);

        byte[] usb = bytes("nc.pcap");
        usb[20] = (byte) 220;
        assertThat(fault(usb))
                .returns("capture-file.link-type", CaptureFormatException::key)
                .returns("220", CaptureFormatException::detail);
    }

    @Property
    void anyDamageIsFramesOrAFault(@ForAll("files") String name, @ForAll int at, @ForAll byte value) throws Exception {
        byte[] file = bytes(name);
        file[Math.floorMod(at, file.length)] = value;
        try {
            texts(CaptureFile.read(file));
        } catch (CaptureFormatException fault) {
            assertThat(fault.key()).startsWith("capture-file.");
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("nc.pcap", "any.pcap", "ping.pcapng");
    }

    private static CaptureFormatException fault(byte[] file) {
        return catchThrowableOfType(CaptureFormatException.class, () -> CaptureFile.read(file));
    }

    private static List<String> texts(List<CapturedFrame> frames) {
        FrameText text = FrameText.of(TextOptions.NUMERIC, CaptureNames.NONE);
        return frames.stream()
                .map(frame -> text.print(frame).text().replaceFirst("\\S+ ", ""))
                .toList();
    }

    private static byte[] bytes(String name) throws java.io.IOException {
        return Files.readAllBytes(FOLDER.resolve(name));
    }
}
