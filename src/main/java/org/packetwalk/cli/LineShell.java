package org.packetwalk.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.kernel.HostId;
import org.packetwalk.shell.CommandResult;
import org.packetwalk.shell.Shell;

/** The shell for people: a prompt with the host's name, the command's output, the next prompt. */
final class LineShell {

    private static final Pattern ENTER = Pattern.compile("ip\\s+netns\\s+exec\\s+(\\S+)\\s+(?:/bin/)?(?:ba)?sh");

    private final ShellSession session;
    private final BufferedReader in;
    private final PrintWriter out;
    private final Deque<HostId> hosts = new ArrayDeque<>();

    LineShell(ShellSession session, BufferedReader in, PrintWriter out) {
        this.session = session;
        this.in = in;
        this.out = out;
        hosts.push(Shell.NO_HOST);
    }

    /** Reads and runs lines until the end of input or {@code exit}. */
    void run() throws IOException {
        prompt();
        for (String line = in.readLine(); line != null && !hosts.isEmpty(); line = in.readLine()) {
            String typed = line.strip();
            Matcher enter = ENTER.matcher(typed);
            if (typed.equals("exit")) {
                hosts.pop();
                if (hosts.isEmpty()) {
                    return;
                }
            } else if (enter.matches() && session.hasHost(new HostId(enter.group(1)))) {
                hosts.push(new HostId(enter.group(1)));
            } else if (!typed.isEmpty()) {
                CommandResult result = session.run(hosts.peek(), typed, "");
                out.print(result.stdout());
                out.print(result.stderr());
            }
            prompt();
        }
        out.println();
    }

    private void prompt() {
        String host = hosts.peek().name();
        out.print(host.isEmpty() ? "$ " : host + " $ ");
        out.flush();
    }
}
