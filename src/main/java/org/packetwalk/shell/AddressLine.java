package org.packetwalk.shell;

import java.util.Map;

/**
 * An address of a device as {@code ip address} shows it.
 *
 * @param text its lines, without the first indentation
 * @param row its object of JSON
 * @param brief its words with {@code -br}
 * @param briefRow its object of JSON with {@code -br}
 */
record AddressLine(String text, Map<String, Object> row, String brief, Map<String, Object> briefRow) {}
