/**
 * Labs: shell scripts of real commands with a few comment markers, read, written and run line by line. A lab decides
 * nothing about networks.
 *
 * <p>Layer 9: may use layers 0 to 8.
 */
@NullMarked
package org.packetwalk.lab;

import org.jspecify.annotations.NullMarked;
