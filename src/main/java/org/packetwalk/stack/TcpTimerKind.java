package org.packetwalk.stack;

/** The timers of TCP. */
public enum TcpTimerKind {
    /** {@code tcp_write_timer}: something sent was not acknowledged. */
    RETRANSMIT,
    /** {@code tcp_delack_timer}. */
    DELAYED_ACK,
    /** {@code tcp_keepalive_timer}: an orphan waits in FIN-WAIT-2. */
    KEEPALIVE,
    /** {@code tw_timer_handler}. */
    TIME_WAIT,
    /** {@code reqsk_timer_handler}: the last ACK of a handshake is missing. */
    SYN_ACK
}
