package org.packetwalk.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.TableSetting;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Theme;
import org.packetwalk.lab.LabCatalog;
import org.packetwalk.narrate.Messages;

class CaptureModelTest {
    private final SessionModel session =
            new SessionModel(new SessionWalks(LabCatalog.all()), Messages.of(Locale.ENGLISH));
    private final CaptureModel capture = new CaptureModel(session, new WindowModel(Theme.LIGHT, Locale.ENGLISH));

    @BeforeEach
    void ping() {
        session.open("other-namespace", TableSetting.SHARED);
        session.run("left", "ping -c1 10.42.0.2");
    }

    private List<String> texts() {
        return capture.rows().stream().map(row -> row.frame().text()).toList();
    }

    private CaptureModel.Choice device(String name) {
        return capture.choicesProperty().get().stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What tcpdump 4.99 -n printed on the two ends of a veth pair. */
    @Test
    void framesArePrintedAsTcpdumpPrintsThem() {
        capture.toggle(device("left veth0"));

        assertThat(texts().get(0)).isEqualTo("ARP, Request who-has 10.42.0.2 tell 10.42.0.1, length 28");
        assertThat(texts().get(1)).matches("ARP, Reply 10\\.42\\.0\\.2 is-at ([0-9a-f]{2}:){5}[0-9a-f]{2}, length 28");
        assertThat(texts().get(2))
                .matches("IP 10\\.42\\.0\\.1 > 10\\.42\\.0\\.2: ICMP echo request, id \\d+, seq 1, length 64");
        assertThat(texts().get(3))
                .matches("IP 10\\.42\\.0\\.2 > 10\\.42\\.0\\.1: ICMP echo reply, id \\d+, seq 1, length 64");
    }

    @Test
    void theChipsCountWhatWasSeenByTheStep() {
        assertThat(device("left veth0").frames()).isZero();
        assertThat(capture.remarkProperty().get()).contains("left veth0", "right veth1");

        session.seek(session.steps().size());

        assertThat(device("left veth0").frames()).isEqualTo(4);
        assertThat(device("right veth1").frames()).isEqualTo(4);
        assertThat(device("left lo").frames()).isZero();
        assertThat(capture.rows()).noneMatch(row -> row.when() == CaptureRow.When.FUTURE);
    }

    @Test
    void aRowLeadsToItsStep() {
        CaptureRow third = capture.rows().get(2);

        capture.choose(third);

        assertThat(capture.rows().get(2).when()).isEqualTo(CaptureRow.When.CURRENT);
        assertThat(capture.rows().get(3).when()).isEqualTo(CaptureRow.When.FUTURE);
    }

    @Test
    void severalDevicesCanBeChosenAndGivenUp() {
        int all = capture.rows().size();
        capture.toggle(device("left veth0"));
        int one = capture.rows().size();
        capture.toggle(device("right veth1"));
        assertThat(capture.rows()).hasSize(all).hasSizeGreaterThan(one);

        capture.toggle(device("left veth0"));

        assertThat(capture.rows()).allMatch(row -> row.frame().host().equals("right"));
    }
}
