package org.packetwalk.desktop.capture;

import org.packetwalk.desktop.model.CaptureLine;

/**
 * A row of the capture.
 *
 * @param when whether it lies before the current step, in it, or behind it
 */
record CaptureRow(CaptureLine frame, When when) {

    /** Where a frame lies beside the current step. */
    enum When {
        PAST,
        CURRENT,
        FUTURE
    }

    /** The line as it is copied. */
    String copied() {
        return frame.time() + " " + frame.text();
    }
}
