package org.packetwalk.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a filter expression, and how far they were read. */
final class FilterTokens {

    private static final String HEX = "[0-9a-fA-F]";
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:(" + HEX + "{1,2}(?::" + HEX + "{1,2}){5}(?![:0-9a-zA-Z]))"
                    + "|(" + HEX + "*(?::" + HEX + "*)*::(?:" + HEX + "+(?::" + HEX + "+)*)?(?:\\d+(?:\\.\\d+){3})?"
                    + "|" + HEX + "+(?::" + HEX + "+){7})"
                    + "|(\\\\?[A-Za-z0-9](?:[-_.A-Za-z0-9]*[.A-Za-z0-9])?)"
                    + "|(&&|\\|\\||<<|>>|==|!=|<=|>=|[()\\[\\]:+*/%&|^<>=!-]))");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    FilterTokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int read = 0;
        while (read < text.length() && matcher.region(read, text.length()).lookingAt()) {
            tokens.add(matcher.group().strip());
            read = matcher.end();
        }
        if (!text.substring(read).isBlank()) {
            throw FilterFault.syntax();
        }
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }

    boolean end() {
        return at == tokens.size();
    }

    /** The next token without reading it, empty at the end. */
    String peek() {
        return peek(0);
    }

    String peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : "";
    }

    String next() {
        if (end()) {
            throw FilterFault.syntax();
        }
        return tokens.get(at++);
    }

    /** Reads a token if it is the next. */
    boolean take(String... alternatives) {
        for (String token : alternatives) {
            if (peek().equals(token)) {
                at++;
                return true;
            }
        }
        return false;
    }

    void expect(String token) {
        if (!take(token)) {
            throw FilterFault.syntax();
        }
    }

    static boolean isNumber(String token) {
        return token.matches("\\d{1,10}|0[xX][0-9a-fA-F]{1,8}");
    }

    static long number(String token) {
        long value = token.matches("0[xX].*")
                ? Long.parseLong(token.substring(2), 16)
                : token.matches("0[0-7]+") ? Long.parseLong(token, 8) : Long.parseLong(token);
        if (value > FilterNumber.WORD) {
            throw new FilterFault("number " + token + " overflows");
        }
        return value;
    }
}
