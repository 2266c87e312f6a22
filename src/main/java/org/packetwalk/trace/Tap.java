package org.packetwalk.trace;

import java.util.Optional;

import org.packetwalk.capture.CapturedFrame;
import org.packetwalk.capture.Direction;
import org.packetwalk.kernel.PacketType;

/**
 * A packet as a capture on a device sees it: when it is given to the driver ({@code dev_queue_xmit_nit}) and when the stack
 * takes it up ({@code __netif_receive_skb_core}).
 *
 * @param host where
 * @param device on which device
 * @param direction which way it goes there
 * @param event the event that shows it
 */
public record Tap(String host, String device, Direction direction, TraceEvent event) {

    /**
     * What a capture sees of an event, if anything. The sender's own copy of a broadcast is shown to no capture; what {@code lo}
     * sends is seen by the kernel's tap but left out by libpcap, since {@code lo} receives it as well.
     */
    public static Optional<Tap> of(TraceEvent event) {
        return event instanceof LinkEvent link && event.head().skb().isFrame()
                ? link.accept(Seen.SEEN).filter(tap -> !(tap.device.equals(LO) && tap.direction == Direction.OUT))
                : Optional.empty();
    }

    private static final String LO = "lo";

    /** The frame, transport checksums as they are before a device completes them. */
    public CapturedFrame frame() {
        var skb = event.head().skb();
        return CapturedFrame.of(event.head().at(), skb, skb.device(), device, device.equals(LO), direction);
    }

    private static Direction inbound(PacketType type) {
        return switch (type) {
            case HOST, LOOPBACK -> Direction.IN;
            case BROADCAST -> Direction.BROADCAST;
            case MULTICAST -> Direction.MULTICAST;
            case OTHERHOST -> Direction.OTHERHOST;
        };
    }

    private enum Seen implements LinkEvent.Visitor<Optional<Tap>> {
        SEEN;

        @Override
        public Optional<Tap> queued(LinkEvent.Queued event) {
            return Optional.empty();
        }

        @Override
        public Optional<Tap> transmitStarted(LinkEvent.TransmitStarted event) {
            return Optional.of(new Tap(event.head().host().name(), event.device(), Direction.OUT, event));
        }

        @Override
        public Optional<Tap> transmitDone(LinkEvent.TransmitDone event) {
            return Optional.empty();
        }

        @Override
        public Optional<Tap> receiveQueued(LinkEvent.ReceiveQueued event) {
            return Optional.empty();
        }

        @Override
        public Optional<Tap> received(LinkEvent.Received event) {
            Direction direction = inbound(event.head().skb().type());
            return event.loopCopy()
                    ? Optional.empty()
                    : Optional.of(new Tap(event.head().host().name(), event.device(), direction, event));
        }
    }
}
