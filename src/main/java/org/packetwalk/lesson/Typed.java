package org.packetwalk.lesson;

import org.packetwalk.kernel.HostId;

/**
 * A command on a host.
 *
 * @param host where it is typed; without a name, in the lab as a whole
 * @param command the line
 */
public record Typed(HostId host, String command) {}
