package org.packetwalk.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import org.packetwalk.lab.LabRun;
import org.packetwalk.lab.LabRunner;
import org.packetwalk.sim.World;

/** {@code packetwalk shell}: command lines one after the other, typed or as JSON requests. */
@Command(
        name = "shell",
        header = "Type commands, or send them as JSON.",
        description = {
            "Without --json: a prompt. \"ip netns exec HOST sh\" goes to a host, where the prompt is \"HOST $\";"
                    + " \"exit\" leaves it. With LAB.sh the lab is run before the first prompt.",
            "With --json: one request per line on standard input, one answer per line on standard output."
                    + " State lasts until the end of input; virtual time moves by \"sleep\" and by what commands take.",
            "  {\"argv\":[\"ip\",\"-n\",\"a\",\"link\"]}      runs a command",
            "  {\"line\":\"ip -n a link | wc -l\"}        runs a line",
            "     answer: {\"exit\":0,\"stdout\":\"...\",\"stderr\":\"...\"}",
            "  with \"stdin\":\"TEXT\"  the command reads this text",
            "  with \"job\":\"j1\"      it runs on beside the others; the answer has \"exit\":null",
            "  {\"poll\":\"j1\"}        what the job printed since, and its exit, null while it runs",
            "  {\"signal\":\"TERM\",\"job\":\"j1\"}  ends the job (TERM, INT, KILL, HUP, QUIT)",
            "  A malformed request is answered by {\"error\":\"...\"}."
        },
        mixinStandardHelpOptions = true,
        footer = "Ends with 0 at the end of input, 2 if LAB.sh cannot be used.")
final class ShellCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private CommandLineProgram program;

    @Option(names = "--json", description = "Requests and answers as JSON.")
    private boolean json;

    @Parameters(arity = "0..1", paramLabel = "LAB.sh", description = "The lab to begin with.")
    private Optional<Path> file = Optional.empty();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        World world = World.EMPTY;
        if (file.isPresent()) {
            LabRun run = LabRunner.run(LabFiles.read(file.get()));
            world = run.end();
            Complaints.of(file.get(), run).forEach(spec.commandLine().getErr()::println);
        }
        ShellSession session = new ShellSession(world);
        BufferedReader in = new BufferedReader(new InputStreamReader(program.input(), StandardCharsets.UTF_8));
        if (json) {
            new JsonShell(session, in, out).run();
        } else {
            new LineShell(session, in, out).run();
        }
        out.flush();
        return ExitCode.DONE;
    }
}
