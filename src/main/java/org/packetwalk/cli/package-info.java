/**
 * The headless program: reads files and standard input, runs what the words ask for, prints. It decides nothing about networks
 * and loads no class of JavaFX.
 *
 * <p>Layer 14: may use layers 0 to 13; picocli and Gson.
 */
@NullMarked
package org.packetwalk.cli;

import org.jspecify.annotations.NullMarked;
