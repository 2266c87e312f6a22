package org.packetwalk.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What can stand where the caret is.
 *
 * @param from where the word begins that would be replaced
 * @param words what can stand there, the likely ones first
 */
public record FilterCompletion(int from, List<String> words) {
    private static final List<String> SIGNS = List.of("==", "!=", "~");
    private static final List<String> JOINS = List.of("&&", "||");

    /** Keeps an immutable list. */
    public FilterCompletion {
        words = List.copyOf(words);
    }

    /**
     * The names a lab has.
     *
     * @param hosts of its hosts
     * @param devices of its devices
     * @param addresses of its hosts, without prefix lengths
     */
    public record Vocabulary(List<String> hosts, List<String> devices, List<String> addresses) {
        /** Of no lab. */
        public static final Vocabulary NONE = new Vocabulary(List.of(), List.of(), List.of());

        /** Keeps immutable lists. */
        public Vocabulary {
            hosts = List.copyOf(hosts);
            devices = List.copyOf(devices);
            addresses = List.copyOf(addresses);
        }
    }

    /** Completes what was typed up to the caret. */
    public static FilterCompletion at(String typed, int caret, Vocabulary names) {
        String before = typed.substring(0, Math.max(0, Math.min(caret, typed.length())));
        List<FilterToken> tokens = tokens(before);
        FilterToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        boolean inWord = last != null && last.kind() == FilterToken.Kind.WORD && last.to() == before.length();
        int from = inWord ? last.from() : before.length();
        List<FilterToken> complete = inWord ? tokens.subList(0, tokens.size() - 1) : tokens;
        String started = before.substring(from).toLowerCase(Locale.ROOT);
        List<String> all = possible(complete, names);
        if (inWord && all.stream().anyMatch(word -> word.equalsIgnoreCase(started))) {
            return new FilterCompletion(
                    before.length(),
                    possible(tokens, names).stream().map(word -> " " + word).toList());
        }
        List<String> fitting = all.stream()
                .filter(word -> word.toLowerCase(Locale.ROOT).startsWith(started))
                .toList();
        return new FilterCompletion(from, fitting);
    }

    private static List<FilterToken> tokens(String text) {
        try {
            List<FilterToken> all = new ArrayList<>(FilterToken.of(text));
            all.remove(all.size() - 1);
            return all;
        } catch (FilterException open) {
            return List.of();
        }
    }

    private static List<String> possible(List<FilterToken> before, Vocabulary names) {
        if (before.isEmpty()) {
            return beginnings();
        }
        FilterToken last = before.get(before.size() - 1);
        if (last.isComparison()) {
            return before.size() < 2
                    ? List.of()
                    : FilterField.of(before.get(before.size() - 2).text())
                            .map(field -> values(field, names))
                            .orElse(List.of());
        }
        boolean value = before.size() > 1 && before.get(before.size() - 2).isComparison();
        if (last.isValue() && !value && FilterField.of(last.text()).isPresent()) {
            return SIGNS;
        }
        return last.isValue() && !last.is("!", "not") && !last.is("&&", "and") && !last.is("||", "or") || last.is(")")
                ? JOINS
                : beginnings();
    }

    private static List<String> beginnings() {
        return Stream.concat(FilterField.words().stream(), FilterFlag.words().stream())
                .toList();
    }

    private static List<String> values(FilterField field, Vocabulary names) {
        return switch (field) {
            case HOST -> names.hosts();
            case DEVICE -> names.devices();
            case ADDRESS -> names.addresses();
            case TABLE -> List.of("local", "main", "default");
            case LAYER, STATION, FUNCTION, WITHIN, REASON -> FilterWords.known(field.kind());
            case PACKET, RULE, TEXT -> List.of();
        };
    }
}
