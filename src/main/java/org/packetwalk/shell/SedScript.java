package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.PatternSyntaxException;

import org.packetwalk.shell.PosixPattern.Dialect;

/** Reads a script of {@code sed} into its steps. */
final class SedScript {

    static final String KNOWN =
            "-n, -E, -e, and p, d, q or s/PATTERN/TEXT/[gpI2] for N, $ or /PATTERN/, two of them with a comma, and !";

    private static final String PLAIN_DELIMITERS = "/,#:;@%!_=~";

    private final String script;
    private final boolean extended;
    private int at;

    private SedScript(String script, boolean extended) {
        this.script = script;
        this.extended = extended;
    }

    /** What chooses a line. */
    sealed interface Address {

        /** The line of a number, from 1. */
        record Line(int number) implements Address {}

        /** The last line. */
        record Last() implements Address {}

        /** Each line with a match. */
        record Matching(PosixPattern pattern) implements Address {}

        /** Whether it is this line. */
        default boolean is(String line, int number, boolean last) {
            if (this instanceof Matching matching) {
                return matching.pattern.occursIn(line);
            }
            return this instanceof Line one ? one.number == number : last;
        }
    }

    /**
     * One step.
     *
     * @param addresses none for every line, one, or two for a range
     * @param others whether it is for all other lines
     * @param verb {@code p}, {@code d}, {@code q} or {@code s}
     * @param changes what {@code s} puts in, else empty
     */
    record Step(List<Address> addresses, boolean others, char verb, List<Substitution> changes) {}

    /** A part of the text that is put in: of a group of the match if there is no text. */
    private record Part(String text, int group) {}

    /**
     * What {@code s} does.
     *
     * @param first which of the matches is the first that is replaced, from 1
     * @param all whether those behind it are, too
     * @param prints whether a changed line is printed
     */
    record Substitution(PosixPattern pattern, List<Part> parts, int first, boolean all, boolean prints) {

        /**
         * {@code do_subst}: the changed line, empty if there are too few matches in it; an empty match right behind another is
         * none.
         */
        Optional<String> apply(String line) {
            StringBuilder out = new StringBuilder();
            int from = 0;
            int count = 0;
            int before = -1;
            Optional<MatchResult> found = pattern.find(line, 0);
            while (found.isPresent() && (all || count < first)) {
                MatchResult match = found.get();
                out.append(line, from, match.start());
                boolean empty = match.start() == match.end();
                boolean counts = !empty || match.start() != before;
                count += counts ? 1 : 0;
                if (counts && count >= first) {
                    parts.forEach(part -> out.append(part.text.isEmpty() ? match.group(part.group) : part.text));
                } else {
                    out.append(match.group());
                }
                before = match.end();
                from = match.end();
                if (empty && from < line.length()) {
                    out.append(line.charAt(from));
                }
                from += empty ? 1 : 0;
                found = from <= line.length() ? pattern.find(line, from) : Optional.empty();
            }
            out.append(line.substring(Math.min(from, line.length())));
            return count < first ? Optional.empty() : Optional.of(out.toString());
        }
    }

    static List<Step> parse(String script, boolean extended) {
        return new SedScript(script, extended).steps();
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        skip(" \t\n;");
        while (at < script.length()) {
            steps.add(step());
            skip(" \t");
            if (at < script.length() && ";\n".indexOf(script.charAt(at)) < 0) {
                throw unknown();
            }
            skip(" \t\n;");
        }
        return steps;
    }

    private Step step() {
        List<Address> addresses = new ArrayList<>();
        if (isAddress()) {
            addresses.add(address());
            skip(" ");
            if (peek() == ',') {
                at++;
                skip(" ");
                addresses.add(address());
                skip(" ");
            }
        }
        boolean others = peek() == '!';
        at += others ? 1 : 0;
        skip(" ");
        char verb = peek();
        at++;
        if ("pdqs".indexOf(verb) < 0 || verb == 'q' && addresses.size() > 1) {
            throw unknown();
        }
        return new Step(addresses, others, verb, verb == 's' ? List.of(substitution()) : List.of());
    }

    private boolean isAddress() {
        return Character.isDigit(peek()) || peek() == '$' || peek() == '/';
    }

    private Address address() {
        if (!isAddress()) {
            throw unknown();
        }
        int start = at++;
        char c = script.charAt(start);
        if (c == '$') {
            return new Address.Last();
        }
        if (c == '/') {
            String text = delimited('/', true);
            if (peek() == 'I') {
                at++;
                return new Address.Matching(pattern(text, true));
            }
            return new Address.Matching(pattern(text, false));
        }
        while (Character.isDigit(peek())) {
            at++;
        }
        String number = script.substring(start, at);
        if (number.length() > 9) {
            throw unknown();
        }
        if (Integer.parseInt(number) == 0 && peek() == ',') {
            throw unknown();
        }
        if (Integer.parseInt(number) == 0) {
            throw wrong(at + 1, "invalid usage of line address 0");
        }
        return new Address.Line(Integer.parseInt(number));
    }

    private Substitution substitution() {
        if (at >= script.length() || Character.isLetterOrDigit(peek()) || " \\\n".indexOf(peek()) >= 0) {
            throw unknown();
        }
        char delimiter = script.charAt(at++);
        String text = delimited(delimiter, true);
        String replacement = delimited(delimiter, false);
        int start = at;
        while ("gpIi123456789".indexOf(peek()) >= 0) {
            at++;
        }
        String flags = script.substring(start, at);
        String number = flags.replaceAll("\\D", "");
        if (number.length() > 1) {
            throw unknown();
        }
        PosixPattern pattern = pattern(text, flags.matches(".*[Ii].*"));
        return new Substitution(
                pattern,
                parts(replacement, pattern.groups()),
                number.isEmpty() ? 1 : Integer.parseInt(number),
                flags.contains("g"),
                flags.contains("p"));
    }

    /** The text up to the delimiter, with line end and tabulator in place of their escapes. */
    private String delimited(char delimiter, boolean pattern) {
        StringBuilder out = new StringBuilder();
        boolean inSet = false;
        int setAt = 0;
        while (at < script.length() && (script.charAt(at) != delimiter || inSet)) {
            char c = script.charAt(at++);
            boolean escape = c == '\\' && at < script.length();
            if (escape && script.charAt(at) == delimiter && !inSet) {
                if (PLAIN_DELIMITERS.indexOf(delimiter) < 0) {
                    throw unknown();
                }
                out.append(script.charAt(at++));
            } else if (escape && "nt".indexOf(script.charAt(at)) >= 0) {
                out.append(script.charAt(at++) == 'n' ? '\n' : '\t');
            } else if (escape && !inSet) {
                out.append(c).append(script.charAt(at++));
            } else {
                boolean opens = pattern && !inSet && c == '[';
                boolean closes = inSet && c == ']' && at > setAt;
                out.append(c);
                inSet = opens || inSet && !closes;
                // a bracket that stands first is one of the set, and a class has brackets of its own
                setAt = opens ? at + (script.startsWith("^", at) ? 2 : 1) : setAt;
                if (inSet && script.startsWith("[:", at) && script.indexOf(":]", at) > 0) {
                    int end = script.indexOf(":]", at) + 2;
                    out.append(script, at, end);
                    at = end;
                }
            }
        }
        if (at >= script.length()) {
            throw unknown();
        }
        at++;
        return out.toString();
    }

    /** What is put in: {@code &} is all that matched, {@code \1} a group. */
    private List<Part> parts(String text, int groups) {
        List<Part> parts = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c == '&') {
                parts.add(new Part("", 0));
            } else if (c != '\\') {
                parts.add(new Part(String.valueOf(c), 0));
            } else {
                parts.add(escaped(text.charAt(i++), groups));
            }
        }
        return parts;
    }

    private Part escaped(char c, int groups) {
        if (Character.isLetter(c)) {
            throw unknown();
        }
        if (!Character.isDigit(c)) {
            return new Part(String.valueOf(c), 0);
        }
        int group = c - '0';
        if (group > groups) {
            throw wrong(script.length(), "invalid reference \\" + group + " on `s' command's RHS");
        }
        return new Part("", group);
    }

    private PosixPattern pattern(String text, boolean ignoresCase) {
        if (text.isEmpty()) {
            throw unknown();
        }
        try {
            return PosixPattern.of("sed", List.of(text), extended ? Dialect.EXTENDED : Dialect.BASIC, ignoresCase);
        } catch (PatternSyntaxException e) {
            throw wrong(script.length(), "Invalid regular expression");
        }
    }

    private char peek() {
        return at < script.length() ? script.charAt(at) : '\0';
    }

    private void skip(String blanks) {
        while (at < script.length() && blanks.indexOf(script.charAt(at)) >= 0) {
            at++;
        }
    }

    private static Refusal wrong(int place, String complaint) {
        return new Refusal(1, "sed: -e expression #1, char " + place + ": " + complaint);
    }

    private Refusal unknown() {
        return Words.notSimulated("sed", script, KNOWN);
    }
}
