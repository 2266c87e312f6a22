package org.packetwalk.desktop.capture;

import org.packetwalk.desktop.model.CaptureLine;

/**
 * A row of the capture.
 *
 * @param frame the frame
 * @param when whether it lies before the current step, in it, or behind it
 * @param mark where it is beside a real capture: {@code =} in both, {@code <} in the walk only, {@code >} in the capture only,
 *     empty if none lies beside
 */
record CaptureRow(CaptureLine frame, When when, String mark) {

    /** Where a frame lies beside the current step. */
    enum When {
        PAST,
        CURRENT,
        FUTURE
    }

    /** The line as it is copied. */
    String copied() {
        return (mark.isEmpty() ? "" : mark + " ") + (frame.time() + " " + frame.text()).strip();
    }
}
