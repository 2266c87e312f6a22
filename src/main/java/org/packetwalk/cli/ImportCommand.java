package org.packetwalk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import org.packetwalk.importing.HostImport;
import org.packetwalk.importing.ImportNote;
import org.packetwalk.importing.ImportedHost;
import org.packetwalk.narrate.Messages;

/** {@code packetwalk import FILE|-}: a lab of a real host. */
@Command(
        name = "import",
        header = "Make a lab of what a real host told about itself.",
        description = {
            "Reads what assets/collect-host.sh prints, or outputs of ip addr, ip rule, ip route show table all and ip neigh"
                    + " as they were pasted. Prints the lab; what is not in it as it was said is listed by line on standard"
                    + " error."
        },
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 if a lab was made, also if some lines are not in it.")
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private CommandLineProgram program;

    @Parameters(paramLabel = "FILE|-", description = "The collected text; - reads it from standard input.")
    private String file = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "LAB.sh",
            description = "Write the lab to this file.")
    private String output = "";

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "Ask in the lab where a packet from the host to this address or name goes.")
    private String destination = "";

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "The language: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private WalkCommand.Language language = WalkCommand.Language.en;

    @Override
    public Integer call() {
        if (!destination.matches("[\\w.:%-]*") || destination.startsWith("-")) {
            throw new BadFileException("--to " + destination + ": this is no address and no name of a host");
        }
        ImportedHost imported = HostImport.of(text());
        String script = destination.isEmpty() ? imported.script() : imported.asking(destination);
        if (output.isEmpty()) {
            PrintWriter out = spec.commandLine().getOut();
            out.print(script);
            out.flush();
        } else {
            TextFiles.write(Path.of(output), script);
        }
        Messages words = Messages.of(new Locale(language.name()));
        PrintWriter err = spec.commandLine().getErr();
        for (ImportNote note : imported.notes()) {
            err.println(words.text(note.key(), note.line(), note.text(), note.detail()));
        }
        err.println(words.text(
                "import.summary", imported.understood(), imported.notes().size()));
        return ExitCode.DONE;
    }

    private String text() {
        if (!file.equals("-")) {
            return TextFiles.read(Path.of(file), HostImport.MAXIMUM_SIZE);
        }
        try (InputStream in = program.input()) {
            byte[] bytes = in.readNBytes(HostImport.MAXIMUM_SIZE + 1);
            if (bytes.length > HostImport.MAXIMUM_SIZE) {
                throw new BadFileException("standard input: larger than " + HostImport.MAXIMUM_SIZE / 1024
                        + " KiB, which is the most that is read");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new BadFileException("standard input cannot be read (" + fault.getMessage() + ")");
        }
    }
}
