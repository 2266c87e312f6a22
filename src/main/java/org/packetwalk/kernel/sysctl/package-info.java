/**
 * Every supported sysctl: its name, default and value, per namespace and per interface.
 *
 * <p>Layer 3: may use {@code net}, {@code packet} and {@code kernel}.
 */
@NullMarked
package org.packetwalk.kernel.sysctl;

import org.jspecify.annotations.NullMarked;
