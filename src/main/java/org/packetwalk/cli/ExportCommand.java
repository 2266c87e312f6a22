package org.packetwalk.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.export.json.TraceFile;
import org.packetwalk.lab.Lab;

/** {@code packetwalk export LAB.sh}: the walk of one probe as a file. */
@Command(
        name = "export",
        header = "Run a lab and save the walk of one probe.",
        description = "json: everything that happened with every decision; the window opens it again.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    /** What can be written. */
    enum Format {
        json
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

    @Option(names = "-o", required = true, paramLabel = "FILE", description = "Where to write it.")
    private Path output = Path.of("");

    @Override
    public Integer call() throws IOException {
        Lab lab = LabFiles.read(file);
        SavedTrace saved = new SavedTrace(
                CommandLineProgram.version(),
                lab.source(),
                ProbeChoice.numbered(file, lab, probe).trace());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TraceFile.write(saved, bytes);
        TextFiles.write(output, bytes.toString(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }
}
