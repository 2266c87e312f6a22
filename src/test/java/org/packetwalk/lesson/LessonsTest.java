package org.packetwalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;

/** Every lesson that comes with the program, worked through with its own solutions. */
class LessonsTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern HAN_BESIDE_LATIN =
            Pattern.compile("[\\p{IsHan}][A-Za-z0-9`]|[A-Za-z0-9`][\\p{IsHan}]");

    @ParameterizedTest
    @MethodSource("lessons")
    void eachPredictionHasOneHiddenAnswerAndEachTaskIsDoneByItsSolutionOnly(String lab) {
        Lesson lesson = LessonCatalog.of(lab).orElseThrow();

        LessonCheck.Outcome outcome = LessonCheck.of(LabCatalog.lab(lab), lesson);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.answers())
                .hasSizeBetween(2, 4)
                .hasSameSizeAs(lesson.predictions())
                .allMatch(answer -> !answer.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void isSaidInEnglishAndInChinese(String lab) {
        List<Text> texts = texts(LessonCatalog.of(lab).orElseThrow());

        assertThat(texts).hasSizeGreaterThan(8).allSatisfy(text -> {
            String chinese = text.words().get("zh");
            assertThat(text.languages()).containsExactly("en", "zh");
            assertThat(HAN.matcher(chinese).find()).as(chinese).isTrue();
            assertThat(HAN.matcher(text.words().get("en")).find()).isFalse();
            assertThat(HAN_BESIDE_LATIN.matcher(chinese).results().map(Object::toString))
                    .as(chinese)
                    .isEmpty();
            assertThat(text.words().values())
                    .allMatch(said -> said.chars().filter(sign -> sign == '`').count() % 2 == 0);
        });
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void asksWhatItsCardAsks(String lab) {
        Text question = LessonCatalog.of(lab).orElseThrow().question();

        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(question.in(language)).isEqualTo(Messages.of(language).text("lab." + lab + ".question"));
        }
    }

    @Test
    void tasksAreOnTheStateOnThePathAndOnTheReasonOfADrop() throws IOException {
        StringBuilder texts = new StringBuilder();
        for (String lab : lessons()) {
            texts.append(Files.readString(Path.of("assets/labs/" + lab + ".lesson")));
        }

        assertThat(texts.toString().lines().filter(line -> line.startsWith("state")))
                .hasSizeGreaterThan(40);
        assertThat(texts.toString().lines().filter(line -> line.matches("(path|step): .*reason == .*")))
                .hasSizeGreaterThan(15);
        assertThat(texts.toString().lines().filter(line -> line.startsWith("step: ")))
                .hasSizeGreaterThan(8);
    }

    @Test
    void everyLabHasALesson() {
        assertThat(lessons()).isEqualTo(LabCatalog.names()).hasSize(31);
    }

    static List<String> lessons() {
        return LessonCatalog.all().stream().map(Lesson::lab).toList();
    }

    /** Everything that is said, but for the labels of choices, which may be names. */
    private static List<Text> texts(Lesson lesson) {
        List<Text> texts = new ArrayList<>();
        texts.add(lesson.question());
        for (Lesson.Section section : lesson.sections()) {
            if (section.part() != Part.PREDICT) {
                texts.add(section.text());
            }
            texts.addAll(section.notes());
            section.items().forEach(item -> texts.add(item.text()));
        }
        return texts;
    }
}
