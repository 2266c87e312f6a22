package org.packetwalk.export.pcapng;

import java.util.Optional;

import org.packetwalk.kernel.SkBuff;
import org.packetwalk.net.ByteString;
import org.packetwalk.packet.PacketCodec;
import org.packetwalk.trace.LinkEvent;
import org.packetwalk.trace.TraceEvent;

/**
 * A packet as a capture sees it.
 *
 * @param host where
 * @param device on which device
 * @param outbound whether it is on its way to the driver, not from it
 * @param event the event that shows it
 */
record Tap(String host, String device, boolean outbound, TraceEvent event) {
    /** The two hardware addresses of a frame; a VLAN tag stands behind them. */
    private static final int ADDRESSES = 12;

    private static final byte ETH_P_8021Q_HIGH = (byte) 0x81;

    /** What a capture sees of an event. The sender's own copy of a broadcast is shown to no capture. */
    static Optional<Tap> of(TraceEvent event) {
        return event instanceof LinkEvent link ? link.accept(Seen.SEEN) : Optional.empty();
    }

    /** The bytes of the frame; a VLAN tag that the buffer carries beside it is put into it. */
    byte[] bytes() {
        SkBuff skb = event.head().skb();
        ByteString frame = PacketCodec.encode(skb.packet());
        if (skb.vlan() == SkBuff.UNTAGGED || frame.size() < ADDRESSES) {
            return frame.toByteArray();
        }
        ByteString tag = ByteString.of(ETH_P_8021Q_HIGH, (byte) 0, (byte) (skb.vlan() >>> 8), (byte) skb.vlan());
        return frame.slice(0, ADDRESSES)
                .concat(tag)
                .concat(frame.from(ADDRESSES))
                .toByteArray();
    }

    private enum Seen implements LinkEvent.Visitor<Optional<Tap>> {
        SEEN;

        @Override
        public Optional<Tap> queued(LinkEvent.Queued event) {
            return Optional.empty();
        }

        @Override
        public Optional<Tap> transmitStarted(LinkEvent.TransmitStarted event) {
            return Optional.of(new Tap(event.head().host().name(), event.device(), true, event));
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
            return event.loopCopy()
                    ? Optional.empty()
                    : Optional.of(new Tap(event.head().host().name(), event.device(), false, event));
        }
    }
}
