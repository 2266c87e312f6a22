package org.packetwalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabFile;
import org.packetwalk.lab.LabFormatException;

class LessonFileTest {
    private static final String LESSON = """
            minutes: 5
            question: Where to?
            question.zh: 去哪里？
            symptom: It goes
              somewhere.
            symptom.zh: 它去了
              某处。
            predict: Which device sends it?
            predict.zh: 哪个设备发送它？
            on: web ping -c1 127.0.0.1
            hide: routed
            choice: lo | the loop
            choice.zh: lo | 环回
            path: sent && device == lo
            choice: another one
            choice.zh: 另一个
            path: sent && device != lo
            watch: Look.
            watch.zh: 看。
            task: Walk to the driver.
            task.zh: 走到驱动。
            step: sent
            explain: So it is.
            explain.zh: 就是这样。
            change: Change it.
            change.zh: 改一改。
            task: Switch lo off.
            task.zh: 关掉 lo。
            try: web ip link set lo down
            state: web ip link show dev lo => state DOWN
            check: Ask again.
            check.zh: 再问一次。
            task: Lose a packet.
            task.zh: 丢一个包。
            try: web ping -c1 -W1 127.0.0.1
            path: routed then dropped && device == lo
            path not: delivered
            """;
    private static final String LAB = "# title: t\n\nip netns add web\nip -n web link set lo up\n";

    private static Lesson read(String text) throws LabFormatException {
        return LessonFile.read("t.lesson", "t", text.getBytes(StandardCharsets.UTF_8));
    }

    private static LessonCheck.Outcome check(String text) throws LabFormatException {
        Lab lab = LabFile.read("t.sh", LAB);
        return LessonCheck.of(lab, read(text));
    }

    @Test
    void readsTextsOverSeveralLinesInBothLanguages() throws LabFormatException {
        Lesson lesson = read(LESSON);

        Text symptom = lesson.section(Part.SYMPTOM).orElseThrow().text();
        assertThat(symptom.in(Locale.ENGLISH)).isEqualTo("It goes somewhere.");
        assertThat(symptom.in(Locale.CHINESE)).isEqualTo("它去了某处。");
        assertThat(lesson.items()).hasSize(4);
    }

    @Test
    void aSoundLessonPasses() throws LabFormatException {
        LessonCheck.Outcome outcome = check(LESSON);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.answers()).containsExactly("1");
    }

    /** What is replaced, by what, and a part of the sentence with its line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minutes: 5               | minutes: 11                    | t.lesson:1: "11" is no number from 1 to 10.
            minutes: 5               | minutes: 5;question: x         | t.lesson:3: "question" is said twice
            minutes: 5               | hours: 1                       | t.lesson:1: "hours" is not known. Known are: minutes,
            question.zh: 去哪里？     | question.fr: Où ?              | t.lesson:3: The language "fr" is not known.
            symptom.zh: 它去了        | # 它去了                        | t.lesson:4: "symptom" is missing in the language zh
            on: web ping -c1 127.0.0.1 | on: ping                     | t.lesson:10: "ping" is no host with a command
            hide: routed             | hide: flown                    | t.lesson:11: flown is no word
            hide: routed             | # none                         | t.lesson:8: The prediction needs "on: HOST COMMAND"
            step: sent               | # none                         | t.lesson:20: The task does not say when it is done
            try: web ip link         | # ip link                      | t.lesson:27: The task has no solution
            => state DOWN            | state DOWN                     | t.lesson:30: A state is a host, a command and
            watch: Look.             | just words                     | t.lesson:18: "just words" is no entry.
            watch: Look.             | watch:                         | t.lesson:18: "watch:" says nothing.
            path: sent && device != lo | # none                       | t.lesson:15: The choice does not say when it is right
            """)
    void whatIsWrongIsToldWithItsPlace(String part, String other, String sentence) {
        String text = LESSON.replace(part, other.replace(";", "\n"));

        assertThat(text).isNotEqualTo(LESSON);
        assertThatExceptionOfType(LabFormatException.class)
                .isThrownBy(() -> read(text))
                .withMessageContaining(sentence);
    }

    /** What is replaced, by what, and what the check then says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hide: routed             | hide: delivered                | The answer 1 can be seen before "hide:".
            hide: routed             | hide: waits                    | "hide:" hides nothing
            path: sent && device == lo | path: sent && device == eth9 | The run does not say one right answer.
            path: sent && device != lo | path: sent                   | The run does not say one right answer.
            => state DOWN            | => lo                          | The task is done before anything was done for it.
            => state DOWN            | => state SIDEWAYS              | The task is not done by its own solution.
            path not: delivered      | path not: routed               | The task is not done by its own solution.
            step: sent               | step: waits                    | No step of the last walk is meant by "step:".
            web ip link set lo down  | web ip xfrm state              | is not understood
            explain: So it is.       | article: So it is.             | There is no "explain:".
            """)
    void aLessonThatDoesNotWorkIsFoundOut(String part, String other, String sentence) throws LabFormatException {
        String text = LESSON.replace(part, other);
        if (other.startsWith("article")) {
            text = text.replace("explain.zh", "article.zh");
        }

        assertThat(check(text).faults()).map(LessonCheck.Fault::sentence).anyMatch(said -> said.contains(sentence));
    }

    @Test
    void aLessonThatTakesTooLongIsFoundOut() throws LabFormatException {
        String text = LESSON.replace("minutes: 5", "minutes: 2");

        assertThat(check(text).faults())
                .map(LessonCheck.Fault::sentence)
                .anyMatch(said -> said.contains("minutes in the language en, and says 2."));
    }

    @Test
    void aCheckDoneBeforeTheChangeDoesNotCount() throws LabFormatException {
        Lesson lesson = read(LESSON);
        Grading grading = new Grading(LabFile.read("t.sh", LAB), lesson);
        String down = "ip -n web link set lo down\n";
        String ping = "ip netns exec web ping -c1 -W1 127.0.0.1\n";

        assertThat(grading.mark(LabFile.read("a.sh", ping + down)).tasks()).containsExactly(true, true, false);
        assertThat(grading.mark(LabFile.read("a.sh", ping + down + ping)).tasks())
                .containsExactly(true, true, true);
        assertThat(grading.mark(LabFile.read("a.sh", down + ping)).tasks()).containsExactly(false, true, true);
    }
}
