package org.packetwalk.kernel.socket;

/** The state of a TCP socket ({@code include/net/tcp_states.h}), with its number and the words of {@code ss} and {@code netstat}. */
public enum TcpState {
    ESTABLISHED(1, "ESTAB", "ESTABLISHED"),
    SYN_SENT(2, "SYN-SENT", "SYN_SENT"),
    SYN_RECV(3, "SYN-RECV", "SYN_RECV"),
    FIN_WAIT1(4, "FIN-WAIT-1", "FIN_WAIT1"),
    FIN_WAIT2(5, "FIN-WAIT-2", "FIN_WAIT2"),
    TIME_WAIT(6, "TIME-WAIT", "TIME_WAIT"),
    CLOSE(7, "UNCONN", "CLOSE"),
    CLOSE_WAIT(8, "CLOSE-WAIT", "CLOSE_WAIT"),
    LAST_ACK(9, "LAST-ACK", "LAST_ACK"),
    LISTEN(10, "LISTEN", "LISTEN"),
    CLOSING(11, "CLOSING", "CLOSING");

    private final int number;
    private final String ss;
    private final String netstat;

    TcpState(int number, String ss, String netstat) {
        this.number = number;
        this.ss = ss;
        this.netstat = netstat;
    }

    /** The number in {@code /proc/net/tcp}. */
    public int number() {
        return number;
    }

    /** The word of {@code ss}. */
    public String ssWord() {
        return ss;
    }

    /** The word of {@code netstat}. */
    public String netstatWord() {
        return netstat;
    }
}
