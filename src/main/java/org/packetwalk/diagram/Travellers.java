package org.packetwalk.diagram;

import java.util.ArrayList;
import java.util.List;

import org.packetwalk.diagram.StackPicture.OutsideHost;
import org.packetwalk.diagram.StackPicture.Traveller;
import org.packetwalk.kernel.PacketId;
import org.packetwalk.packet.ArpMessage;
import org.packetwalk.packet.ArpOperation;

/** The packets under way as they are drawn, beside these closed hosts; with words where there is room on the wire. */
record Travellers(PacketNumbers numbers, List<OutsideHost> outside, boolean words) {
    Travellers {
        outside = List.copyOf(outside);
    }

    /** The packets: those that are gone first and so below, the one in focus last. */
    List<Traveller> of(PacketPaths paths) {
        var travellers = new ArrayList<Traveller>();
        paths.shown().forEach((id, path) -> {
            if (!id.equals(paths.focus())) {
                travellers.add(traveller(id, path, PacketPaths.ended(path)));
            }
        });
        travellers.sort((one, other) ->
                Boolean.compare(other.fate() == Traveller.Fate.GONE, one.fate() == Traveller.Fate.GONE));
        if (!paths.focus().equals(PacketId.NONE)) {
            paths.focusPath().ifPresent(path -> travellers.add(traveller(paths.focus(), path, false)));
        }
        return travellers;
    }

    private Traveller traveller(PacketId id, PacketPath path, boolean past) {
        Traveller.Fate fate = switch (path.state()) {
            case WAITING -> Traveller.Fate.WAITING;
            case DROPPED -> Traveller.Fate.DROPPED;
            case MOVING, CONSUMED -> past ? Traveller.Fate.GONE : Traveller.Fate.MOVING;
        };
        return new Traveller(numbers.of(id), way(path), path.blocks(), fate, words ? caption(path) : Text.NONE);
    }

    /** The way, with everything in a closed host as one stop at its card. */
    private List<Stop> way(PacketPath path) {
        var way = new ArrayList<Stop>();
        for (Stop stop : path.way()) {
            Stop shown = stop;
            for (OutsideHost closed : outside) {
                boolean there = stop instanceof Stop.AtStation at && at.host().equals(closed.id())
                        || stop instanceof Stop.AtDevice device && device.host().equals(closed.id());
                shown = there ? new Stop.AtOutside(closed.id()) : shown;
            }
            if (way.isEmpty() || !way.get(way.size() - 1).equals(shown)) {
                way.add(shown);
            }
        }
        return way;
    }

    /** An ARP message on the wire says what it says. */
    private static Text caption(PacketPath path) {
        if (!(path.last() instanceof Stop.OnWire) || !path.buffer().packet().has(ArpMessage.class)) {
            return Text.NONE;
        }
        ArpMessage arp = path.buffer().packet().arp();
        return arp.operation().equals(ArpOperation.REQUEST)
                ? Word.ARP_WHO_HAS.text(Text.literal(arp.targetIp().toString()))
                : Word.ARP_IS_AT.text(
                        Text.literal(arp.senderIp().toString()),
                        Text.literal(arp.senderMac().toString()));
    }
}
