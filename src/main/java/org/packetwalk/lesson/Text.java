package org.packetwalk.lesson;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A text in some languages. What stands between backquotes is a command, a name or a value.
 *
 * @param words the text by the code of its language, {@code en} or {@code zh}
 */
public record Text(SortedMap<String, String> words) {
    /** No text. */
    public static final Text NONE = new Text(new TreeMap<>());

    /** Keeps its own copy. */
    public Text {
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
    }

    /** The text in a language; where it is missing, in the first there is, which is English if it is there. */
    public String in(Locale language) {
        String said = words.get(language.getLanguage());
        return said != null ? said : words.values().stream().findFirst().orElse("");
    }

    /** The codes of its languages, in order. */
    public List<String> languages() {
        return List.copyOf(words.keySet());
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    Text with(String language, String said) {
        SortedMap<String, String> more = new TreeMap<>(words);
        more.put(language, said);
        return new Text(more);
    }
}
