package org.packetwalk.kernel.socket;

/**
 * What a connection has offered to receive.
 *
 * @param window {@code rcv_wnd}: the bytes offered behind what was acknowledged last
 * @param threshold {@code rcv_ssthresh}: the most that is offered, in bytes
 */
public record TcpOffered(int window, int threshold) {

    /** Nothing was offered yet. */
    public static final TcpOffered NONE = new TcpOffered(0, 0);

    /** With another window offered. */
    public TcpOffered withWindow(int now) {
        return new TcpOffered(now, threshold);
    }
}
