/**
 * The console: the commands of the session with what they print, and a prompt for the next one. It understands no command.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.console;

import org.jspecify.annotations.NullMarked;
