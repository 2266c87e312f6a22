package org.packetwalk.filter;

import org.packetwalk.trace.LinkEvent;

/** The name of the device an event happens at. */
public final class LinkDevice implements LinkEvent.Visitor<String> {

    @Override
    public String queued(LinkEvent.Queued event) {
        return event.device();
    }

    @Override
    public String transmitStarted(LinkEvent.TransmitStarted event) {
        return event.device();
    }

    @Override
    public String transmitDone(LinkEvent.TransmitDone event) {
        return event.device();
    }

    @Override
    public String receiveQueued(LinkEvent.ReceiveQueued event) {
        return event.device();
    }

    @Override
    public String received(LinkEvent.Received event) {
        return event.device();
    }
}
