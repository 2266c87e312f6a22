/**
 * From a typed line to what it means: words, pipes and redirections, one parser per command, and the exact texts the
 * real tools print. Parsers have no side effects and decide nothing about networks; what Linux does with a request is in
 * {@code netlink} and {@code stack}. Sentences of our own appear only where the simulator refuses what a real tool knows.
 *
 * <p>Layer 8: may use layers 0 to 7.
 */
@NullMarked
package org.packetwalk.shell;

import org.jspecify.annotations.NullMarked;
