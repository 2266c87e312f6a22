package org.packetwalk.narrate;

import org.packetwalk.kernel.HostId;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SimTime;
import org.packetwalk.trace.Stage;

/**
 * One step of a walk, at some grain.
 *
 * @param number 1 and up
 * @param first the place of its first event in the trace, from 0
 * @param last the place of its last event; the picture after the step is the one after this event
 * @param deciding the place of the event the account is about
 * @param row which part of that event it is about
 * @param host on which host
 * @param stage the station
 * @param packet the packet, {@link PacketId#NONE} before there is one
 * @param at the virtual time of the deciding event
 * @param account what is to be said
 * @param phase the label of the part of the walk it belongs to
 * @param opensPhase whether that part begins here
 * @param tick its shape on the scrubber
 */
public record Step(
        int number,
        int first,
        int last,
        int deciding,
        Row row,
        HostId host,
        Stage stage,
        PacketId packet,
        SimTime at,
        Account account,
        Sentence phase,
        boolean opensPhase,
        Tick tick) {}
