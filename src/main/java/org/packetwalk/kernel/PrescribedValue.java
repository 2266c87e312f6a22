package org.packetwalk.kernel;

/**
 * One value that a route prescribes.
 *
 * @param metric what it is about
 * @param value the value in the unit of the metric, 0 to 4294967295
 * @param locked whether what the kernel learns may not change it ({@code RTAX_LOCK})
 */
public record PrescribedValue(RouteMetric metric, long value, boolean locked) {}
