/**
 * The language in which one says which steps are meant: for the filter of the event list, for breakpoints and for the tasks
 * of lessons. It reads what events hold and decides nothing about networks.
 *
 * <p>Layer 5: may use layers 0 to 4.
 */
@NullMarked
package org.packetwalk.filter;

import org.jspecify.annotations.NullMarked;
