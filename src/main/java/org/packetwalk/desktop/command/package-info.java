/**
 * The command bar: lab, host, command, and Trace. It understands no command.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.command;

import org.jspecify.annotations.NullMarked;
