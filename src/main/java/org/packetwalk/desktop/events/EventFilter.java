package org.packetwalk.desktop.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.packetwalk.desktop.model.StepView;

/**
 * Which rows of the event list are shown. Terms are joined by {@code &&}: {@code host == web-1}, {@code layer != Hook},
 * {@code event == dropped}; anything else is looked for in the whole row. Case does not matter.
 */
public final class EventFilter {
    private static final Pattern COMPARISON =
            Pattern.compile("\\s*(host|layer|event|detail)\\s*(==|!=)\\s*(.+?)\\s*", Pattern.CASE_INSENSITIVE);

    private final List<Term> terms;

    private record Term(String field, boolean wanted, String value) {}

    private EventFilter(List<Term> terms) {
        this.terms = terms;
    }

    /** Reads what was typed; every text is a filter. */
    public static EventFilter parse(String text) {
        List<Term> terms = new ArrayList<>();
        for (String part : text.split("&&")) {
            Matcher matcher = COMPARISON.matcher(part);
            if (matcher.matches()) {
                terms.add(new Term(lower(matcher.group(1)), matcher.group(2).equals("=="), lower(matcher.group(3))));
            } else if (!part.isBlank()) {
                terms.add(new Term("", true, lower(part.strip())));
            }
        }
        return new EventFilter(terms);
    }

    /** Whether a step is shown. */
    public boolean accepts(StepView step) {
        return terms.stream().allMatch(term -> holds(term, step) == term.wanted());
    }

    private static boolean holds(Term term, StepView step) {
        return switch (term.field()) {
            case "host" -> lower(step.host()).equals(term.value());
            case "layer" -> lower(step.label()).equals(term.value());
            case "event" -> lower(step.title()).contains(term.value());
            case "detail" -> lower(step.detail()).contains(term.value());
            default ->
                lower(step.host() + " " + step.label() + " " + step.title() + " " + step.detail())
                        .contains(term.value());
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
