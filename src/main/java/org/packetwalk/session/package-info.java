/**
 * The one store of a running lab: the timeline of what happened, where in it one stands, and the verbs that change both.
 * It draws nothing and knows no screen.
 *
 * <p>Layer 10: may use layers 0 to 9.
 */
@NullMarked
package org.packetwalk.session;

import org.jspecify.annotations.NullMarked;
