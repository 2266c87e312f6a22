package org.packetwalk.desktop.model;

import org.packetwalk.diagram.RoutePicture;

/**
 * A question to the routing tables and how it was answered.
 *
 * @param headline what came of it, or what the step says while it is being answered
 * @param picture the question, {@link RoutePicture#NONE} if none was asked yet
 */
public record LookupView(Wording headline, RoutePicture picture) {
    /** No table has been asked yet. */
    public static final LookupView NONE = new LookupView(Wording.NONE, RoutePicture.NONE);

    /** Whether a table has been asked. */
    public boolean isPresent() {
        return picture.isPresent();
    }
}
