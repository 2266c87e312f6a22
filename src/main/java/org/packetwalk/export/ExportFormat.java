package org.packetwalk.export;

import org.packetwalk.export.contract.Exporter;
import org.packetwalk.export.contract.SnapshotName;
import org.packetwalk.export.html.HandoutExporter;
import org.packetwalk.export.html.PlayerExporter;
import org.packetwalk.export.image.GifExporter;
import org.packetwalk.export.image.PngPicture;
import org.packetwalk.export.json.JsonExporter;
import org.packetwalk.export.json.TraceFile;
import org.packetwalk.export.pcapng.PcapngExporter;
import org.packetwalk.export.svg.SvgExporter;
import org.packetwalk.export.text.MarkdownExporter;
import org.packetwalk.export.text.WalkTextExporter;

/** The formats a walk can be exported in. */
public enum ExportFormat {
    /** The whole trace; the window opens it again. */
    JSON("json", TraceFile.EXTENSION.substring(1), false, new JsonExporter()),
    /** The picture of one step. */
    PNG("png", "png", true, new PngPicture()),
    /** The picture of one step that stays sharp at any size. */
    SVG("svg", "svg", true, new SvgExporter()),
    /** A page that plays the walk and steps both ways. */
    HTML("html", "html", false, new PlayerExporter()),
    /** A page to print: one step with its reasons, and the walk as a table. */
    HANDOUT("handout", "handout.html", true, new HandoutExporter()),
    /** The walk as a film. */
    GIF("gif", "gif", false, new GifExporter()),
    /** The walk in words, with headings. */
    MARKDOWN("markdown", "md", false, new MarkdownExporter()),
    /** The walk in words, as the command {@code walk} prints it. */
    TEXT("text", "txt", false, new WalkTextExporter()),
    /** The packets, for Wireshark. */
    PCAPNG("pcapng", "pcapng", false, new PcapngExporter());

    private final String id;
    private final String extension;
    private final boolean oneStep;
    private final Exporter exporter;

    ExportFormat(String id, String extension, boolean oneStep, Exporter exporter) {
        this.id = id;
        this.extension = extension;
        this.oneStep = oneStep;
        this.exporter = exporter;
    }

    /** Its name on the command line. */
    public String id() {
        return id;
    }

    /** How the names of its files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether there are pictures in it, in the colours of a theme. */
    public boolean isDrawn() {
        return switch (this) {
            case PNG, SVG, HTML, HANDOUT, GIF -> true;
            case JSON, MARKDOWN, TEXT, PCAPNG -> false;
        };
    }

    /** What writes it. */
    public Exporter exporter() {
        return exporter;
    }

    /** How the file of a walk is called: after its command, and after the step if only one is in it. */
    public String fileName(String command, int step) {
        return oneStep ? SnapshotName.of(command, step, extension) : SnapshotName.of(command, extension);
    }
}
