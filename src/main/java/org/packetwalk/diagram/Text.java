package org.packetwalk.diagram;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A text of a picture: a name or an address as it is, or a message that whoever paints looks up in the reader's language. */
public sealed interface Text permits Text.Literal, Text.Message {
    /** No text. */
    Text NONE = new Literal("");

    /** A text that is the same in every language. */
    static Text literal(String value) {
        return new Literal(value);
    }

    /** A message with its arguments. */
    static Text message(String key, Text... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** One answer for each of the two kinds. */
    <R> R match(Function<String, R> literal, BiFunction<String, List<Text>, R> message);

    /** Whether there is nothing to show. */
    default boolean isEmpty() {
        return equals(NONE);
    }

    /** A text that is the same in every language. */
    record Literal(String value) implements Text {
        @Override
        public <R> R match(Function<String, R> literal, BiFunction<String, List<Text>, R> message) {
            return literal.apply(value);
        }
    }

    /** The key of a message and its arguments. */
    record Message(String key, List<Text> arguments) implements Text {
        public Message {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R match(Function<String, R> literal, BiFunction<String, List<Text>, R> message) {
            return message.apply(key, arguments);
        }
    }
}
