package org.packetwalk.diagram;

/** The extent of a picture in logical pixels. */
public record Size(double width, double height) {}
