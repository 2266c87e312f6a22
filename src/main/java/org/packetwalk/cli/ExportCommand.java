package org.packetwalk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.packetwalk.diagram.Caption;
import org.packetwalk.diagram.Density;
import org.packetwalk.diagram.Drawing;
import org.packetwalk.diagram.StackDiagram;
import org.packetwalk.diagram.StackPictures;
import org.packetwalk.diagram.Theme;
import org.packetwalk.export.ExportFormat;
import org.packetwalk.export.contract.ExportRequest;
import org.packetwalk.export.contract.ExportedFile;
import org.packetwalk.export.contract.ExportedWalk;
import org.packetwalk.export.contract.LabMark;
import org.packetwalk.export.contract.SnapshotCaption;
import org.packetwalk.export.pcapng.TappedDevices;
import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.lab.Lab;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Speaker;
import org.packetwalk.narrate.Step;
import org.packetwalk.narrate.Steps;
import org.packetwalk.narrate.Tick;
import org.packetwalk.sim.Snapshot;
import org.packetwalk.trace.RouteEvent;
import org.packetwalk.trace.Trace;

/** {@code packetwalk export LAB.sh}: the walk of one probe, or the picture of one of its steps, as a file. */
@Command(
        name = "export",
        header = "Run a lab and save the walk of one probe, or the picture of one of its steps.",
        description = {
            "json: everything that happened with every decision; the window opens it again.",
            "png, svg: the picture of one step with its sentence below.",
            "html: a page that plays the walk and steps both ways, offline.",
            "handout: a page to print, with one step, its reasons and the walk as a table.",
            "gif: the walk as a film.",
            "markdown, text: the walk in words.",
            "pcapng: the packets of all devices with the sentences as comments, for Wireshark."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    /** What can be written; the words of the command line. */
    enum Format {
        json(ExportFormat.JSON),
        png(ExportFormat.PNG),
        svg(ExportFormat.SVG),
        html(ExportFormat.HTML),
        handout(ExportFormat.HANDOUT),
        gif(ExportFormat.GIF),
        markdown(ExportFormat.MARKDOWN),
        text(ExportFormat.TEXT),
        pcapng(ExportFormat.PCAPNG);

        private final ExportFormat format;

        Format(ExportFormat format) {
            this.format = format;
        }
    }

    /** The sets of colours; the words of the command line. */
    enum Colours {
        light(Theme.LIGHT),
        dark(Theme.DARK),
        contrast(Theme.CONTRAST);

        private final Theme theme;

        Colours(Theme theme) {
            this.theme = theme;
        }
    }

    @Parameters(paramLabel = "LAB.sh", description = "The lab, a shell script.")
    private Path file = Path.of("");

    @Option(
            names = "--probe",
            paramLabel = "N",
            description = "The N-th probe of the lab; else the first in which a packet moves.")
    private int probe;

    @Option(names = "--format", required = true, description = "What to write: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.json;

    @Option(
            names = "--step",
            paramLabel = "K",
            description =
                    "Which step the picture shows; else where the packet is dropped, or its first routing decision.")
    private int step;

    @Option(
            names = "--grain",
            defaultValue = "function",
            description = "How fine the steps are: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private WalkCommand.GrainWord grain = WalkCommand.GrainWord.function;

    @Option(
            names = "--theme",
            defaultValue = "light",
            description = "The colours of pictures: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Colours theme = Colours.light;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "The language of the picture: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private WalkCommand.Language language = WalkCommand.Language.en;

    @Option(
            names = "--device",
            paramLabel = "HOST/DEVICE",
            description =
                    "pcapng: only the packets of this device, such as web-1/lo; may be given more than once. Else of all.")
    private List<String> devices = List.of();

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description = "Where to write it. In a folder, or without this option, it is called after the command.")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        Lab lab = LabFiles.read(file);
        ProbeChoice chosen = ProbeChoice.numbered(file, lab, probe);
        Trace trace = chosen.trace();
        List<Step> steps = Steps.of(trace.events(), grain.grain());
        if (steps.isEmpty()) {
            throw new BadFileException(file + ":" + chosen.line().line().number()
                    + ": this probe sends no packet and asks no table, there is nothing to export");
        }
        int shown = shown(steps, trace);
        StackPictures pictures = StackPictures.of(chosen.line().snapshots());
        ExportRequest request = new ExportRequest(
                CommandLineProgram.version(),
                lab.through(chosen.line().line()).source(),
                trace,
                new ExportedWalk(
                        steps,
                        shown,
                        one -> picture(pictures, one),
                        one -> caption(lab, chosen, trace, one, steps.size())),
                theme.theme,
                messages());
        write(chosenDevices(request), shown + 1);
        return ExitCode.DONE;
    }

    private ExportRequest chosenDevices(ExportRequest request) {
        if (devices.isEmpty()) {
            return request;
        }
        List<String> known = TappedDevices.of(request.trace());
        devices.stream().filter(device -> !known.contains(device)).findFirst().ifPresent(unknown -> {
            throw new BadFileException(
                    "--device " + unknown + ": it has seen no packet; these have: " + String.join(", ", known));
        });
        if (format != Format.pcapng) {
            throw new BadFileException("--device is for --format pcapng only");
        }
        return request.about(TappedDevices.only(request.trace(), devices));
    }

    private void write(ExportRequest request, int number) {
        boolean folder = output.toString().isEmpty() || Files.isDirectory(output);
        Path target =
                folder ? output.resolve(format.format.fileName(request.trace().command(), number)) : output;
        try {
            ExportedFile.write(target, request, format.format.exporter());
        } catch (IOException fault) {
            throw new BadFileException(target + ": cannot be written (" + fault + ")");
        }
    }

    /** The place of the step that was asked for; else of the first drop, the first routing decision about a packet, the first of all, or the end. */
    private int shown(List<Step> steps, Trace trace) {
        if (step < 0 || step > steps.size()) {
            throw new BadFileException(file + ": there is no step " + step + "; the walk has " + steps.size());
        }
        if (step > 0) {
            return step - 1;
        }
        return first(steps, candidate -> candidate.tick() == Tick.DROP)
                .or(() -> first(
                        steps, candidate -> routed(trace, candidate) && !PacketId.NONE.equals(candidate.packet())))
                .or(() -> first(steps, candidate -> routed(trace, candidate)))
                .orElse(steps.size() - 1);
    }

    private static Optional<Integer> first(List<Step> steps, Predicate<Step> wanted) {
        return steps.stream().filter(wanted).findFirst().map(found -> found.number() - 1);
    }

    private static boolean routed(Trace trace, Step candidate) {
        return trace.events().get(candidate.deciding()) instanceof RouteEvent.Routed;
    }

    private static Drawing picture(StackPictures pictures, Step shown) {
        return StackDiagram.layout(pictures.at(shown.last()), ExportRequest.PICTURE, Density.REGULAR)
                .drawing();
    }

    private Caption caption(Lab lab, ProbeChoice chosen, Trace trace, Step shown, int steps) {
        Snapshot there = chosen.line().snapshots().get(shown.last());
        return SnapshotCaption.of(
                trace.command(),
                shown.number(),
                steps,
                new Speaker(messages()).text(shown.account().headline()),
                LabMark.behind(trace.lab(), LabMark.of(lab, messages())),
                SnapshotCaption.Tables.of(there.world(), new HostId(trace.host())),
                messages());
    }

    private Messages messages() {
        return Messages.of(new Locale(language.name()));
    }
}
