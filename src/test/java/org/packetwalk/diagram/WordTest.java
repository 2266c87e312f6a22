package org.packetwalk.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.narrate.Messages;

class WordTest {
    @ParameterizedTest
    @MethodSource("languages")
    void everyWordOfAPictureIsInEveryBundleAndNoneIsLeftOver(Locale language) {
        var words = Arrays.stream(Word.values()).map(Word::key).toList();

        assertThat(Messages.of(language).keys().stream().filter(key -> key.startsWith("diagram.")))
                .containsExactlyInAnyOrderElementsOf(words);
    }

    static Iterable<Locale> languages() {
        return Messages.languages();
    }
}
