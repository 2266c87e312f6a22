/**
 * What a host holds at a step: addresses, rules, tables, neighbours, sockets and the rest. It lists nothing itself.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.state;

import org.jspecify.annotations.NullMarked;
