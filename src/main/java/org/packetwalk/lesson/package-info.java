/**
 * Lessons: what a learner reads, predicts and does in a lab. A lesson is data; whether a task is done and what the right
 * answer is comes from what happened, never from the text. It shows nothing and decides nothing about networks.
 *
 * <p>Layer 12: may use layers 0 to 11.
 */
@NullMarked
package org.packetwalk.lesson;

import org.jspecify.annotations.NullMarked;
