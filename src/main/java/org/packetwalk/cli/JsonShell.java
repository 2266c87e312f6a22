package org.packetwalk.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

import org.packetwalk.shell.CommandResult;
import org.packetwalk.shell.Shell;

/** The shell for programs: one request per line, one answer per line. */
final class JsonShell {

    private static final int LONGEST_REQUEST = 1 << 20;

    private final ShellSession session;
    private final BufferedReader in;
    private final PrintWriter out;

    JsonShell(ShellSession session, BufferedReader in, PrintWriter out) {
        this.session = session;
        this.in = in;
        this.out = out;
    }

    /** Answers requests until the end of input. */
    void run() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                answerTo(line);
                line.setLength(0);
            } else if (line.length() <= LONGEST_REQUEST) {
                line.append((char) c);
            }
        }
        answerTo(line);
    }

    private void answerTo(CharSequence line) {
        if (line.length() > LONGEST_REQUEST) {
            print(error("a request has at most " + LONGEST_REQUEST + " characters"));
        } else if (!line.toString().isBlank()) {
            print(answer(ShellRequestReader.read(line.toString())));
        }
    }

    /** A fault of ours is told like a mistake: the world before the request is intact. */
    private JsonObject answer(ShellRequest request) {
        try {
            return request.match(this::run, this::poll, this::signal, malformed -> error(malformed.sentence()));
        } catch (RuntimeException | StackOverflowError fault) {
            return error("a fault of this program: " + fault);
        }
    }

    private JsonObject run(ShellRequest.Run request) {
        if (request.job().isEmpty()) {
            return answer(false, session.run(Shell.NO_HOST, request.line(), request.stdin()));
        }
        if (session.job(request.job()).filter(Job::running).isPresent()) {
            return error("the job \"" + request.job() + "\" still runs");
        }
        session.start(request.job(), request.line(), request.stdin());
        return answer(true, CommandResult.SILENT);
    }

    private JsonObject poll(ShellRequest.Poll request) {
        JsonObject answer = session.job(request.job())
                .map(job -> answer(job.running(), job.unfetched()))
                .orElseGet(() -> noJob(request.job()));
        session.fetched(request.job());
        return answer;
    }

    private JsonObject signal(ShellRequest.Signal request) {
        if (!ShellSession.knowsSignal(request.name())) {
            return error("the signal \"" + request.name() + "\" is not known; TERM, INT, KILL, HUP and QUIT are");
        }
        if (session.job(request.job()).isEmpty()) {
            return noJob(request.job());
        }
        session.end(request.job());
        return answer(false, CommandResult.SILENT);
    }

    private static JsonObject noJob(String name) {
        return error("there is no job \"" + name + "\"");
    }

    private static JsonObject answer(boolean running, CommandResult result) {
        JsonObject answer = new JsonObject();
        if (running) {
            answer.add("exit", JsonNull.INSTANCE);
        } else {
            answer.addProperty("exit", result.exit());
        }
        answer.addProperty("stdout", result.stdout());
        answer.addProperty("stderr", result.stderr());
        return answer;
    }

    private static JsonObject error(String sentence) {
        JsonObject answer = new JsonObject();
        answer.addProperty("error", sentence);
        return answer;
    }

    private void print(JsonObject answer) {
        out.println(answer);
        out.flush();
    }
}
