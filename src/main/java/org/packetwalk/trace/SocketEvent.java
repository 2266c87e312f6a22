package org.packetwalk.trace;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.ResetReason;
import org.packetwalk.kernel.socket.TcpState;

/** A program uses a socket, or a socket changes. */
public sealed interface SocketEvent extends TraceEvent {

    @Override
    default <R> R accept(TraceEvent.Visitor<R> visitor) {
        return visitor.socket(this);
    }

    /** Calls the method of the event's kind. */
    <R> R accept(Visitor<R> visitor);

    /**
     * A program sends.
     *
     * @param call the system call, such as {@code sendto}
     * @param socket what kind of socket
     * @param bytes how many bytes of data
     */
    record Sending(EventHead head, String program, String call, String socket, Endpoint to, int bytes)
            implements SocketEvent {

        @Override
        public Stage stage() {
            return Stage.APPLICATION_SEND;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sending(this);
        }
    }

    /** A program names the other end. */
    record Connecting(EventHead head, String program, String socket, Endpoint to) implements SocketEvent {

        @Override
        public Stage stage() {
            return Stage.APPLICATION_SEND;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.connecting(this);
        }
    }

    /** A system call fails. */
    record Refused(EventHead head, String program, String call, Errno errno) implements SocketEvent {

        @Override
        public Stage stage() {
            return Stage.APPLICATION_SEND;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.refused(this);
        }
    }

    /** A packet is put into the queue of a socket. */
    record Delivered(EventHead head, String socket, Endpoint local) implements SocketEvent {

        @Override
        public Stage stage() {
            return Stage.TRANSPORT_RECEIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.delivered(this);
        }
    }

    /** A program takes data. */
    record Receiving(EventHead head, String program, String call, Endpoint from, int bytes) implements SocketEvent {

        @Override
        public Stage stage() {
            return Stage.APPLICATION_RECEIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.receiving(this);
        }
    }

    /**
     * A socket is told of an error ({@code inet_sk_error_report}).
     *
     * @param errno the error that is pending, {@link Errno#OK} if none is
     * @param queued whether it is told because an entry was put into its error queue
     */
    record ErrorReported(EventHead head, Endpoint local, Endpoint remote, Errno errno, boolean queued)
            implements SocketEvent {

        @Override
        public Stage stage() {
            return Stage.TRANSPORT_RECEIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.errorReported(this);
        }
    }

    /** A TCP socket comes into another state ({@code inet_sock_set_state}). */
    record StateChanged(EventHead head, Endpoint local, Endpoint remote, TcpState before, TcpState after)
            implements SocketEvent {

        @Override
        public Stage stage() {
            return Stage.TRANSPORT_RECEIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stateChanged(this);
        }
    }

    /**
     * A reset is about to be sent ({@code tcp_send_reset}); the packet is the one it answers, if it answers one.
     *
     * @param device the device of that packet, empty if there is none
     */
    record ResetSent(EventHead head, ResetReason reason, String device, Endpoint local, Endpoint remote)
            implements SocketEvent {

        @Override
        public Stage stage() {
            return Stage.TRANSPORT_RECEIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resetSent(this);
        }
    }

    /** A reset ends a connection ({@code tcp_receive_reset}). */
    record ResetReceived(EventHead head, Endpoint local, Endpoint remote) implements SocketEvent {

        @Override
        public Stage stage() {
            return Stage.TRANSPORT_RECEIVE;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resetReceived(this);
        }
    }

    /**
     * Speaks about each kind.
     *
     * @param <R> what it answers
     */
    interface Visitor<R> {

        /** A program sends. */
        R sending(Sending event);

        /** A program names the other end. */
        R connecting(Connecting event);

        /** A system call fails. */
        R refused(Refused event);

        /** A packet is put into the queue of a socket. */
        R delivered(Delivered event);

        /** A program takes data. */
        R receiving(Receiving event);

        /** A socket is told of an error ({@code inet_sk_error_report}). */
        R errorReported(ErrorReported event);

        /** A TCP socket comes into another state ({@code inet_sock_set_state}). */
        R stateChanged(StateChanged event);

        /** A reset is about to be sent ({@code tcp_send_reset}). */
        R resetSent(ResetSent event);

        /** A reset ends a connection ({@code tcp_receive_reset}). */
        R resetReceived(ResetReceived event);
    }
}
