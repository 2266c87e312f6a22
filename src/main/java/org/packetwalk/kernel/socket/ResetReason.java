package org.packetwalk.kernel.socket;

/** Why a reset was sent: the kernel's {@code enum sk_rst_reason}. */
public enum ResetReason {
    /** No reason was given. */
    NOT_SPECIFIED,
    /** No socket for the segment. */
    NO_SOCKET,
    /** The ACK of a handshake does not fit. */
    TCP_INVALID_ACK_SEQUENCE,
    /** It acknowledges what was never sent. */
    TCP_ACK_UNSENT_DATA,
    /** Flags that make no sense in the state. */
    TCP_FLAGS,
    /** Data for a socket that nobody reads any more. */
    TCP_ABORT_ON_DATA,
    /** A segment for a connection in TIME-WAIT. */
    TCP_TIMEWAIT_SOCKET,
    /** A SYN in the middle of a connection. */
    INVALID_SYN,
    /** The program closed with data unread. */
    TCP_ABORT_ON_CLOSE,
    /** The listener was closed. */
    TCP_STATE
}
