package org.packetwalk.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What can be compared in a filter. */
enum FilterField {
    /** The name of the host. */
    HOST(Kind.WORD, facts -> List.of(facts.host())),
    /** App, L4, L3, Hook, L2 or Device. */
    LAYER(Kind.LAYER, facts -> List.of(FilterWords.layer(facts.layer()))),
    /** A station of the path. */
    STATION(Kind.STATION, StepFacts::stations),
    /** The name of a device. */
    DEVICE(Kind.WORD, StepFacts::devices),
    /** An address, or a prefix that covers it. */
    ADDRESS(Kind.ADDRESS, StepFacts::addresses),
    /** The number of the packet. */
    PACKET(Kind.NUMBER, facts -> List.of(String.valueOf(facts.packet()))),
    /** The kernel function an event happens in. */
    FUNCTION(Kind.FUNCTION, StepFacts::functions),
    /** A kernel function that led to an event. */
    WITHIN(Kind.FUNCTION, StepFacts::chain),
    /** Why a packet was dropped. */
    REASON(Kind.REASON, StepFacts::reasons),
    /** A table that was asked. */
    TABLE(Kind.WORD, StepFacts::tables),
    /** The priority of a rule that was asked. */
    RULE(Kind.NUMBER, StepFacts::rules),
    /** The words of the row. */
    TEXT(Kind.TEXT, facts -> List.of(facts.text()));

    private final Kind kind;
    private final Function<StepFacts, ? extends List<?>> values;

    /** What can stand on the right of a comparison. */
    enum Kind {
        WORD,
        LAYER,
        STATION,
        ADDRESS,
        NUMBER,
        FUNCTION,
        REASON,
        TEXT
    }

    FilterField(Kind kind, Function<StepFacts, ? extends List<?>> values) {
        this.kind = kind;
        this.values = values;
    }

    Kind kind() {
        return kind;
    }

    /** What a step has of it. */
    List<?> values(StepFacts facts) {
        return values.apply(facts);
    }

    /** As it is written. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FilterField> of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word().equalsIgnoreCase(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(FilterField::word).toList();
    }
}
