/**
 * The words all parts of the kernel share: time, identities, error numbers, drop reasons and the check of one field. They decide nothing.
 *
 * <p>Layer 2: may use {@code net} and {@code packet}.
 */
@NullMarked
package org.packetwalk.kernel;

import org.jspecify.annotations.NullMarked;
