package org.packetwalk.program;

import org.packetwalk.net.ByteString;

/**
 * How ping goes about it: the options that change pace, contents and output.
 *
 * @param adaptive {@code -A}: as fast as answers come
 * @param flood {@code -f}: a dot for each request, taken back by its answer
 * @param preload {@code -l}: requests that do not wait for answers, 1 to 65536
 * @param pattern {@code -p}: what requests are filled with, empty if not given
 * @param id {@code -e}: the identifier of the requests, -1 for a random one
 * @param printTime {@code -D}
 * @param outstanding {@code -O}: tells of answers that are not there yet
 * @param verbose {@code -v}
 * @param audible {@code -a}
 * @param sticky {@code -B}: bound to the first source
 * @param connected {@code -C}
 * @param dontRoute {@code -r}
 * @param labelled {@code -F}: with a flow label, which IPv4 has not
 * @param header {@code -R} or {@code -T}: the options in the IPv4 header, empty if there are none
 * @param notes what is printed before anything else
 * @param warnings what is complained of before anything else
 */
public record PingManner(
        boolean adaptive,
        boolean flood,
        int preload,
        ByteString pattern,
        int id,
        boolean printTime,
        boolean outstanding,
        boolean verbose,
        boolean audible,
        boolean sticky,
        boolean connected,
        boolean dontRoute,
        boolean labelled,
        ByteString header,
        String notes,
        String warnings) {}
