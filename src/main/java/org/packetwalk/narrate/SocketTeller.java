package org.packetwalk.narrate;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.TcpState;
import org.packetwalk.trace.SocketEvent;

/** Tells about programs and their sockets. */
final class SocketTeller implements SocketEvent.Visitor<Account> {

    @Override
    public Account sending(SocketEvent.Sending event) {
        return Account.of(
                Sentence.of(Subject.PROGRAM, "step.sending", event.program()),
                event.call() + " " + end(event.to(), event.socket()) + " " + event.socket() + " " + event.bytes()
                        + " bytes",
                Sentence.of(
                        Subject.PROGRAM,
                        "account.sending",
                        event.program(),
                        end(event.to(), event.socket()),
                        event.bytes(),
                        event.call()),
                Source.of(event.head().chain()));
    }

    @Override
    public Account connecting(SocketEvent.Connecting event) {
        return Account.of(
                Sentence.of(Subject.PROGRAM, "step.connecting", event.program()),
                "connect " + end(event.to(), event.socket()) + " " + event.socket(),
                Sentence.of(
                        Subject.PROGRAM,
                        event.socket().equals("tcp") ? "account.connecting" : "account.connecting.datagram",
                        event.program(),
                        end(event.to(), event.socket())),
                Source.of(event.head().chain()));
    }

    @Override
    public Account refused(SocketEvent.Refused event) {
        Errno errno = event.errno();
        return Account.of(
                        Sentence.of(Subject.PROGRAM, "step.refused", event.call())
                                .in(Tone.REFUSED),
                        errno + " " + errno.text(),
                        Sentence.of(Subject.PROGRAM, "account.refused", event.program(), event.call(), errno.text())
                                .in(Tone.REFUSED),
                        Source.of(event.head().chain()))
                .because(Evidence.of(
                        Sentence.of(Subject.PROGRAM, MessageKey.of("errno", errno)),
                        event.program() + ": " + event.call() + ": " + errno.text()));
    }

    @Override
    public Account delivered(SocketEvent.Delivered event) {
        return Account.of(
                        Sentence.of(Subject.SOCKET, "step.delivered"),
                        event.socket() + " " + end(event.local(), event.socket()),
                        Sentence.of(
                                Subject.SOCKET,
                                "account.delivered",
                                end(event.local(), event.socket()),
                                event.socket()),
                        Source.of(event.head().chain()))
                .check("ss -an");
    }

    @Override
    public Account receiving(SocketEvent.Receiving event) {
        return Account.of(
                Sentence.of(Subject.PROGRAM, "step.receiving", event.program()),
                event.call() + " " + event.bytes() + " bytes from "
                        + event.from().address(),
                Sentence.of(
                        Subject.PROGRAM,
                        "account.receiving",
                        event.program(),
                        event.bytes(),
                        event.from().address(),
                        event.call()),
                Source.of(event.head().chain()));
    }

    @Override
    public Account errorReported(SocketEvent.ErrorReported event) {
        Errno errno = event.errno();
        Account account = Account.of(
                Sentence.of(Subject.SOCKET, "step.error-reported").in(Tone.REFUSED),
                event.queued() ? "IP_RECVERR" : errno + " " + errno.text(),
                Sentence.of(Subject.SOCKET, errorKey(event), event.local(), event.remote(), errno.text())
                        .in(Tone.REFUSED),
                Source.of(event.head().chain()));
        return event.queued()
                ? account
                : account.because(Evidence.of(Sentence.of(Subject.SOCKET, MessageKey.of("errno", errno))));
    }

    @Override
    public Account stateChanged(SocketEvent.StateChanged event) {
        return Account.of(
                        Sentence.of(Subject.SOCKET, "step.state-changed", word(event.after())),
                        word(event.before()) + " → " + word(event.after()),
                        Sentence.of(
                                Subject.SOCKET,
                                "account.state-changed",
                                event.local(),
                                event.remote(),
                                word(event.before()),
                                word(event.after())),
                        Source.of(event.head().chain()))
                .check("ss -tan");
    }

    private static String word(TcpState state) {
        return state.name().replace('_', '-');
    }

    @Override
    public Account resetSent(SocketEvent.ResetSent event) {
        return Account.of(
                Sentence.of(Subject.SOCKET, "step.reset-sent").in(Tone.REFUSED),
                "RST " + event.reason(),
                Sentence.of(
                                Subject.SOCKET,
                                MessageKey.of("account.reset-sent", event.reason()),
                                event.local(),
                                event.remote())
                        .in(Tone.REFUSED),
                Source.of(event.head().chain()));
    }

    @Override
    public Account resetReceived(SocketEvent.ResetReceived event) {
        return Account.of(
                Sentence.of(Subject.SOCKET, "step.reset-received").in(Tone.REFUSED),
                "RST",
                Sentence.of(Subject.SOCKET, "account.reset-received", event.local(), event.remote())
                        .in(Tone.REFUSED),
                Source.of(event.head().chain()));
    }

    private static String errorKey(SocketEvent.ErrorReported event) {
        if (event.queued()) {
            return "account.error-queued";
        }
        return event.remote().address().isAny() ? "account.error-reported.plain" : "account.error-reported";
    }

    /** The other end in the words of its kind of socket: a raw socket has no port. */
    private static String end(Endpoint end, String socket) {
        boolean ported = end.port() != 0 && (socket.equals("udp") || socket.equals("tcp"));
        return ported ? end.toString() : end.address().toString();
    }
}
