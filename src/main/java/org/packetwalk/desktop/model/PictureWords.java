package org.packetwalk.desktop.model;

import java.util.List;
import java.util.function.Function;

import org.packetwalk.diagram.Text;
import org.packetwalk.narrate.Messages;

/** The texts of a picture in one language. */
public record PictureWords(Messages messages) implements Function<Text, String> {
    @Override
    public String apply(Text text) {
        return text.match(literal -> literal, this::message);
    }

    private String message(String key, List<Text> arguments) {
        return messages.text(key, arguments.stream().map(this).toArray());
    }
}
