package org.packetwalk.export.image;

import java.util.function.Function;

import org.packetwalk.diagram.Text;
import org.packetwalk.narrate.Messages;

/** The texts of pictures in one language, for tests. */
record Words(Messages messages) implements Function<Text, String> {
    @Override
    public String apply(Text text) {
        return text.match(
                literal -> literal,
                (key, arguments) ->
                        messages.text(key, arguments.stream().map(this).toArray()));
    }
}
