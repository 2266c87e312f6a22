package org.packetwalk.diagram;

/**
 * What stands under an exported picture.
 *
 * @param command the command line
 * @param step which step of how many
 * @param sentence what happens in it
 * @param setting the lab, and how its routing tables are kept
 */
public record Caption(String command, String step, String sentence, String setting) {}
