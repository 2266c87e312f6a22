/**
 * The language in which one says which steps are meant: for the filter of the event list and for breakpoints. It reads what
 * events hold and decides nothing about networks.
 *
 * <p>Layer 14, inside {@code desktop}: knows no other package of it.
 */
@NullMarked
package org.packetwalk.desktop.filter;

import org.jspecify.annotations.NullMarked;
