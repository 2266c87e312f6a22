package org.packetwalk.kernel.route;

/**
 * Which of several equal default routes was taken last ({@code fa_default}).
 *
 * @param first what the first of them is
 * @param order the place of the one taken, -1 for none
 */
public record DefaultChoice(RouteInfo first, int order) {}
