package org.packetwalk.filter;

import java.util.List;
import java.util.function.Predicate;

/**
 * Reads filters: comparisons and single words, joined by {@code &&}, {@code ||}, {@code !} and parentheses, of which
 * {@code &&} binds closer than {@code ||}. The words {@code and}, {@code or} and {@code not} mean the same.
 */
final class FilterReader {
    private final List<FilterToken> tokens;
    private int next;

    private FilterReader(List<FilterToken> tokens) {
        this.tokens = tokens;
    }

    static Predicate<StepFacts> read(String typed) throws FilterException {
        FilterReader reader = new FilterReader(FilterToken.of(typed));
        if (reader.token().kind() == FilterToken.Kind.END) {
            return facts -> true;
        }
        Predicate<StepFacts> read = reader.alternatives();
        FilterToken rest = reader.token();
        if (rest.kind() != FilterToken.Kind.END) {
            throw new FilterException("filter.fault.joined", rest.from(), rest.to(), rest.text());
        }
        return read;
    }

    private Predicate<StepFacts> alternatives() throws FilterException {
        Predicate<StepFacts> left = all();
        while (token().is("||", "or")) {
            next++;
            left = left.or(all());
        }
        return left;
    }

    private Predicate<StepFacts> all() throws FilterException {
        Predicate<StepFacts> left = one();
        while (token().is("&&", "and")) {
            next++;
            left = left.and(one());
        }
        return left;
    }

    private Predicate<StepFacts> one() throws FilterException {
        FilterToken token = token();
        if (token.is("!", "not")) {
            next++;
            return one().negate();
        }
        if (token.is("(")) {
            next++;
            Predicate<StepFacts> inside = alternatives();
            if (!token().is(")")) {
                throw new FilterException("filter.fault.parenthesis", token.from(), token.to());
            }
            next++;
            return inside;
        }
        if (token.kind() == FilterToken.Kind.QUOTED) {
            next++;
            return new Comparison(FilterField.TEXT, "~", token).test();
        }
        if (token.kind() == FilterToken.Kind.WORD) {
            return word(token);
        }
        if (token.kind() == FilterToken.Kind.END) {
            int before = next == 0 ? 0 : tokens.get(next - 1).from();
            throw new FilterException("filter.fault.end", before, token.to());
        }
        throw new FilterException("filter.fault.sign", token.from(), token.to(), token.text());
    }

    private Predicate<StepFacts> word(FilterToken word) throws FilterException {
        next++;
        FilterToken sign = token();
        if (!sign.isComparison()) {
            return flag(word);
        }
        FilterField field = FilterField.of(word.text())
                .orElseThrow(() -> new FilterException(
                        "filter.fault.field",
                        word.from(),
                        word.to(),
                        word.text(),
                        String.join(", ", FilterField.words())));
        if (sign.is("=")) {
            throw new FilterException("filter.fault.equals", sign.from(), sign.to());
        }
        next++;
        FilterToken value = token();
        if (!value.isValue()) {
            throw new FilterException("filter.fault.value", word.from(), sign.to(), word.text() + " " + sign.text());
        }
        next++;
        return new Comparison(field, sign.text(), value).test();
    }

    private static Predicate<StepFacts> flag(FilterToken word) throws FilterException {
        if (FilterField.of(word.text()).isPresent()) {
            throw new FilterException("filter.fault.compare", word.from(), word.to(), word.text());
        }
        FilterFlag flag = FilterFlag.of(word.text())
                .orElseThrow(() -> new FilterException(
                        "filter.fault.word",
                        word.from(),
                        word.to(),
                        word.text(),
                        String.join(", ", FilterFlag.words())));
        return flag::holds;
    }

    private FilterToken token() {
        return tokens.get(next);
    }
}
