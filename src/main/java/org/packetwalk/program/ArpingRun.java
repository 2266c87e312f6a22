package org.packetwalk.program;

import org.packetwalk.kernel.SimTime;
import org.packetwalk.kernel.device.NetDevice;
import org.packetwalk.kernel.socket.SocketId;
import org.packetwalk.net.Ipv4Address;
import org.packetwalk.net.MacAddress;

/**
 * What an {@code arping} has done so far.
 *
 * @param socket its packet socket
 * @param target the address asked for
 * @param source the address it asks from
 * @param own the hardware address of its device
 * @param to where the next request goes: everybody, or who has answered
 * @param nextTick when the next request is due
 * @param lastSent when the last one was sent
 * @param ticks intervals that have begun
 * @param sent requests sent
 * @param broadcasts those of them sent to everybody
 * @param received answers
 * @param broadcastsReceived those of them sent to everybody
 * @param requestsReceived those of them that are requests
 */
record ArpingRun(
        SocketId socket,
        Ipv4Address target,
        Ipv4Address source,
        MacAddress own,
        MacAddress to,
        SimTime nextTick,
        SimTime lastSent,
        int ticks,
        int sent,
        int broadcasts,
        int received,
        int broadcastsReceived,
        int requestsReceived) {

    /** Nothing done yet. */
    static final ArpingRun NEW = new ArpingRun(
            new SocketId(0),
            Ipv4Address.ANY,
            Ipv4Address.ANY,
            MacAddress.ZERO,
            MacAddress.BROADCAST,
            new SimTime(0),
            new SimTime(0),
            0,
            0,
            0,
            0,
            0,
            0);

    static ArpingRun begin(SocketId socket, Ipv4Address target, Ipv4Address source, NetDevice device, SimTime now) {
        return new ArpingRun(socket, target, source, device.address(), device.broadcast(), now, now, -1, 0, 0, 0, 0, 0);
    }

    /** An interval has begun; a request that could not be sent does not count. */
    ArpingRun ticked(SimTime next) {
        return new ArpingRun(
                socket,
                target,
                source,
                own,
                to,
                next,
                lastSent,
                ticks + 1,
                sent,
                broadcasts,
                received,
                broadcastsReceived,
                requestsReceived);
    }

    ArpingRun sent(SimTime at, SimTime next) {
        return new ArpingRun(
                socket,
                target,
                source,
                own,
                to,
                next,
                at,
                ticks + 1,
                sent + 1,
                broadcasts + (to.isBroadcast() ? 1 : 0),
                received,
                broadcastsReceived,
                requestsReceived);
    }

    ArpingRun received(boolean broadcast, boolean request, MacAddress from) {
        return new ArpingRun(
                socket,
                target,
                source,
                own,
                from,
                nextTick,
                lastSent,
                ticks,
                sent,
                broadcasts,
                received + 1,
                broadcastsReceived + (broadcast ? 1 : 0),
                requestsReceived + (request ? 1 : 0));
    }
}
