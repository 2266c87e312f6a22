package org.packetwalk.narrate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says sentences in one language. In a message {@code [[…]]} marks what matters and backquotes mark names of the kernel.
 */
public final class Speaker {
    private static final String OPEN = "[[";
    private static final String CLOSE = "]]";

    /** A space that would have stood beside Latin text, had a parameter not brought Chinese. */
    private static final Pattern BETWEEN_CHINESE =
            Pattern.compile("(?<=\\p{IsHan}|\\p{IsHan}]]) (?=\\p{IsHan}|\\[\\[\\p{IsHan})");

    private final Messages messages;
    private final boolean chinese;

    /** A speaker of the language of these words. */
    public Speaker(Messages messages) {
        this.messages = messages;
        this.chinese = messages.locale().getLanguage().equals("zh");
    }

    /** The words it speaks with. */
    public Messages messages() {
        return messages;
    }

    /** The sentence as plain text, empty for {@link Sentence#NONE}. */
    public String text(Sentence sentence) {
        return parts(sentence).stream().map(SpokenPart::text).collect(Collectors.joining());
    }

    /** The sentence in parts that are set differently, in order. */
    public List<SpokenPart> parts(Sentence sentence) {
        if (!sentence.isPresent()) {
            return List.of();
        }
        List<SpokenPart> parts = new ArrayList<>();
        String said = messages.text(sentence.key(), arguments(sentence));
        String marked = chinese ? BETWEEN_CHINESE.matcher(said).replaceAll("") : said;
        int at = 0;
        while (at < marked.length()) {
            int open = marked.indexOf(OPEN, at);
            int close = open < 0 ? -1 : marked.indexOf(CLOSE, open + OPEN.length());
            if (close < 0) {
                names(marked.substring(at), parts);
                break;
            }
            names(marked.substring(at, open), parts);
            add(marked.substring(open + OPEN.length(), close).replace("`", ""), SpokenPart.Style.HIGHLIGHT, parts);
            at = close + CLOSE.length();
        }
        return List.copyOf(parts);
    }

    private Object[] arguments(Sentence sentence) {
        return sentence.arguments().stream()
                .map(argument -> argument instanceof Sentence inner ? text(inner) : argument)
                .toArray();
    }

    private static void names(String text, List<SpokenPart> parts) {
        String[] pieces = text.split("`", -1);
        for (int i = 0; i < pieces.length; i++) {
            boolean name = i % 2 == 1 && i < pieces.length - 1;
            add(pieces[i], name ? SpokenPart.Style.NAME : SpokenPart.Style.PLAIN, parts);
        }
    }

    private static void add(String text, SpokenPart.Style style, List<SpokenPart> parts) {
        if (!text.isEmpty()) {
            parts.add(new SpokenPart(text, style));
        }
    }
}
