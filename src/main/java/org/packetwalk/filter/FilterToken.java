package org.packetwalk.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a filter as it was typed.
 *
 * @param text its characters, of a quoted text those between the quotes
 * @param from its first character
 * @param to behind its last character
 */
record FilterToken(Kind kind, String text, int from, int to) {
    private static final Pattern NEXT =
            Pattern.compile("\\s*(?:(\"[^\"]*\"?)|(&&|\\|\\||==|!=|<=|>=|[<>~!()=&|])" + "|([^\\s\"&|=!<>~()]+))");
    private static final List<String> COMPARISONS = List.of("==", "!=", "~", "<", "<=", ">", ">=", "=");

    /** What it is. */
    enum Kind {
        WORD,
        QUOTED,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** A sign, or the word that can be written for it. */
    boolean is(String sign, String word) {
        return is(sign) || kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isComparison() {
        return kind == Kind.SIGN && COMPARISONS.contains(text);
    }

    boolean isValue() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** The parts of a text, the end behind them. */
    static List<FilterToken> of(String typed) throws FilterException {
        List<FilterToken> tokens = new ArrayList<>();
        Matcher next = NEXT.matcher(typed);
        int at = 0;
        while (next.find(at) && next.start() == at) {
            tokens.add(token(next));
            at = next.end();
        }
        tokens.add(new FilterToken(Kind.END, "", typed.length(), typed.length()));
        return tokens;
    }

    private static FilterToken token(Matcher found) throws FilterException {
        if (found.group(1) != null) {
            String quoted = found.group(1);
            if (quoted.length() < 2 || !quoted.endsWith("\"")) {
                throw new FilterException("filter.fault.quote", found.start(1), found.end(1));
            }
            return new FilterToken(Kind.QUOTED, quoted.substring(1, quoted.length() - 1), found.start(1), found.end(1));
        }
        return found.group(2) != null
                ? new FilterToken(Kind.SIGN, found.group(2), found.start(2), found.end(2))
                : new FilterToken(Kind.WORD, found.group(3), found.start(3), found.end(3));
    }
}
