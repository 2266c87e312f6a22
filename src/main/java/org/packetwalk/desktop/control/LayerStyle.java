package org.packetwalk.desktop.control;

import org.packetwalk.trace.Stage;

/** The style class that gives something the colours of its layer. */
public final class LayerStyle {

    private LayerStyle() {}

    /** The style class of a layer. */
    public static String of(Stage.Layer layer) {
        return switch (layer) {
            case APPLICATION -> "layer-application";
            case TRANSPORT -> "layer-transport";
            case NETWORK -> "layer-network";
            case HOOK -> "layer-hook";
            case LINK -> "layer-link";
            case DEVICE -> "layer-device";
        };
    }
}
