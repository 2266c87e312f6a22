package org.packetwalk.export.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.packetwalk.kernel.PacketId;
import org.packetwalk.kernel.SimTime;

/**
 * Numbers packet buffers by first appearance. The same buffer with another content counts as another packet, as does
 * an ARP or neighbour discovery message that is sent again.
 */
final class PacketNumbers {

    private static final long REPEATED_AFTER_NANOS = 50_000_000;

    private final Map<List<String>, Integer> numbers = new LinkedHashMap<>();
    private final Map<List<String>, SimTime> last = new LinkedHashMap<>();
    private final Map<PacketId, Integer> addresses;
    private int given;

    PacketNumbers(Map<PacketId, Integer> addresses) {
        this.addresses = addresses;
    }

    /** The number of the packet of an event. */
    int number(ObservedEvent event) {
        PacketDescription packet = event.packet();
        List<String> key = new ArrayList<>(packet.identity());
        key.add("buffer " + addresses.get(event.skb().id()));
        boolean resolves =
                packet.text("eth").equals("arp") || List.of("135", "136").contains(packet.text("type"));
        boolean again = resolves && event.at().since(last.getOrDefault(key, event.at())) > REPEATED_AFTER_NANOS;
        last.put(key, event.at());
        if (again || !numbers.containsKey(key)) {
            given++;
            numbers.put(key, given);
        }
        return numbers.get(key);
    }
}
