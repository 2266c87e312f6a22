package org.packetwalk.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.lab.LineRun;

/** {@code packetwalk run LAB.sh}: a transcript as a shell would show it. */
@Command(
        name = "run",
        header = "Run a lab and print what a shell would show.",
        description = "Each command after \"$ \", its output, and [exit N] where N is not 0. What fails as it fails"
                + " on Linux is no failure of this program.",
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 if every line was understood, 1 if some were not.")
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "LAB.sh", description = "The lab, a shell script.")
    private Path file;

    @Override
    public Integer call() {
        LabRun run = LabRunner.run(LabFiles.read(file));
        PrintWriter out = spec.commandLine().getOut();
        run.lines().forEach(line -> print(line, out));
        out.flush();
        List<String> complaints = Complaints.of(file, run);
        complaints.forEach(spec.commandLine().getErr()::println);
        return complaints.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static void print(LineRun line, PrintWriter out) {
        out.println("$ " + line.line().text());
        out.print(line.result().stdout());
        out.print(line.result().stderr());
        if (line.result().exit() != 0) {
            out.println("[exit " + line.result().exit() + "]");
        }
    }
}
