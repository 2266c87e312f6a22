package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that only the text of the sources shows. */
class SourceRulesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
            \\b(TODO|FIXME|XXX|HACK)\\b -> do it, or make it an issue
            (?<!@Override\\s{1,20})\\bprotected\\b -> no inheritance between classes: package-private or public
            ^import (static )?[\\w.]+\\.\\*; -> name what is imported
            \\t -> indent with spaces
            \\bSystem\\.(out|err)\\b -> only the programs print, through the streams they are given
            (class|record|interface|enum) \\w*(Utils?|Helper|Manager|Impl|Misc|Common)\\b -> say what it is
            (class|interface) (Abstract|Base)\\w* -> say what it is
            /work/|/tmp/w/ -> no path of one machine
            """)
    void nowhereInTheSources(String pattern, String instead) throws IOException {
        Pattern forbidden = Pattern.compile(pattern, Pattern.MULTILINE);

        List<String> found = sources().stream()
                .filter(file -> !file.endsWith("Main.java") || !pattern.contains("System"))
                .flatMap(file -> forbidden
                        .matcher(read(file))
                        .results()
                        .map(match -> file + ": " + match.group().strip()))
                .toList();

        assertThat(found).as(instead).isEmpty();
    }

    @Test
    void persistentCollectionsAreNamedOnlyUpToTheSimulation() throws IOException {
        List<Path> naming = sources().stream()
                .filter(file -> read(file).contains("org.pcollections"))
                .toList();

        assertThat(naming)
                .hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(Layers.of(packageOf(file)))
                        .as("read it as a Map; only layers 2 to 7 make persistent collections: " + file)
                        .hasValueSatisfying(layer -> assertThat(layer.number()).isBetween(2, 7)));
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        List<Path> folders = sources().stream().map(Path::getParent).distinct().toList();

        assertThat(folders).hasSizeGreaterThan(10);
        for (Path folder : folders) {
            if (folder.endsWith("org/packetwalk")) {
                continue;
            }
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(read(info))
                    .as(info.toString())
                    .contains("@NullMarked")
                    .containsPattern("Layer \\d+")
                    .contains("package " + packageOf(folder.resolve("x")) + ";");
        }
    }

    @Test
    void everyFileEndsWithOneLineEndAndHasNoCarriageReturn() throws IOException {
        assertThat(sources())
                .allSatisfy(file -> assertThat(read(file))
                        .doesNotContain("\r")
                        .endsWith("\n")
                        .doesNotEndWith("\n\n"));
    }

    private static String packageOf(Path file) {
        return SOURCES.relativize(file.getParent()).toString().replace('/', '.');
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
