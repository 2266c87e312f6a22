package org.packetwalk.kernel.route;

/**
 * What a search found, and how.
 *
 * @param hit the result
 * @param walk the way to it
 */
public record TableSearch(TableHit hit, TableWalk walk) {}
