package org.packetwalk.kernel.route;

/**
 * The default route taken.
 *
 * @param match the route
 * @param memory what is remembered of the choice
 */
public record DefaultRouteChoice(RouteMatch match, RouteMemory memory) {}
