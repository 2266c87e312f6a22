package org.packetwalk.desktop.model;

/**
 * A course of events in a list.
 *
 * @param name by which it is known
 * @param events how many events it has
 * @param current whether it is in view
 */
public record BranchView(String name, int events, boolean current) {}
