package org.packetwalk.kernel.netfilter;

/** Whose socket a packet was sent by ({@code skb->sk}). */
public enum PacketHolder {
    /** Nobody's: it came from elsewhere, or its program has closed the socket. */
    NONE,
    /** The kernel's own, as of ICMP messages and resets: it has no file and so no user. */
    KERNEL,
    /** That of a program. */
    PROGRAM
}
