package org.packetwalk.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.packetwalk.kernel.ConnectionInfo;
import org.packetwalk.kernel.DropReason;
import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.Field;
import org.packetwalk.kernel.neigh.NeighborDecision;
import org.packetwalk.kernel.neigh.NudState;
import org.packetwalk.kernel.netfilter.Hook;
import org.packetwalk.kernel.netfilter.RuleTest;
import org.packetwalk.kernel.netfilter.TrackingOutcome;
import org.packetwalk.kernel.route.CandidateFate;
import org.packetwalk.kernel.route.RuleAction;
import org.packetwalk.kernel.route.TrieStep;
import org.packetwalk.trace.IpEvent;
import org.packetwalk.trace.NeighborEvent;
import org.packetwalk.trace.Stage;

class MessageUsageTest {

    @ParameterizedTest
    @MethodSource
    void everyConstantHasItsMessage(String prefix, Enum<?>[] constants) {
        SortedSet<String> keys = Messages.of(Locale.ENGLISH).keys();

        for (Enum<?> constant : constants) {
            assertThat(keys).contains(MessageKey.of(prefix, constant));
        }
    }

    static List<Object[]> everyConstantHasItsMessage() {
        return List.of(
                new Object[] {"drop", DropReason.values()},
                new Object[] {"change", DropReason.values()},
                new Object[] {"errno", Errno.values()},
                new Object[] {"check", Field.values()},
                new Object[] {"fate", CandidateFate.values()},
                new Object[] {"trie", TrieStep.values()},
                new Object[] {
                    "evidence.rule",
                    Stream.of(RuleAction.values())
                            .filter(action -> action != RuleAction.LOOKUP)
                            .toArray(RuleAction[]::new)
                },
                new Object[] {"account.neighbor-updated", NudState.values()},
                new Object[] {"account.neighbor-timer", NudState.values()},
                new Object[] {"account.resolved", NeighborDecision.Kind.values()},
                new Object[] {"account.arp", NeighborEvent.ArpVerdict.values()},
                new Object[] {"account.icmp", IpEvent.IcmpAction.values()},
                new Object[] {"evidence.hook", Hook.values()},
                new Object[] {"filter-field", Field.values()},
                new Object[] {"evidence.rule", RuleTest.Fate.values()},
                new Object[] {"step.tracked", TrackingOutcome.values()},
                new Object[] {"account.tracked", TrackingOutcome.values()},
                new Object[] {"connection", ConnectionInfo.values()},
                new Object[] {"stage", Stage.values()},
                new Object[] {"layer", Stage.Layer.values()},
                new Object[] {"grain", Grain.values()});
    }

    /** A key is used if a source or a view names it, or names what it begins with where a constant follows. */
    @Test
    void everyMessageOfANarratorIsUsed() throws IOException {
        String sources = sources();

        List<String> unused = Messages.of(Locale.ENGLISH).keys().stream()
                .filter(key -> !sources.contains('"' + key + '"') && !sources.contains('%' + key + '"'))
                .filter(key -> !begun(key, sources))
                .filter(MessageUsageTest::isOurs)
                .toList();

        assertThat(unused).isEmpty();
    }

    private static boolean begun(String key, String sources) {
        for (int dot = key.indexOf('.'); dot > 0; dot = key.indexOf('.', dot + 1)) {
            String beginning = key.substring(0, dot);
            if (sources.contains('"' + beginning + '"') || sources.contains('"' + beginning + ".\"")) {
                return true;
            }
        }
        return false;
    }

    /** The messages of accounts; those of the window are asked for by its views. */
    private static boolean isOurs(String key) {
        return Stream.of(
                                "account.",
                                "change.",
                                "check.",
                                "drop.",
                                "errno.",
                                "evidence.",
                                "fate.",
                                "otherwise.",
                                "packet.")
                        .anyMatch(key::startsWith)
                || Stream.of("phase.", "stage.", "step.", "table.", "trace-file.", "trie.", "walk.")
                        .anyMatch(key::startsWith);
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(MessageUsageTest::read)
                    .collect(Collectors.joining("\n"));
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
