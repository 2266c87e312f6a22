package org.packetwalk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.packetwalk.capture.CaptureFile;
import org.packetwalk.capture.CaptureFormatException;
import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.importing.CaptureOverlay;
import org.packetwalk.importing.CaptureOverlay.Where;
import org.packetwalk.lab.Lab;
import org.packetwalk.narrate.Messages;
import org.packetwalk.trace.Tap;
import org.packetwalk.trace.TraceEvent;

/** {@code packetwalk overlay LAB.sh CAPTURE}: a real capture beside a walk. */
@Command(
        name = "overlay",
        header = "Lay a capture of a real host (pcap, pcapng) beside the walk of a probe.",
        description = {
            "Lists the frames of both: = in both, < in the walk only, > in the capture only. Times, hardware addresses,"
                    + " identifiers, the client's ports and initial sequence numbers may differ."
        },
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 if every frame is in both, 1 if not.")
final class OverlayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LAB.sh", description = "The lab, a shell script.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "CAPTURE", description = "What tcpdump -w or Wireshark wrote.")
    private Path capture = Path.of("");

    @Option(
            names = "--probe",
            paramLabel = "N",
            description = "The N-th probe of the lab; else the first in which a packet moves.")
    private int probe;

    @Option(
            names = "--device",
            paramLabel = "HOST/DEVICE",
            description = "Where it was captured; else the device with which most frames match.")
    private String device = "";

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "The language: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private WalkCommand.Language language = WalkCommand.Language.en;

    @Override
    public Integer call() {
        Messages words = Messages.of(new Locale(language.name()));
        List<CapturedFrame> real = read(words);
        Lab lab = LabFiles.read(file);
        List<TraceEvent> events = ProbeChoice.numbered(file, lab, probe).trace().events();
        CaptureOverlay overlay = CaptureOverlay.of(events, real, device);
        if (!device.isEmpty() && overlay.device().isEmpty()) {
            throw new BadFileException("--device " + device + ": no frame of the walk is there; known: "
                    + events.stream()
                            .flatMap(event -> Tap.of(event).stream())
                            .map(tap -> tap.host() + "/" + tap.device())
                            .distinct()
                            .toList());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(words.text("overlay.device", overlay.device()));
        overlay.rows().forEach(row -> out.println(mark(row.where()) + " " + row.text()));
        out.println(words.text(
                "overlay.summary", overlay.count(Where.BOTH), overlay.count(Where.WALK), overlay.count(Where.CAPTURE)));
        out.flush();
        return overlay.count(Where.BOTH) == overlay.rows().size() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String mark(Where where) {
        return switch (where) {
            case BOTH -> "=";
            case WALK -> "<";
            case CAPTURE -> ">";
        };
    }

    private List<CapturedFrame> read(Messages words) {
        try (InputStream in = Files.newInputStream(capture)) {
            byte[] bytes = in.readNBytes(CaptureFile.MAXIMUM_SIZE + 1);
            if (bytes.length > CaptureFile.MAXIMUM_SIZE) {
                throw new BadFileException(
                        words.text("capture-file.too-large", capture, CaptureFile.MAXIMUM_SIZE >> 20));
            }
            return CaptureFile.read(bytes);
        } catch (CaptureFormatException fault) {
            throw new BadFileException(capture + ": " + words.text(fault.key(), fault.offset(), fault.detail()));
        } catch (IOException fault) {
            throw new BadFileException(capture + ": cannot be read (" + fault.getMessage() + ")");
        }
    }
}
