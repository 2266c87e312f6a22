package org.packetwalk.filter;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.Ipv4Prefix;
import org.packetwalk.net.Ipv6Address;
import org.packetwalk.net.Ipv6Prefix;

/** A field, a sign and a value. A field of several values is equal if one of them is, and unequal if none is. */
record Comparison(FilterField field, String sign, FilterToken value) {
    private static final int LONGEST_NUMBER = 10;
    private static final int MOST_LISTED = 20;

    /** What it asks of a step. */
    Predicate<StepFacts> test() throws FilterException {
        Predicate<Object> wanted = field.kind() == FilterField.Kind.NUMBER ? number() : word();
        boolean unequal = sign.equals("!=");
        return facts -> field.values(facts).stream().anyMatch(wanted) != unequal;
    }

    private Predicate<Object> number() throws FilterException {
        if (!value.text().matches("\\d{1," + LONGEST_NUMBER + "}")) {
            throw fault("filter.fault.number", value.text(), field.word());
        }
        long number = Long.parseLong(value.text());
        return seen -> {
            int order = Long.compare(Long.parseLong(seen.toString()), number);
            return switch (sign) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                case "~" -> seen.toString().contains(value.text());
                default -> order == 0;
            };
        };
    }

    private Predicate<Object> word() throws FilterException {
        if (sign.startsWith("<") || sign.startsWith(">")) {
            throw new FilterException("filter.fault.order", value.from() - sign.length() - 1, value.to(), field.word());
        }
        String typed = lower(value.text());
        if (sign.equals("~")) {
            return seen -> lower(seen.toString()).contains(typed);
        }
        if (field == FilterField.TEXT) {
            return seen -> lower(seen.toString()).contains(typed);
        }
        if (field.kind() == FilterField.Kind.ADDRESS) {
            return address(value.text());
        }
        List<String> known = FilterWords.known(field.kind());
        if (!known.isEmpty() && known.stream().noneMatch(word -> lower(word).equals(typed))) {
            boolean few = known.size() <= MOST_LISTED;
            throw fault(
                    few ? "filter.fault.known" : "filter.fault.unknown",
                    value.text(),
                    field.word(),
                    String.join(", ", known));
        }
        return seen -> lower(seen.toString()).equals(typed);
    }

    /** An address, or a prefix that covers it. */
    private Predicate<Object> address(String text) throws FilterException {
        try {
            if (text.contains(":")) {
                Ipv6Prefix wanted = text.contains("/") ? loose6(text) : Ipv6Prefix.of(Ipv6Address.parse(text));
                return seen -> seen instanceof Ipv6Address address && wanted.contains(address);
            }
            Ipv4Prefix wanted = text.contains("/") ? loose4(text) : Ipv4Prefix.of(Ipv4Address.parse(text));
            return seen -> seen instanceof Ipv4Address address && wanted.contains(address);
        } catch (IllegalArgumentException notOne) {
            throw fault("filter.fault.address", text);
        }
    }

    /** A prefix whose host bits may be set. */
    private static Ipv4Prefix loose4(String text) {
        int slash = text.indexOf('/');
        return Ipv4Prefix.containing(
                Ipv4Address.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    private static Ipv6Prefix loose6(String text) {
        int slash = text.indexOf('/');
        return Ipv6Prefix.containing(
                Ipv6Address.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    private FilterException fault(String key, Object... arguments) {
        return new FilterException(key, value.from(), value.to(), arguments);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
