package org.packetwalk.export.recording;

import java.util.Optional;

import com.google.gson.JsonObject;

import org.packetwalk.kernel.Errno;
import org.packetwalk.kernel.SkBuff;
import org.packetwalk.kernel.socket.Endpoint;
import org.packetwalk.trace.SocketEvent;

/** What sockets tell, as the tracepoints of {@code inet_sock} and {@code tcp} show it. */
final class SocketDescription implements SocketEvent.Visitor<Optional<EventDescription>> {

    @Override
    public Optional<EventDescription> errorReported(SocketEvent.ErrorReported event) {
        JsonObject fields = ends(event.local(), event.remote());
        if (event.errno() == Errno.OK) {
            fields.addProperty("error", 0);
        } else {
            fields.addProperty("error", event.errno().name());
        }
        return Optional.of(new EventDescription("inet_sk_error_report", event.head(), fields, false));
    }

    @Override
    public Optional<EventDescription> sending(SocketEvent.Sending event) {
        return Optional.empty();
    }

    @Override
    public Optional<EventDescription> connecting(SocketEvent.Connecting event) {
        return Optional.empty();
    }

    @Override
    public Optional<EventDescription> refused(SocketEvent.Refused event) {
        return Optional.empty();
    }

    @Override
    public Optional<EventDescription> delivered(SocketEvent.Delivered event) {
        return Optional.empty();
    }

    @Override
    public Optional<EventDescription> receiving(SocketEvent.Receiving event) {
        return Optional.empty();
    }

    @Override
    public Optional<EventDescription> stateChanged(SocketEvent.StateChanged event) {
        JsonObject fields = ends(event.local(), event.remote());
        fields.addProperty("state", event.before().name());
        fields.addProperty("new", event.after().name());
        return Optional.of(new EventDescription("inet_sock_set_state", event.head(), fields, false));
    }

    @Override
    public Optional<EventDescription> resetSent(SocketEvent.ResetSent event) {
        JsonObject fields = new JsonObject();
        fields.addProperty("reason", event.reason().name());
        boolean answer = !event.head().skb().equals(SkBuff.NONE);
        return Optional.of(
                answer
                        ? EventDescription.aboutPacket("tcp_send_reset", event.head(), fields, event.device())
                        : new EventDescription("tcp_send_reset", event.head(), fields, false));
    }

    @Override
    public Optional<EventDescription> resetReceived(SocketEvent.ResetReceived event) {
        JsonObject fields = ends(event.local(), event.remote());
        return Optional.of(new EventDescription("tcp_receive_reset", event.head(), fields, false));
    }

    private static JsonObject ends(Endpoint local, Endpoint remote) {
        JsonObject fields = new JsonObject();
        fields.addProperty("dport", remote.port());
        fields.addProperty("sport", local.port());
        fields.addProperty("dst", remote.address().toString());
        fields.addProperty("src", local.address().toString());
        return fields;
    }
}
