/**
 * The lesson beside the canvas: its pages, its tasks that tick by themselves, and the card that asks for a prediction. It
 * decides neither what is right nor what is done; the lesson does, from what has happened.
 *
 * <p>Layer 14, a panel of {@code desktop}: meets the others in {@code model}.
 */
@NullMarked
package org.packetwalk.desktop.lesson;

import org.jspecify.annotations.NullMarked;
