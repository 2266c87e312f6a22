/**
 * The verbs of the window as data, and what lists them: the command palette and the sheet of shortcuts. It does not know what
 * they do.
 *
 * <p>Layer 14, inside {@code desktop}: knows no panel.
 */
@NullMarked
package org.packetwalk.desktop.action;

import org.jspecify.annotations.NullMarked;
