package org.packetwalk.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaunchFailureTest {
    @Test
    void noDisplayIsRecognised() {
        var failure = new RuntimeException(new UnsupportedOperationException("Unable to open DISPLAY"));

        assertThat(LaunchFailure.of(failure, "")).isEqualTo(new LaunchOutcome.NoDisplay());
    }

    @Test
    void aMissingGtkIsNamedAsDebianNamesIt() {
        var failure = new UnsupportedOperationException("Unable to load glass GTK library.");

        assertThat(LaunchFailure.of(failure, "")).isEqualTo(new LaunchOutcome.MissingLibrary("libgtk-3-0"));
    }

    @Test
    void aMissingPangoIsFoundInTheCauseOrInWhatWasPrinted() {
        var failure = new RuntimeException(new UnsatisfiedLinkError("no javafx_font_pango in java.library.path"));
        var pango = new LaunchOutcome.MissingLibrary("libpangoft2-1.0-0");

        assertThat(LaunchFailure.of(failure, "")).isEqualTo(pango);
        assertThat(LaunchFailure.of(new RuntimeException(), "libpangoft2-1.0.so.0: cannot open shared object file"))
                .isEqualTo(pango);
    }

    @Test
    void anythingElseIsAFault() {
        var failure = new IllegalStateException("broken");

        assertThat(LaunchFailure.of(failure, "")).isEqualTo(new LaunchOutcome.Failed(failure));
    }
}
