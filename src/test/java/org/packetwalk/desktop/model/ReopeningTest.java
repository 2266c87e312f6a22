package org.packetwalk.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.packetwalk.export.json.SavedTrace;
import org.packetwalk.export.json.TraceFile;
import org.packetwalk.lab.Lab;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Grain;
import org.packetwalk.narrate.Messages;
import org.packetwalk.trace.Trace;
import org.packetwalk.trace.TraceEvent;

class ReopeningTest {
    private static final String LOOPBACK = "where-does-127.0.0.1-go";

    private final SessionWalks walks = new SessionWalks(LabCatalog.all());
    private final SessionWalks other = new SessionWalks(List.of());
    private final Messages english = Messages.of(Locale.ENGLISH);

    @ParameterizedTest
    @MethodSource("labs")
    void everyWalkComesBackWithItsStepsReasonsAndPictures(String lab) throws Exception {
        for (TableSetting tables : TableSetting.values()) {
            walks.open(lab, tables).now();
            LabView view = walks.lab(english);
            walks.run(view.hosts().get(0), view.command(), english).now().refusal();

            Reopening outcome =
                    other.reopen(throughFile(walks.saved().orElseThrow())).now();

            assertThat(outcome).isEqualTo(Reopening.AS_IT_WAS);
            assertThat(other.lab(english).hosts()).isEqualTo(view.hosts());
            assertThat(other.lab(english).command()).isEqualTo(view.command());
            for (Locale language : Messages.languages()) {
                assertThat(shown(other, Messages.of(language))).isEqualTo(shown(walks, Messages.of(language)));
            }
        }
    }

    @Test
    void whatWasTypedBeforeBelongsToTheTrace() throws Exception {
        walks.open("own-address", TableSetting.SHARED).now();
        String host = walks.lab(english).hosts().get(0);
        walks.run(host, "ping -c1 10.141.155.131", english).now().refusal();
        walks.run(host, "ip route add 10.9.0.0/16 via 10.141.128.1", english)
                .now()
                .refusal();
        walks.run(host, "sysctl -w net.ipv4.ip_default_ttl=9 | grep ttl", english)
                .now()
                .refusal();
        walks.run(host, "ping -c1 10.9.1.1", english).now().refusal();

        Reopening outcome =
                other.reopen(throughFile(walks.saved().orElseThrow())).now();

        assertThat(outcome).isEqualTo(Reopening.AS_IT_WAS);
        assertThat(shown(other, english)).isEqualTo(shown(walks, english));
    }

    @Test
    void onGoesOnFromAReopenedTraceAndSavesThatToo() throws Exception {
        walks.open("own-address", TableSetting.SEPARATE).now();
        String host = walks.lab(english).hosts().get(0);
        walks.run(host, "ping -c1 10.141.155.131", english).now().refusal();
        other.reopen(throughFile(walks.saved().orElseThrow())).now();
        walks.run(host, "ip route get 8.8.8.8", english).now().refusal();

        Refusal refusal = other.run(host, "ip route get 8.8.8.8", english).now().refusal();

        assertThat(refusal).isEqualTo(Refusal.NONE);
        assertThat(shown(other, english)).isEqualTo(shown(walks, english));
        assertThat(other.saved()).isEqualTo(walks.saved());
        assertThat(other.reopen(throughFile(other.saved().orElseThrow())).now()).isEqualTo(Reopening.AS_IT_WAS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ip -n .* addr add .*     | ''
                    (?s).*                   | ''
                    (?s).*                   | no lab at all
                    ip -n web-1              | ip -n web-2
                    (?s)\\n[^\\n]*\\n$       | '\\n'
                    """)
    void whatThisVersionWalksDifferentlyIsShownFromTheFileAlone(String part, String instead) throws Exception {
        SavedTrace saved = saved("own-address", "ping -c1 10.141.155.131");
        SavedTrace changed = new SavedTrace("0.1", saved.labText().replaceAll(part, instead), saved.trace());

        Reopening outcome = other.reopen(throughFile(changed)).now();

        assertThat(outcome).isEqualTo(Reopening.FROM_THE_FILE);
        assertThat(StepRows.written(other.steps(Grain.ROW, english)))
                .isEqualTo(StepRows.written(walks.steps(Grain.ROW, english)));
        for (int i = 0; i < other.steps(Grain.ROW, english).size(); i++) {
            assertThat(other.moment(Grain.ROW, i, english).why())
                    .isEqualTo(walks.moment(Grain.ROW, i, english).why());
        }
        assertThat(other.lab(english).hosts()).contains("web-1");
        other.run("web-1", "ip route get 8.8.8.8", english).now().refusal();
    }

    @Test
    void withoutItsLabATraceHasNoPicturesButCanBeSavedAgain() throws Exception {
        SavedTrace saved = saved(LOOPBACK, "ping -c1 127.0.0.1");
        SavedTrace bare = new SavedTrace("0.1", "", saved.trace());

        Reopening outcome = other.reopen(bare).now();

        assertThat(outcome).isEqualTo(Reopening.FROM_THE_FILE);
        assertThat(other.moment(Grain.FUNCTION, 3, english).stack().hosts()).isEmpty();
        assertThat(other.saved()).contains(bare);
    }

    @Test
    void eventsThatDoNotFitTogetherLeaveEverythingAsItIs() throws Exception {
        SavedTrace saved = saved(LOOPBACK, "ping -c1 127.0.0.1");
        var before = shown(walks, english);
        List<TraceEvent> shuffled = new ArrayList<>(saved.trace().events());
        java.util.Collections.reverse(shuffled);

        Reopening nothing = walks.reopen(new SavedTrace("1", saved.labText(), new Trace("", "", "", List.of())))
                .now();

        assertThat(nothing).isEqualTo(Reopening.REFUSED);
        assertThat(shown(walks, english)).isEqualTo(before);
        assertThat(other.reopen(new SavedTrace("1", "", new Trace("", "", "", shuffled)))
                        .now())
                .isNotEqualTo(Reopening.AS_IT_WAS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping -f -c 100000 127.0.0.1", "ip link"})
    void aScriptThatNeverEndsIsNotRun(String line) throws Exception {
        SavedTrace saved = saved(LOOPBACK, "ping -c1 127.0.0.1");
        String flood = ("ip netns exec web-1 " + line + "\n").repeat(3_000);
        SavedTrace hostile = new SavedTrace("1", saved.labText() + flood, saved.trace());

        Reopening outcome = other.reopen(hostile).now();

        assertThat(outcome).isEqualTo(Reopening.FROM_THE_FILE);
    }

    private SavedTrace saved(String lab, String command) {
        walks.open(lab, TableSetting.SHARED).now();
        walks.run(walks.lab(english).hosts().get(0), command, english).now().refusal();
        return walks.saved().orElseThrow();
    }

    private static SavedTrace throughFile(SavedTrace saved) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        TraceFile.write(saved, file);
        return TraceFile.read(new ByteArrayInputStream(file.toByteArray()), "test");
    }

    private static List<Object> shown(WalkSource source, Messages messages) {
        List<Object> all = new ArrayList<>();
        for (Grain grain : new Grain[] {Grain.LAYER, Grain.FUNCTION}) {
            List<StepView> steps = source.steps(grain, messages);
            all.addAll(StepRows.written(steps));
            for (int i = 0; i < steps.size(); i++) {
                all.add(source.moment(grain, i, messages));
            }
        }
        return all;
    }

    static List<String> labs() {
        return LabCatalog.all().stream().map(Lab::name).toList();
    }
}
