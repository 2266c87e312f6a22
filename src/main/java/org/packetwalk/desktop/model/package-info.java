/**
 * What the window shows, as values and as observable properties: the steps of a walk, the reason of a step, the packet at a step, labs and
 * recent traces. It holds no controls and decides nothing about networks: it is filled by a {@link org.packetwalk.desktop.model.WalkSource}.
 *
 * <p>The lab is a document: {@link org.packetwalk.desktop.model.SessionModel#run} runs a command on a host, or for the lab as a
 * whole where the host is empty, and if that changes the configuration of a host, the command becomes a line of the script and
 * can be undone. {@link org.packetwalk.desktop.model.SessionModel#document} has the text, {@code move(host, x, y)} for the place
 * of a host, {@code undo()}, {@code redo()}, {@code rewrite(text)}, and the branches: what is changed while one stands at an
 * earlier step begins one. Whatever gesture there is, it composes commands and calls these.
 *
 * <p>Layer 14, inside {@code desktop} the first: used by every panel, knows none of them.
 */
@NullMarked
package org.packetwalk.desktop.model;

import org.jspecify.annotations.NullMarked;
