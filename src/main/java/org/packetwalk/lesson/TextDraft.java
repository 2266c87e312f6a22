package org.packetwalk.lesson;

/** A text as far as it was read. */
final class TextDraft {
    /** No text. */
    static final TextDraft NONE = new TextDraft();

    private final String key;
    private final int line;
    private Text text = Text.NONE;

    private TextDraft() {
        key = "";
        line = 0;
    }

    /** A text that begins with a line. */
    TextDraft(LessonLine first) {
        key = first.key();
        line = first.number();
        say(first);
    }

    /** In another language, too. */
    void say(LessonLine more) {
        text = text.with(more.language(), more.value());
    }

    boolean isPresent() {
        return !key.isEmpty();
    }

    boolean says(String language) {
        return text.words().containsKey(language);
    }

    String key() {
        return key;
    }

    int line() {
        return line;
    }

    Text text() {
        return text;
    }
}
