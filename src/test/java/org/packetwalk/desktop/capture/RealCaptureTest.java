package org.packetwalk.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import org.packetwalk.desktop.model.SessionModel;
import org.packetwalk.desktop.model.SessionWalks;
import org.packetwalk.desktop.model.WindowModel;
import org.packetwalk.diagram.Theme;
import org.packetwalk.narrate.Messages;

/** A capture of the same lab on a real kernel beside the walk. */
class RealCaptureTest {
    private static final Path FOLDER = Path.of("src/test/resources/captures");

    private final WindowModel window = new WindowModel(Theme.LIGHT, Locale.ENGLISH);
    private final SessionModel session = new SessionModel(new SessionWalks(List.of()), Messages.of(Locale.ENGLISH));
    private final CaptureModel capture = new CaptureModel(session, window);

    @Test
    void framesAreMarkedByWhereTheyAre() throws Exception {
        ping();
        int frames = capture.rows().size();
        capture.layBeside(FOLDER.resolve("ping.pcapng"));

        assertThat(capture.rows()).extracting(CaptureRow::mark).containsExactly("=", "=", "=", "=", ">", ">");
        assertThat(capture.rows().get(4).copied())
                .isEqualTo("> ARP, Request who-has 10.0.0.77 tell 10.0.0.2, length 28");
        assertThat(capture.remarkProperty().get())
                .isEqualTo("ping.pcapng beside laptop/eth0: 4 frames in both (=), 0 only in the walk (<), 2 only in the"
                        + " capture (>).");

        int position = session.position();
        capture.choose(capture.rows().get(5));
        assertThat(session.position()).isEqualTo(position);
        capture.choose(capture.rows().get(3));
        assertThat(session.position()).isGreaterThan(position);

        capture.takeAway();
        assertThat(capture.rows()).hasSize(frames).allMatch(row -> row.mark().isEmpty());
    }

    @Test
    void whatIsNoCaptureIsSaidAndChangesNothing() throws Exception {
        ping();
        List<CaptureRow> rows = List.copyOf(capture.rows());

        capture.layBeside(FOLDER.resolve("web.sh"));

        assertThat(capture.rows()).isEqualTo(rows);
        assertThat(window.noticeProperty().get().text())
                .isEqualTo("this is no capture: it begins neither as pcap nor as pcapng does.");
    }

    private void ping() throws Exception {
        session.opening()
                .openText(
                        "",
                        Files.readString(FOLDER.resolve("web.sh"), StandardCharsets.UTF_8),
                        refused -> assertThat(refused.isPresent()).isFalse());
        session.trace("laptop", "ping -c1 10.0.0.1");
        session.trace("laptop", "ping -c2 -i0.2 10.0.0.1");
    }
}
