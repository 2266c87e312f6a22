package org.packetwalk.diagram;

/** What a text is for, and with that its face and its size at interface scale 100%. */
public enum TextRole {
    PRESENTATION_SENTENCE(Face.SANS_BOLD, 42),
    HEADLINE(Face.SANS_SEMIBOLD, 25),
    SENTENCE(Face.SANS_SEMIBOLD, 21),
    HOST_NAME(Face.SANS_BOLD, 19),
    HOST_SUBTITLE(Face.SANS, 14),
    HOST_ADDRESS(Face.MONO_MEDIUM, 14),
    DEVICE_LOOPBACK(Face.SANS_BOLD, 20),
    DEVICE(Face.SANS_SEMIBOLD, 15.5),
    DEVICE_ADDRESS(Face.MONO_MEDIUM, 12),
    STATION(Face.SANS_SEMIBOLD, 16),
    ROUTING_DECISION(Face.SANS_SEMIBOLD, 17),
    BADGE(Face.SANS_SEMIBOLD, 13),
    BODY(Face.SANS, 15),
    BODY_STRONG(Face.SANS_MEDIUM, 15),
    OUTSIDE_NAME(Face.SANS_SEMIBOLD, 15),
    OUTSIDE_ADDRESS(Face.MONO, 13.5),
    DIRECTION(Face.SANS_MEDIUM, 14),
    TABLE_NAME(Face.SANS_BOLD, 14),
    TABLE_STATUS(Face.SANS, 12.5),
    TABLE_STATUS_STRONG(Face.SANS_SEMIBOLD, 12.5),
    TABLE_ROW(Face.MONO_MEDIUM, 12),
    TABLE_HIT(Face.MONO_BOLD, 12),
    CAPTION(Face.SANS_MEDIUM, 13),
    BAND(Face.SANS_SEMIBOLD, 13),
    HOOK_FORWARD(Face.SANS_SEMIBOLD, 13.5),
    COMMAND(Face.MONO_MEDIUM, 16.5),
    EVIDENCE(Face.MONO, 13.5),
    PREFIX(Face.MONO_MEDIUM, 13.5),
    PREFIX_STRONG(Face.MONO_BOLD, 13.5),
    ANSWER(Face.MONO_BOLD, 18),
    BIT(Face.MONO, 12.5),
    BIT_STRONG(Face.MONO_BOLD, 12.5),
    FUNCTION(Face.MONO, 12),
    HEADER_BLOCK(Face.SANS_SEMIBOLD, 11.5);

    private final Face face;
    private final double size;

    TextRole(Face face, double size) {
        this.face = face;
        this.size = size;
    }

    /** The face it is set in. */
    public Face face() {
        return face;
    }

    /** The size at interface scale 100% in the regular density, in pixels. */
    public double size() {
        return size;
    }
}
