package org.packetwalk.narrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
    private static final Path FOLDER = Path.of("assets/i18n");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[,}]");
    private static final Pattern HAN_BESIDE_LATIN = Pattern.compile("[\\p{IsHan}][A-Za-z0-9]|[A-Za-z0-9][\\p{IsHan}]");

    @Test
    void englishAndChineseAreThere() {
        assertThat(Messages.languages()).startsWith(Locale.ENGLISH).contains(Locale.CHINESE);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageHasTheKeysOfEnglish(Locale language) {
        SortedSet<String> english = Messages.of(Locale.ENGLISH).keys();

        SortedSet<String> keys = Messages.of(language).keys();

        assertThat(english).hasSizeGreaterThan(20);
        assertThat(missing(english, keys))
                .as("lines to add to messages_" + language + ".properties")
                .isEmpty();
        assertThat(missing(keys, english))
                .as("lines to add to messages_en.properties")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void placeholdersAgreeWithEnglish(Locale language) throws IOException {
        List<String> english = lines(Locale.ENGLISH);
        List<String> lines = lines(language);
        for (String line : lines) {
            String key = key(line);
            String twin = english.stream()
                    .filter(other -> key(other).equals(key))
                    .findFirst()
                    .orElse(line);

            assertThat(placeholders(line)).as(key + " in " + language).isEqualTo(placeholders(twin));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyMessageIsAPattern(Locale language) throws IOException {
        for (String line : lines(language)) {
            String pattern = line.substring(line.indexOf('=') + 1);

            assertThatCode(() -> new MessageFormat(pattern, language)).as(line).doesNotThrowAnyException();
            assertThat(pattern)
                    .as("a lone quote is swallowed by MessageFormat: use \u2019")
                    .doesNotContain("'");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noKeyIsGivenTwiceAndKeysAreSorted(Locale language) throws IOException {
        List<String> keys = lines(language).stream().map(MessagesTest::key).toList();

        assertThat(keys).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void chineseAndLatinAreSetApart() throws IOException {
        for (String line : lines(Locale.CHINESE)) {
            assertThat(HAN_BESIDE_LATIN.matcher(line).results().map(Object::toString))
                    .as(line)
                    .isEmpty();
        }
    }

    /** Most messages are put together without their pattern being parsed: what comes out is what the pattern says. */
    @ParameterizedTest
    @MethodSource("languages")
    void everyMessageReadsAsItsPatternSays(Locale language) throws IOException {
        Messages messages = Messages.of(language);
        Object[] words = {"ab", "{1}", "", "d", "e", "f", "g", "h", "i", "j"};
        for (String line : lines(language)) {
            String pattern = line.substring(line.indexOf('=') + 1);
            if (!pattern.contains(",choice,") && !pattern.contains("\\")) {
                assertThat(messages.text(key(line), words))
                        .as(line)
                        .isEqualTo(new MessageFormat(pattern, language).format(words));
            }
        }
    }

    @Test
    void numbersAreWrittenWithoutSeparators() {
        Messages messages = Messages.of(Locale.ENGLISH);

        assertThat(messages.text("time.step-of", 1025, 2048)).isEqualTo("Step 1025 of 2048");
    }

    @Test
    void anUnknownKeyAnswersItself() {
        assertThat(Messages.of(Locale.ENGLISH).text("no.such.key", 1)).isEqualTo("no.such.key");
    }

    @Test
    void anUnknownLanguageIsAnsweredInEnglish() {
        assertThat(Messages.of(new Locale("xx")).locale()).isEqualTo(Locale.ENGLISH);
    }

    static List<Locale> languages() {
        return Messages.languages();
    }

    private static List<String> missing(SortedSet<String> wanted, SortedSet<String> there) {
        return wanted.stream()
                .filter(key -> !there.contains(key))
                .map(key -> key + "=")
                .toList();
    }

    private static List<String> lines(Locale language) throws IOException {
        Path file = FOLDER.resolve("messages_" + language.getLanguage() + ".properties");
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String key(String line) {
        return line.substring(0, line.indexOf('='));
    }

    private static SortedSet<String> placeholders(String line) {
        SortedSet<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(line);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
