package org.packetwalk.program;

import org.packetwalk.net.IpAddress;

/**
 * What curl was asked to do.
 *
 * @param host the host of the URL
 * @param port its port
 * @param path its path, with the slash it begins with
 * @param silent {@code -s}
 * @param showErrors {@code -S}
 * @param head {@code -I}
 * @param include {@code -i}: the header is printed too
 * @param discard {@code -o /dev/null}
 * @param fail {@code -f}
 * @param connectMillis {@code --connect-timeout} in milliseconds
 * @param mostMillis {@code -m} in milliseconds, -1 if absent
 * @param format {@code -w}, empty if absent
 * @param source {@code --interface} with an address, 0.0.0.0 if absent
 * @param family {@code -4} or {@code -6}: 4 or 6, 0 if neither
 */
public record CurlOptions(
        String host,
        int port,
        String path,
        boolean silent,
        boolean showErrors,
        boolean head,
        boolean include,
        boolean discard,
        boolean fail,
        long connectMillis,
        long mostMillis,
        String format,
        IpAddress source,
        int family) {

    /** The host as it stands in a URL. */
    String authority() {
        return host.indexOf(':') >= 0 ? "[" + host.replaceAll("%.*", "") + "]" : host;
    }
}
