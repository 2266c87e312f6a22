/**
 * User programs as state machines that make system calls: ping, sleep, servers and clients.
 *
 * <p>Layer 6: may use layers 0 to 5.
 */
@NullMarked
package org.packetwalk.program;

import org.jspecify.annotations.NullMarked;
