package org.packetwalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.export.json.TraceFile;
import org.packetwalk.narrate.Account;
import org.packetwalk.narrate.Evidence;
import org.packetwalk.narrate.Messages;
import org.packetwalk.narrate.Narrator;
import org.packetwalk.narrate.Sentence;
import org.packetwalk.narrate.Speaker;
import org.packetwalk.testing.Samples;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

/** Nothing new was forgotten: every event there is can be made, said in every language, drawn somewhere and saved. */
class AllVariantsTest {

    @Test
    void thereAreNineFamiliesAndAllLeavesAreRecords() {
        assertThat(TraceEvent.class.getPermittedSubclasses()).hasSize(9);
        assertThat(leaves().toList())
                .hasSizeGreaterThan(35)
                .allSatisfy(leaf ->
                        assertThat(leaf.isRecord()).as(leaf + " is a record").isTrue());
    }

    @Test
    void leavesHaveNamesOfTheirOwn() {
        assertThat(leaves().map(Class::getSimpleName)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void everyVariantLightsAStation(Class<?> leaf) {
        assertThat(variants(leaf)).isNotEmpty().extracting(TraceEvent::stage).doesNotContainNull();
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void everyVariantHasAnAccountInEveryLanguage(Class<?> leaf) {
        Narrator narrator = new Narrator();
        SortedSet<String> keys = new TreeSet<>();
        for (TraceEvent event : variants(leaf)) {
            Account account = narrator.tell(event);
            assertThat(account.title().isPresent()).isTrue();
            assertThat(account.headline().isPresent()).isTrue();
            keys.addAll(keys(account));
            for (Locale language : Messages.languages()) {
                Speaker speaker = new Speaker(Messages.of(language));
                for (Sentence sentence : sentences(account)) {
                    assertThat(speaker.text(sentence))
                            .as(sentence.key() + " of " + leaf.getSimpleName() + " in " + language)
                            .isNotEmpty()
                            .doesNotContain("{", "[[", "]]", "`");
                }
            }
        }

        for (Locale language : Messages.languages()) {
            assertThat(Messages.of(language).keys())
                    .as("messages of " + leaf.getSimpleName() + " in " + language)
                    .containsAll(keys);
        }
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void everyVariantSurvivesBeingSaved(Class<?> leaf) throws Exception {
        SavedTrace saved = new SavedTrace("1.0", "ip netns add a\n", new Trace("lab", "a", "ping", variants(leaf)));
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        TraceFile.write(saved, file);

        assertThat(TraceFile.read(new ByteArrayInputStream(file.toByteArray()), "1.0"))
                .isEqualTo(saved);
    }

    static Stream<Class<?>> leaves() {
        return leaves(TraceEvent.class);
    }

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(permitted -> permitted.isSealed() ? leaves(permitted) : Stream.of(permitted));
    }

    private static List<TraceEvent> variants(Class<?> leaf) {
        return Samples.variants(leaf).stream().map(TraceEvent.class::cast).toList();
    }

    private static List<Sentence> sentences(Account account) {
        List<Sentence> sentences = new ArrayList<>(List.of(account.title(), account.headline()));
        account.evidence().stream().map(Evidence::sentence).forEach(sentences::add);
        if (account.otherwise().isPresent()) {
            sentences.add(account.otherwise());
        }
        return sentences;
    }

    private static List<String> keys(Account account) {
        List<String> keys = new ArrayList<>();
        for (Sentence sentence : sentences(account)) {
            keys.add(sentence.key());
            sentence.arguments().stream()
                    .filter(Sentence.class::isInstance)
                    .map(Sentence.class::cast)
                    .map(Sentence::key)
                    .forEach(keys::add);
        }
        return keys;
    }
}
