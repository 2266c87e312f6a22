package org.packetwalk.kernel;

/** What a device answers to a packet it was given ({@code NET_XMIT_*}). */
public enum TransmitResult {
    /** Taken. */
    SUCCESS,
    /** Lost; the sender is told {@link Errno#ENOBUFS}. */
    DROP,
    /** Lost, but the sender is not told: congestion notification. */
    CN;

    /** What the sender's system call makes of it ({@code net_xmit_errno}). */
    public Errno errno() {
        return this == DROP ? Errno.ENOBUFS : Errno.OK;
    }
}
