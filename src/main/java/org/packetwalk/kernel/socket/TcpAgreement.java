package org.packetwalk.kernel.socket;

/**
 * The options that both ends of a TCP connection use, or that one offers with its SYN ({@code struct tcp_options_received}).
 *
 * @param scale the shift of the windows the other end offers, -1 if windows are not scaled
 * @param timestamps whether segments have timestamps (RFC 7323)
 * @param selective whether acknowledgements tell what came out of order (RFC 2018)
 */
public record TcpAgreement(int scale, boolean timestamps, boolean selective) {

    /** Nothing but the header. */
    public static final TcpAgreement NONE = new TcpAgreement(-1, false, false);

    /** Whether windows are scaled, in both directions. */
    public boolean scaled() {
        return scale >= 0;
    }
}
