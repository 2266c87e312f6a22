package org.packetwalk.program;

import java.nio.charset.StandardCharsets;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.ResultOrErrno;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.net.ByteString;

/**
 * The input to the network and the network to the output, until both have ended ({@code readwrite} of netcat): one round per
 * {@code poll}, in each of which whatever is ready is read or written once. After each call that others may wait for it yields.
 *
 * @param socket the connection
 * @param input the standard input
 * @param read how many bytes of the input were read
 * @param written how many of them were sent
 * @param inputOpen whether the input is still read
 * @param sending whether the network is still written to
 * @param receiving whether the network is still read
 * @param waiting whether what was read waits for the next round to be written
 * @param received what came and was not printed yet
 * @param since when it last waited
 * @param step what comes next in a round
 * @param readReady whether the round found something to read from the network
 * @param printReady whether the round found something to print
 */
record NcTransfer(
        SocketId socket,
        ByteString input,
        int read,
        int written,
        boolean inputOpen,
        boolean sending,
        boolean receiving,
        boolean waiting,
        ByteString received,
        SimTime since,
        Step step,
        boolean readReady,
        boolean printReady) {

    /** {@code BUFSIZE}. */
    private static final int BUFFER = 16_384;

    /** What comes next in a round. */
    enum Step {
        /** {@code poll}, then the input and writing to the network. */
        POLL,
        /** Reading from the network, and printing. */
        READ,
        /** Telling the end of the input. */
        FINISH
    }

    /** How a look at it ended. */
    enum Outcome {
        /** It can go on at once. */
        YIELDS,
        /** Nothing is ready. */
        WAITS,
        /** Nothing is ready, and the network does not take what was read. */
        WAITS_TO_WRITE,
        /** Both have ended, or the time is over. */
        ENDED
    }

    /**
     * Where it stands after a look.
     *
     * @param complete whether it ended because there was nothing left to do, not because of the time
     * @param leaving whether it ends with it: {@code -q} and the end of its input hang up a server, and whoever sends datagrams
     */
    record Look(NcTransfer after, Outcome outcome, boolean complete, boolean leaving) {}

    /** A connection just opened. */
    static NcTransfer beginning(SocketId socket, ByteString input, int read, boolean inputOpen, SimTime now) {
        return new NcTransfer(
                socket,
                input,
                read,
                read,
                inputOpen,
                true,
                true,
                false,
                ByteString.EMPTY,
                now,
                Step.POLL,
                false,
                false);
    }

    /** Goes on as long as anything is ready, and yields to whom that wakes. */
    Look look(ProgramContext context, NcOptions options) {
        NcTransfer now = this;
        while (true) {
            if (now.step == Step.POLL) {
                if (now.complete(options) || now.hangsUp(options)) {
                    return new Look(now, Outcome.ENDED, true, now.hangsUp(options));
                }
                if (!now.ready(context)) {
                    SimTime end = now.deadline(options);
                    boolean over = !context.calls().now().isBefore(end);
                    Outcome waits = now.sending && now.buffered() > 0 ? Outcome.WAITS_TO_WRITE : Outcome.WAITS;
                    return new Look(now, over ? Outcome.ENDED : waits, false, false);
                }
            }
            NcTransfer before = now;
            now = switch (before.step) {
                case POLL -> before.poll(context, options);
                case READ -> before.read(context, options);
                case FINISH -> before.finish(context, options);
            };
            if (now.written > before.written || before.step == Step.FINISH && before.sending && !now.sending) {
                return new Look(now, Outcome.YIELDS, false, false);
            }
        }
    }

    /** When it is given up for want of anything to do ({@code -w}). */
    SimTime deadline(NcOptions options) {
        return options.timeoutMillis() < 0 ? Turn.NEVER : since.plusMillis(options.timeoutMillis());
    }

    private int buffered() {
        return read - written;
    }

    private boolean complete(NcOptions options) {
        boolean nothingLeft = buffered() == 0 || !sending;
        return !receiving && received.isEmpty() && nothingLeft && (!inputOpen || options.listen() || !sending);
    }

    private boolean hangsUp(NcOptions options) {
        boolean told = !inputOpen && !sending && buffered() == 0;
        boolean leaves = options.listen() || options.udp();
        return leaves && options.quitMillis() >= 0 && told && receiving && received.isEmpty();
    }

    private boolean ready(ProgramContext context) {
        boolean input = inputOpen && buffered() < BUFFER;
        boolean network = receiving && context.calls().readable(socket)
                || sending && buffered() > 0 && waiting && context.calls().writable(socket);
        return input || network || !received.isEmpty();
    }

    /** What one {@code poll} finds ready; the input, and writing to the network. */
    private NcTransfer poll(ProgramContext context, NcOptions options) {
        boolean writeReady =
                sending && waiting && buffered() > 0 && context.calls().writable(socket);
        boolean nowReadReady =
                receiving && received.size() < BUFFER && context.calls().readable(socket);
        NcTransfer now = at(context.calls().now());
        if (context.calls().failed(socket)) {
            now = now.open(false, false, false);
        } else if (sending && context.calls().hungUp(socket)) {
            now = now.open(false, false, now.receiving);
        }
        now = now.sending ? now.readInput() : now.open(false, false, now.receiving);
        if (writeReady && now.sending) {
            now = now.write(context, options);
        }
        return now.going(Step.READ, nowReadReady && now.receiving, !received.isEmpty());
    }

    private NcTransfer read(ProgramContext context, NcOptions options) {
        NcTransfer now = readReady ? receive(context, options) : this;
        if (printReady) {
            context.print(new String(now.received.toByteArray(), StandardCharsets.UTF_8));
            now = now.withReceived(ByteString.EMPTY);
        }
        return now.going(Step.FINISH, false, false);
    }

    /** With the input at its end and sent, the network is told so if {@code -N} or {@code -q} asks for it. */
    private NcTransfer finish(ProgramContext context, NcOptions options) {
        NcTransfer now = going(Step.POLL, false, false).at(context.calls().now());
        if (inputOpen || buffered() > 0) {
            return now;
        }
        if (sending && options.tellsEnd() && !options.udp()) {
            context.calls().shutdown(socket, false);
        }
        return now.open(false, false, receiving);
    }

    private NcTransfer readInput() {
        if (!inputOpen || buffered() >= BUFFER) {
            return this;
        }
        int next = Math.min(input.size(), written + BUFFER);
        // The end of a pipe is seen by the next poll, which has nothing else to read.
        return next > read ? withInput(next, true) : withInput(read, false);
    }

    private NcTransfer write(ProgramContext context, NcOptions options) {
        ByteString chunk = input.slice(written, read);
        int taken = chunk.size();
        if (options.udp()) {
            taken = context.calls().sendUdp(socket, Endpoint.ANY, chunk) == Errno.OK ? taken : -1;
        } else {
            ResultOrErrno<Integer> sent = context.calls().write(socket, chunk);
            if (sent instanceof ResultOrErrno.Refused<Integer> refused && refused.errno() == Errno.EAGAIN) {
                return this;
            }
            taken = sent instanceof ResultOrErrno.Ok<Integer> ok ? ok.value() : -1;
        }
        return taken < 0 ? open(inputOpen, false, receiving) : withWritten(written + taken);
    }

    private NcTransfer receive(ProgramContext context, NcOptions options) {
        ResultOrErrno<ByteString> got =
                options.udp() ? datagram(context) : context.calls().read(socket, BUFFER - received.size());
        if (got instanceof ResultOrErrno.Refused<ByteString> refused) {
            return refused.errno() == Errno.EAGAIN ? this : open(inputOpen, sending, false);
        }
        ByteString data = ((ResultOrErrno.Ok<ByteString>) got).value();
        return data.isEmpty() ? open(inputOpen, sending, false) : withReceived(received.concat(data));
    }

    private ResultOrErrno<ByteString> datagram(ProgramContext context) {
        ResultOrErrno<SkBuff> received = context.calls().receive(socket);
        return received instanceof ResultOrErrno.Ok<SkBuff> ok
                ? ResultOrErrno.ok(ok.value().packet().payload())
                : ResultOrErrno.refused(((ResultOrErrno.Refused<SkBuff>) received).errno());
    }

    // -- changes ---------------------------------------------------------------------------

    private NcTransfer at(SimTime now) {
        return new NcTransfer(
                socket,
                input,
                read,
                written,
                inputOpen,
                sending,
                receiving,
                buffered() > 0,
                received,
                now,
                step,
                readReady,
                printReady);
    }

    private NcTransfer going(Step next, boolean toRead, boolean toPrint) {
        return new NcTransfer(
                socket, input, read, written, inputOpen, sending, receiving, waiting, received, since, next, toRead,
                toPrint);
    }

    private NcTransfer open(boolean nowInput, boolean nowSending, boolean nowReceiving) {
        return new NcTransfer(
                socket,
                input,
                read,
                written,
                nowInput,
                nowSending,
                nowReceiving,
                waiting,
                received,
                since,
                step,
                readReady,
                printReady);
    }

    private NcTransfer with(int newRead, int newWritten, boolean nowOpen, ByteString nowReceived) {
        return new NcTransfer(
                socket,
                input,
                newRead,
                newWritten,
                nowOpen,
                sending,
                receiving,
                waiting,
                nowReceived,
                since,
                step,
                readReady,
                printReady);
    }

    private NcTransfer withInput(int newRead, boolean nowOpen) {
        return with(newRead, written, nowOpen, received);
    }

    private NcTransfer withWritten(int newWritten) {
        return with(read, newWritten, inputOpen, received);
    }

    private NcTransfer withReceived(ByteString now) {
        return with(read, written, inputOpen, now);
    }
}
