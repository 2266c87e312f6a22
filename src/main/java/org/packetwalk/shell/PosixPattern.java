package org.packetwalk.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression as {@code grep}, {@code sed} and {@code awk} read it (POSIX.1-2017 chapter 9, with the escapes of GNU). Of
 * the matches that begin first it is the longest.
 */
final class PosixPattern {

    /** How an expression is written. */
    enum Dialect {
        /** A text that means itself. */
        FIXED,
        /** Groups, alternatives and counts stand behind a backslash. */
        BASIC,
        /** Groups, alternatives and counts stand as they are. */
        EXTENDED,
        /** As the extended one with escapes as in strings; what the different awks read differently is refused. */
        AWK
    }

    private static final String KNOWN =
            "in a pattern . * [ ] ^ $, groups, alternatives, counts, and in grep and sed \\< \\> \\b \\w \\s";
    private static final String MEANS_MORE = "\\^$.|?*+()[]{}";

    private final Pattern pattern;

    private PosixPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Any of some expressions.
     *
     * @throws PatternSyntaxException if one is invalid
     * @throws Refusal by name, if one says what is not simulated
     */
    static PosixPattern of(String tool, List<String> texts, Dialect dialect, boolean ignoresCase) {
        List<String> parts = new ArrayList<>();
        for (String text : texts) {
            parts.add(dialect == Dialect.FIXED ? Pattern.quote(text) : new Reader(tool, text, dialect).read());
        }
        int flags = Pattern.DOTALL | (ignoresCase ? Pattern.CASE_INSENSITIVE : 0);
        return new PosixPattern(Pattern.compile(String.join("|", parts), flags));
    }

    /** The same, only where no letter, digit or underscore adjoins ({@code grep -w}). */
    PosixPattern asWord() {
        return new PosixPattern(Pattern.compile("(?<!\\w)(?:" + pattern.pattern() + ")(?!\\w)", pattern.flags()));
    }

    /** The same, only as a whole line ({@code grep -x}). */
    PosixPattern asLine() {
        return new PosixPattern(Pattern.compile("^(?:" + pattern.pattern() + ")\\z", pattern.flags()));
    }

    /** Whether it is somewhere in a line. */
    boolean occursIn(String line) {
        return pattern.matcher(line).find();
    }

    /** The number of groups. */
    int groups() {
        return pattern.matcher("").groupCount();
    }

    /** The first match from a place on, and of those that begin there the longest. */
    Optional<MatchResult> find(String line, int from) {
        Matcher matcher = pattern.matcher(line).useAnchoringBounds(false).useTransparentBounds(true);
        if (!matcher.find(from)) {
            return Optional.empty();
        }
        MatchResult first = matcher.toMatchResult();
        for (int end = line.length(); end > first.end(); end--) {
            if (matcher.region(first.start(), end).matches()) {
                return Optional.of(matcher.toMatchResult());
            }
        }
        return Optional.of(first);
    }

    /** Turns an expression into one of Java. */
    private static final class Reader {

        private final String tool;
        private final String text;
        private final Dialect dialect;
        private final StringBuilder out = new StringBuilder();
        private int at;

        /** Whether there is nothing yet that could be repeated. */
        private boolean begins = true;

        private boolean repeated;

        Reader(String tool, String text, Dialect dialect) {
            this.tool = tool;
            this.text = text;
            this.dialect = dialect;
        }

        String read() {
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '[') {
                    one(bracket());
                } else if (c == '.') {
                    one(".");
                } else if (c == '\\') {
                    escaped();
                } else if (dialect == Dialect.BASIC) {
                    basic(c);
                } else if ("*+?{()|".indexOf(c) >= 0) {
                    operator(c);
                } else if (c == '^' || c == '$') {
                    anchor(c);
                } else {
                    one(literal(c));
                }
            }
            return out.toString();
        }

        private void basic(char c) {
            boolean ends = at == text.length() || text.startsWith("\\)", at) || text.startsWith("\\|", at);
            if (c == '*' && !begins) {
                operator(c);
            } else if (c == '^' && begins || c == '$' && ends) {
                anchor(c);
            } else {
                one(literal(c));
            }
        }

        private void anchor(char c) {
            out.append(c == '^' ? "^" : "\\z");
        }

        private void operator(char c) {
            switch (c) {
                case '(', '|' -> {
                    out.append(c);
                    begins = true;
                    repeated = false;
                }
                case ')' -> one(")");
                default -> {
                    if (begins || repeated) {
                        throw unknown();
                    }
                    out.append(c == '{' ? interval() : String.valueOf(c));
                    repeated = true;
                }
            }
        }

        private String interval() {
            String close = dialect == Dialect.BASIC ? "\\}" : "}";
            int end = text.indexOf(close, at);
            String count = end < 0 ? "" : text.substring(at, end);
            if (dialect == Dialect.AWK || !count.matches("\\d{1,4}(,\\d{0,4})?|,\\d{1,4}")) {
                throw unknown();
            }
            at = end + close.length();
            return "{" + (count.startsWith(",") ? "0" : "") + count + "}";
        }

        private void escaped() {
            if (at == text.length()) {
                throw new PatternSyntaxException("Trailing backslash", text, at);
            }
            char c = text.charAt(at++);
            if (dialect == Dialect.BASIC && "+?{()|".indexOf(c) >= 0) {
                operator(c);
            } else if (dialect == Dialect.AWK) {
                one(literal(inString(c)));
            } else if (c >= '1' && c <= '9') {
                one("\\" + c);
            } else if ("wWsSbB".indexOf(c) >= 0) {
                one("\\" + c);
            } else if (c == '<' || c == '>') {
                out.append(c == '<' ? "\\b(?=\\w)" : "\\b(?<=\\w)");
            } else if (Character.isLetterOrDigit(c) || c == '`' || c == '\'') {
                throw unknown();
            } else {
                one(literal(c));
            }
        }

        private char inString(char c) {
            if (Character.isLetterOrDigit(c) && c != 't' && c != 'n' || "<>`'".indexOf(c) >= 0) {
                throw unknown();
            }
            return c == 't' ? '\t' : c == 'n' ? '\n' : c;
        }

        private void one(String piece) {
            out.append(piece);
            begins = false;
            repeated = false;
        }

        private static String literal(char c) {
            return MEANS_MORE.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
        }

        private String bracket() {
            StringBuilder set = new StringBuilder("[");
            if (text.startsWith("^", at)) {
                set.append('^');
                at++;
            }
            int start = at;
            while (at < text.length() && (text.charAt(at) != ']' || at == start)) {
                if (text.startsWith("[:", at)) {
                    set.append(named());
                    continue;
                }
                set.append(inSet(member()));
                if (text.startsWith("-", at) && at + 1 < text.length() && text.charAt(at + 1) != ']') {
                    at++;
                    set.append('-').append(inSet(member()));
                }
            }
            if (at == text.length()) {
                throw new PatternSyntaxException("Unmatched [", text, start);
            }
            at++;
            return set.append(']').toString();
        }

        private char member() {
            if (text.startsWith("[.", at) || text.startsWith("[=", at) || text.startsWith("[:", at)) {
                throw unknown();
            }
            char c = text.charAt(at++);
            return c == '\\' && dialect == Dialect.AWK && at < text.length() ? inString(text.charAt(at++)) : c;
        }

        private static String inSet(char c) {
            return "\\^-[]&".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
        }

        private String named() {
            int end = text.indexOf(":]", at);
            String name = end < 0 ? "" : text.substring(at + 2, end);
            at = end + 2;
            return switch (name) {
                case "lower" -> "\\p{Lower}";
                case "upper" -> "\\p{Upper}";
                case "alpha" -> "\\p{Alpha}";
                case "digit" -> "\\p{Digit}";
                case "alnum" -> "\\p{Alnum}";
                case "punct" -> "\\p{Punct}";
                case "blank" -> "\\p{Blank}";
                case "space" -> "\\s\\x0B";
                case "cntrl" -> "\\p{Cntrl}";
                case "graph" -> "\\p{Graph}";
                case "print" -> "\\p{Print}";
                case "xdigit" -> "\\p{XDigit}";
                default -> throw unknown();
            };
        }

        private Refusal unknown() {
            return Words.notSimulated(tool, text, KNOWN);
        }
    }
}
