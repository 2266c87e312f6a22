package org.packetwalk.desktop.model;

/** The tabs of the inspector, in their order. */
public enum InspectorTab {
    WHY,
    ROUTE,
    PACKET,
    STATE
}
