package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.shell.CommandLine.Step;
import org.packetwalk.shell.CommandLine.When;

/**
 * Reads one line of shell (POSIX.1-2017, Shell Command Language): words, quotes, pipes, redirections, lists, comments.
 * Everything that expands or branches is refused by name.
 */
final class CommandLineReader {

    private static final List<String> RESERVED = List.of(
            "if", "then", "else", "elif", "fi", "do", "done", "case", "esac", "while", "until", "for", "{", "}", "!");

    private final String line;
    private int at;
    private final List<Step> steps = new ArrayList<>();
    private final List<SimpleCommand> pipeline = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<Redirection> redirections = new ArrayList<>();
    private When when = When.ALWAYS;
    private String pending = "";

    CommandLineReader(String line) {
        this.line = line;
    }

    CommandLine read() {
        try {
            while (true) {
                skipBlanks();
                if (at == line.length() || line.charAt(at) == '#') {
                    return finish();
                }
                token();
            }
        } catch (NotUnderstood e) {
            return new CommandLine.Refused(e.sentence());
        }
    }

    private CommandLine finish() {
        if (!words.isEmpty() || !redirections.isEmpty()) {
            endStep(false);
        } else if (!pipeline.isEmpty() || pending.equals("&&") || pending.equals("||")) {
            throw new NotUnderstood("Syntax error: a command is missing after \"" + pending + "\".");
        }
        return new CommandLine.Understood(steps);
    }

    private void token() {
        char c = line.charAt(at);
        switch (c) {
            case '|' -> {
                if (next() == '|') {
                    at += 2;
                    operator("||");
                    when = When.IF_FAILED;
                } else {
                    at++;
                    endCommand("|");
                }
            }
            case '&' -> {
                if (next() == '&') {
                    at += 2;
                    operator("&&");
                    when = When.IF_DONE;
                } else {
                    at++;
                    pending = "&";
                    endStep(true);
                }
            }
            case ';' -> {
                at++;
                operator(";");
            }
            case '\n', '\r' -> {
                at++;
                if (!words.isEmpty() || !redirections.isEmpty()) {
                    operator(";");
                }
            }
            case '<', '>' -> redirection(c == '<' ? 0 : 1);
            case '(', ')' -> throw new NotUnderstood("\"" + c + "\": subshells and functions are not supported here.");
            default -> {
                if (isDescriptor(c)) {
                    at++;
                    redirection(c - '0');
                } else {
                    word();
                }
            }
        }
    }

    private boolean isDescriptor(char c) {
        return c >= '0' && c <= '9' && (next() == '<' || next() == '>');
    }

    private char next() {
        return at + 1 < line.length() ? line.charAt(at + 1) : '\0';
    }

    private void word() {
        boolean plain = at < line.length() && "'\"\\".indexOf(line.charAt(at)) < 0;
        String word = readWord();
        if (words.isEmpty()) {
            if (plain && RESERVED.contains(word)) {
                throw new NotUnderstood("\"" + word + "\": control flow is not supported here, only plain commands.");
            }
            if (plain && word.matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
                throw new NotUnderstood("\"" + word + "\": variables are not supported here.");
            }
        }
        words.add(word);
    }

    private void redirection(int descriptor) {
        char c = line.charAt(at);
        Redirection.Kind kind = c == '<' ? Redirection.Kind.READ : Redirection.Kind.WRITE;
        at++;
        if (at < line.length() && line.charAt(at) == '>' && c == '>') {
            kind = Redirection.Kind.APPEND;
            at++;
        } else if (at < line.length() && line.charAt(at) == '&') {
            kind = Redirection.Kind.DUPLICATE;
            at++;
        } else if (at < line.length() && (line.charAt(at) == '<' || c == '<' && line.charAt(at) == '>')) {
            throw new NotUnderstood("\"" + c + line.charAt(at) + "\": here-documents are not supported here.");
        }
        skipBlanks();
        if (at == line.length() || "|&;<>()#\n".indexOf(line.charAt(at)) >= 0) {
            throw new NotUnderstood("Syntax error: a file name is missing after \"" + c + "\".");
        }
        String target = readWord();
        if (kind == Redirection.Kind.DUPLICATE && !target.matches("[0-2]")) {
            throw new NotUnderstood("\"" + c + "&" + target + "\": only descriptors 0, 1 and 2 are known here.");
        }
        if (descriptor > 2) {
            throw new NotUnderstood("\"" + descriptor + c + "\": only descriptors 0, 1 and 2 are known here.");
        }
        redirections.add(new Redirection(descriptor, kind, target));
    }

    private String readWord() {
        StringBuilder word = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at);
            if (" \t\n\r|&;<>()".indexOf(c) >= 0) {
                break;
            }
            at++;
            switch (c) {
                case '\'' -> word.append(upTo('\''));
                case '"' -> doubleQuoted(word);
                case '\\' -> {
                    if (at == line.length()) {
                        throw new NotUnderstood("A backslash at the end of the line: write the command on one line.");
                    }
                    word.append(line.charAt(at++));
                }
                case '$', '`' -> throw expansion(c);
                case '*', '?' ->
                    throw new NotUnderstood("\"" + c + "\": file name patterns are not supported here; quote it.");
                default -> word.append(c);
            }
        }
        return word.toString();
    }

    private void doubleQuoted(StringBuilder word) {
        while (true) {
            if (at == line.length()) {
                throw new NotUnderstood("Syntax error: Unterminated quoted string");
            }
            char c = line.charAt(at++);
            switch (c) {
                case '"' -> {
                    return;
                }
                case '$', '`' -> throw expansion(c);
                case '\\' -> {
                    if (at < line.length() && "$`\"\\".indexOf(line.charAt(at)) >= 0) {
                        word.append(line.charAt(at++));
                    } else {
                        word.append(c);
                    }
                }
                default -> word.append(c);
            }
        }
    }

    private static NotUnderstood expansion(char c) {
        return new NotUnderstood("\"" + c + "\": variables and command substitution are not supported here.");
    }

    private String upTo(char quote) {
        int end = line.indexOf(quote, at);
        if (end < 0) {
            throw new NotUnderstood("Syntax error: Unterminated quoted string");
        }
        String text = line.substring(at, end);
        at = end + 1;
        return text;
    }

    private void skipBlanks() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }

    private void operator(String symbol) {
        if (words.isEmpty()
                && redirections.isEmpty()
                && symbol.equals(";")
                && pending.equals("&")
                && pipeline.isEmpty()) {
            throw new NotUnderstood("Syntax error: \";\" unexpected");
        }
        pending = symbol;
        endStep(false);
    }

    private void endCommand(String symbol) {
        if (words.isEmpty()) {
            throw new NotUnderstood("Syntax error: \"" + symbol + "\" unexpected");
        }
        pipeline.add(new SimpleCommand(words, redirections));
        words.clear();
        redirections.clear();
        pending = symbol;
    }

    private void endStep(boolean background) {
        String symbol = pending;
        if (words.isEmpty() && !redirections.isEmpty()) {
            throw new NotUnderstood("A redirection without a command is not supported here.");
        }
        endCommand(symbol.isEmpty() ? ";" : symbol);
        steps.add(new Step(when, pipeline, background));
        pipeline.clear();
        when = When.ALWAYS;
    }

    /** A line this reader does not understand; it never leaves this class. */
    private static final class NotUnderstood extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotUnderstood(String sentence) {
            super(sentence.replaceAll("[\\r\\n]+", " "), null, false, false);
        }

        /** What was not understood, on one line. */
        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
