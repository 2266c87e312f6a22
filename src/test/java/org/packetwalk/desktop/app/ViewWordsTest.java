package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.packetwalk.narrate.Messages;

class ViewWordsTest {
    private static final Path VIEWS = Path.of("src/main/resources/org/packetwalk/desktop");
    private static final Pattern KEY = Pattern.compile("\"%([\\w.-]+)\"");
    private static final Pattern TEXT = Pattern.compile("\\b(text|promptText|accessibleText)=\"[^%\"]");
    private static final Pattern TOKEN = Pattern.compile("-pw-[\\w-]+");

    @Test
    void everyKeyOfAViewHasItsWords() throws IOException {
        Messages english = Messages.of(Locale.ENGLISH);
        var keys = new TreeSet<String>();
        for (Path view : views()) {
            KEY.matcher(Files.readString(view)).results().forEach(found -> keys.add(found.group(1)));
        }

        assertThat(keys).hasSizeGreaterThan(20).allMatch(english::has);
    }

    @Test
    void noViewHasWordsOfItsOwn() throws IOException {
        for (Path view : views()) {
            assertThat(TEXT.matcher(Files.readString(view)).find())
                    .as(view.toString())
                    .isFalse();
        }
    }

    @Test
    void theStructureTakesEveryColourFromTheTokens() throws IOException {
        String base = Files.readString(Path.of("assets/styles/base.css"));
        String light = Files.readString(Path.of("assets/styles/tokens-light.css"));
        String dark = Files.readString(Path.of("assets/styles/tokens-dark.css"));
        String contrast = Files.readString(Path.of("assets/styles/tokens-contrast.css"));

        assertThat(TOKEN.matcher(base).results().map(found -> found.group() + ":"))
                .hasSizeGreaterThan(100)
                .allMatch(light::contains)
                .allMatch(dark::contains)
                .allMatch(contrast::contains);
        assertThat(Pattern.compile("#[0-9A-Fa-f]{3,8}[; ,]").matcher(base).results())
                .isEmpty();
    }

    private static List<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(VIEWS)) {
            List<Path> views = files.filter(file -> file.toString().endsWith(".fxml"))
                    .sorted()
                    .toList();
            assertThat(views).hasSizeGreaterThanOrEqualTo(18);
            return views;
        }
    }
}
