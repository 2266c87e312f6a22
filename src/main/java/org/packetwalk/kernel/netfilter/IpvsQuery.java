package org.packetwalk.kernel.netfilter;

/**
 * A packet for a virtual service.
 *
 * @param service address and port of the service
 * @param scheduler how it chooses
 */
public record IpvsQuery(String service, IpvsScheduler scheduler, Tuple packet) {}
